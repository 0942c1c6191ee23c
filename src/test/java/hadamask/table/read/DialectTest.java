package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.Threads;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.Dialect;
import hadamask.table.Dialect.Decimal;
import hadamask.table.Dialect.Quotes;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How texts are written: delimiters that are found, and what is said to be otherwise.
class DialectTest {
    private static final double NAN = Double.NaN;

    private static ReadOptions with(Dialect dialect) {
        return ReadOptions.DEFAULT.withDialect(dialect);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"1;2|3;4", "1\t2|3\t4", "1 2|3 4"})
    void aPlainDelimiterIsNothingToSpeakOf(String text) {
        Table table = Texts.read(text, ReadOptions.DEFAULT);
        assertEquals("- / - / 2 x 2", Texts.shape(table));
        assertEquals(List.of(), Texts.notes(table));
    }

    /// M5: a file whose name says otherwise.
    @Test
    void tabsThatAreNotThereAreSaid() {
        Table table = Texts.read("data.tsv", "x,y|1,2|3,4|", ReadOptions.DEFAULT);
        assertEquals("x y / - / 2 x 2", Texts.shape(table));
        assertEquals(List.of("has no tab in its first rows: \",\" was taken as what stands between the cells"),
                Texts.notes(table));
        assertEquals(new Remedy(Remedy.Kind.OTHER_DELIMITER, "tab"), table.notes().getFirst().remedy());
        assertEquals(List.of(), Texts.notes(Texts.read("data.tsv", "x|1|3|", ReadOptions.DEFAULT)));
        assertEquals(List.of(), Texts.notes(Texts.read("data.tsv", "x\ty|1\t2|", ReadOptions.DEFAULT)));
    }

    @Test
    void aBarIsFoundAndSaid() {
        Table table = TableReader.read(Input.stream("data.csv",
                new ByteArrayInputStream("a|b|c\n1|2|3\n4|5|6\n".getBytes(StandardCharsets.UTF_8))),
                ReadOptions.DEFAULT);
        assertEquals("a b c / - / 2 x 3", Texts.shape(table));
        assertEquals(List.of("\"|\" was taken as what stands between the cells"), Texts.notes(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;|x;y|1;2|3;4|", "\ufeffsep=;|x;y|1;2|3;4|", "\"sep=;\"|x;y|1;2|3;4|"})
    void theFirstLineOfExcelSaysTheDelimiter(String text) {
        Table table = Texts.read(text, ReadOptions.DEFAULT);
        assertEquals("x y / - / 2 x 2", Texts.shape(table));
        assertEquals(List.of("line 1 is sep=;, which was taken as what stands between the cells"), Texts.notes(table));
        assertEquals("row 3", table.rowTitle(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#a,\"b|x,y|1,2|3,4|", "x,y|# 1,2,3|1,2|  # \"z|3,4|", "x,y|1,2|3,4|#",
        "#|#|x,y|1,2|\"3\",4|#\"|"})
    void linesThatBeginAsCommentsAreLeftOut(String text) {
        Table table = Texts.read(text, with(Dialect.DEFAULT.withComment("#")));
        assertEquals("x y / - / 2 x 2", Texts.shape(table));
        assertArrayEquals(new double[]{1, 2, 3, 4}, table.values().values());
    }

    @Test
    void commentsMayBeginWithMoreThanACharacterAndCountAsLines() {
        Table table = Texts.read("// a|x,y|1,2|// b|3,4|", with(Dialect.DEFAULT.withComment("//")));
        assertEquals("row 5", table.rowTitle(1));
        assertThrows(IllegalArgumentException.class, () -> Dialect.DEFAULT.withComment(""));
    }

    @Test
    void aLongTextWithCommentsIsReadInPartsByAnyNumberOfThreads() {
        String text = "# c\nx,y\n" + "1,2\n# 3,4\n".repeat(200_000) + "5,6\n";
        for (int threads : new int[]{1, 2, 5}) {
            Table table = Threads.by(threads, () -> TableReader.read(
                    Input.stream("a.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                    with(Dialect.DEFAULT.withComment("#"))));
            assertEquals(200_001, table.values().rows());
            assertEquals("row 400003", table.rowTitle(200_000));
        }
    }

    @Test
    void linesBeforeTheTableAreLeftOutAndCounted() {
        Table table = Texts.read("A title, of \"two|lines|x,y|1,2|3,4|", with(Dialect.DEFAULT.withSkip(2)));
        assertEquals("x y / - / 2 x 2", Texts.shape(table));
        assertEquals("row 4", table.rowTitle(0));
        assertEquals("is empty, expected a table of numbers",
                Texts.refusal("data.csv", "1,2|", with(Dialect.DEFAULT.withSkip(9))).problem());
        assertThrows(IllegalArgumentException.class, () -> Dialect.DEFAULT.withSkip(-1));
    }

    /// M8: a quote is a word of many texts.
    @Test
    void quotesCanBeCharactersLikeOthers() {
        String text = "the 0.4 0.2|, 0.1 0.2|\" 0.2 0.4|o\"f 0.7 0.5|";
        assertEquals(Remedy.Kind.NO_QUOTES, Texts.refusal("data.csv", text, ReadOptions.DEFAULT).remedy().kind());
        Table table = Texts.read(text, with(Dialect.DEFAULT.withQuotes(Quotes.NONE)));
        assertEquals("- / the , \" o\"f / 4 x 2", Texts.shape(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;y|1,5;2|-,5e1;2,25|", "x\ty|1,5\t2|-,5e1\t2,25|", "\"1,5\",\"2\"|\"-,5e1\",\"2,25\"|",
        "1,5 2|-,5e1 2,25|"})
    void aCommaCanBeTheDecimalMark(String text) {
        Table table = Texts.read(text, with(Dialect.DEFAULT.withDecimal(Decimal.COMMA)));
        assertArrayEquals(new double[]{1.5, 2, -5, 2.25}, table.values().values());
    }

    @Test
    void withDecimalCommasAPointIsNoPartOfANumber() {
        Dialect comma = Dialect.DEFAULT.withDecimal(Decimal.COMMA);
        assertEquals("\"1.000,5\" is not a number", Texts.refusal("data.csv", "1;2|1.000,5;3|", with(comma)).problem());
        assertEquals("\"1.5\" is not a number", Texts.refusal("data.csv", "1;2|1.5;3|", with(comma)).problem());
        assertArrayEquals(new double[]{1.5, 2.5}, Texts.read("1,5|2,5|", with(comma)).values().values());
    }

    /// M6: what others write for a missing value.
    @ParameterizedTest
    @ValueSource(strings = {"?", "#N/A", "<NA>", "-", "--", "#DIV/0!", "n.a.", "-nan(ind)", "1.#QNAN", "\\N", " ? ",
        "\" NA \""})
    void wordsForAMissingValueAreKnown(String word) {
        Table table = Texts.read("x,y|1," + word + "|3,4|", ReadOptions.DEFAULT.withMissing(Missing.NAN));
        assertArrayEquals(new double[]{1, NAN, 3, 4}, table.values().values());
        assertEquals(Remedy.Kind.MISSING_VALUES,
                Texts.refusal("data.csv", "x,y|1," + word + "|3,4|", ReadOptions.DEFAULT).remedy().kind());
    }

    @Test
    void moreWordsForAMissingValueAreNamed() {
        ReadOptions options = ReadOptions.DEFAULT.withMissing(Missing.NAN).withMissingWords(Set.of("k.A.", "-999"));
        Table table = Texts.read("x,y|1,K.a.|-999,4|-999.0,6|-99,7|", options);
        assertArrayEquals(new double[]{1, NAN, NAN, 4, NAN, 6, -99, 7}, table.values().values());
        InputException e = Texts.refusal("data.csv", "x,y|1,2|3,k.A.|4,5|", ReadOptions.DEFAULT);
        assertEquals(new Remedy(Remedy.Kind.MISSING_WORD, "k.A."), e.remedy());
        assertEquals("\"-999\" is not a number", Texts.refusal("data.csv", "x,y|1,-999|2,3|",
                options.withMissing(Missing.ERROR)).problem());
    }

    /// M9: blanks around a number, in quotes, too.
    @Test
    void blanksWithinQuotesAreNoPartOfANumber() {
        assertArrayEquals(new double[]{1, 2, 3, 4}, Texts.read("x,y|\" 1 \",2|3,\" 4\"|", ReadOptions.DEFAULT).values()
                .values());
    }
}
