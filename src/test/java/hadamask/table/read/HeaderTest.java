package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.Dialect;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import hadamask.table.ReadOptions.Headers;
import hadamask.table.Table;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether the first row holds the names of the columns, and what is said of it.
class HeaderTest {
    private static final ReadOptions NAN = ReadOptions.DEFAULT.withMissing(Missing.NAN);
    private static final String NAMES = "row 1 was taken as column names";
    private static final String DATA = "row 1 was taken as data";

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"x,y|1,2|3,4| > x y / - / 2 x 2", "name,x|a,1|b,2| > x / a b / 2 x 1",
        ",x,y|0,1,2|5,3,4| > x y / 0 5 / 2 x 2", "x,,y|1,2,3|4,5,6| > x  y / - / 2 x 3",
        "name,x,y|a,,2|b,1,3| > x y / a b / 2 x 2", "1.5,2|3,4|5,7| > - / - / 3 x 2",
        "king,0.13,-0.2|queen,0.12,0.4| > - / king queen / 2 x 2", "1,2,3|4,5,6|1,0,0|0,1,0| > - / - / 4 x 3"})
    void aPlainFirstRowIsNothingToSpeakOf(String text, String shape) {
        Table table = Texts.read(text, NAN);
        assertEquals(shape, Texts.shape(table));
        assertEquals(List.of(), Texts.notes(table));
    }

    /// S1: a text and natural numbers is what a first row of labels and counts looks like, too.
    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"alice,34,170|bob,28,182|carol,45,165| > - / alice bob carol / 3 x 2",
        "chr1,249|chr2,243|chr3,198| > - / chr1 chr2 chr3 / 3 x 1", "g1,0|g2,7|g3,0|g4,12| > - / g1 g2 g3 g4 / 4 x 1",
        "one,5| > - / one / 1 x 1", "q1,1,2|q2,3,5| > - / q1 q2 / 2 x 2"})
    void labelsAndNaturalNumbersAreARow(String text, String shape) {
        Table table = Texts.read(text, ReadOptions.DEFAULT);
        assertEquals(shape, Texts.shape(table));
        assertEquals(List.of(), Texts.notes(table));
    }

    /// S2 and S3: numbers that are names, told by the columns.
    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "sample,1100.5,1102.5,1104.5|a,0.11,0.12,0.13|b,0.15,0.12,0.11| > 1100.5 1102.5 1104.5 / a b / 2 x 3",
        "nm,2500,2000,1400|a,0.11,0.12,0.13|b,0.15,0.12,0.11| > 2500 2000 1400 / a b / 2 x 3",
        "gene,0,0,1,1|g1,5,6,7,8|g2,1,2,3,4| > 0 0 1 1 / g1 g2 / 2 x 4",
        ",0.5,1.0|0,1,2|1,2,3| > 0.5 1.0 / 0 1 / 2 x 2", ",0,1|a,5,6|b,7,8| > 0 1 / a b / 2 x 2",
        "country,2019,2020|fr,1,2|de,3,1| > 2019 2020 / fr de / 2 x 2",
        "0,1,2|5.1,3.5,1.4|4.9,3.0,1.4| > 0 1 2 / - / 2 x 3", "0,1|5.1,3.5|4.9,3.0| > 0 1 / - / 2 x 2",
        "1970,1980,1990|3.1,3.5,4.0|2.9,3.3,4.4| > 1970 1980 1990 / - / 2 x 3",
        "0,1,2,3,4|7,3,9,1,4|2,8,1,1,6| > 0 1 2 3 4 / - / 2 x 5",
        "id,x,2019|a,1,2|b,3,4| > x 2019 / a b / 2 x 2", "x,NA,y|1,2,3|4,5,6| > x NA y / - / 2 x 3"})
    void numbersThatAreNamesAreTakenAsNamesAndSaid(String text, String shape) {
        Table table = Texts.read(text, ReadOptions.DEFAULT);
        assertEquals(shape, Texts.shape(table));
        assertEquals(List.of(NAMES), Texts.notes(table));
        assertEquals(Remedy.Kind.NAMES_ARE_DATA, table.notes().getFirst().remedy().kind());
        assertEquals(List.of(), Texts.notes(Texts.read(text, ReadOptions.DEFAULT.withHeaders(Headers.FIRST_ROW))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"0,1,2|5,3,7|4,9,1|6,2,2| > - / - / 4 x 3",
        "fr,2019|de,3|it,1|es,2| > - / fr de it es / 4 x 1"})
    void aDoubtfulRowIsTakenAsDataAndSaid(String text, String shape) {
        Table table = Texts.read(text, ReadOptions.DEFAULT);
        assertEquals(shape, Texts.shape(table));
        assertEquals(List.of(DATA), Texts.notes(table));
        assertEquals(Remedy.Kind.DATA_ARE_NAMES, table.notes().getFirst().remedy().kind());
        assertEquals(List.of(), Texts.notes(Texts.read(text, ReadOptions.DEFAULT.withHeaders(Headers.NONE))));
    }

    /// S8: an empty or missing cell is no name.
    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {",5,3|1,2,3|4,5,6| > - / - / 3 x 3",
        "king,NA,5|queen,2,3|bee,4,6| > - / king queen bee / 3 x 2", "king,,|queen,2,3| > - / king queen / 2 x 2",
        "NA,1|2,3| > - / - / 2 x 2", "?,1|2,3|5,7| > - / - / 3 x 2"})
    void aFirstRowWithAGapIsData(String text, String shape) {
        assertEquals(shape, Texts.shape(Texts.read(text, NAN)));
    }

    /// M7: R's header is a field short.
    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"mpg,cyl|Mazda,21,6|Datsun,22.8,4| > mpg cyl / Mazda Datsun / 2 x 2",
        "x|a,1|b,2| > x / a b / 2 x 1", "x|1,5|2,7| > x / 1 2 / 2 x 1", "x y|5 1 2|7 3 4| > x y / 5 7 / 2 x 2",
        "2019,2020|fr,1,2|de,3,4| > 2019 2020 / fr de / 2 x 2"})
    void aHeaderOfROneFieldShortIsReadAndSaid(String text, String shape) {
        Table table = Texts.read(text, ReadOptions.DEFAULT);
        assertEquals(shape, Texts.shape(table));
        assertEquals("row 1 has a name less than the rows have cells: the first cell of each was taken as its label",
                table.notes().getFirst().found());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"1,2|3,4,5|6,7,9|", "a,b|1,2,3,4|5,6,7,8|", "x,y|1,2,|3,4,|"})
    void otherHeadersThatAreShortAreRefused(String text) {
        InputException e = Texts.refusal("data.csv", text, ReadOptions.DEFAULT);
        assertEquals(true, e.problem().contains("expected") || e.problem().contains("as a title has"), e.problem());
    }

    @Test
    void aSecondRowOfNamesIsRefusedUnlessItIsSaidToBeData() {
        String text = "id nm,1100,1102,1104|id cm,9090,9074,9057|a,0.1,0.2,0.15|b,0.2,0.1,0.12|c,0.3,0.2,0.2|";
        InputException e = Texts.refusal("data.csv", text, ReadOptions.DEFAULT);
        assertEquals("row 2 looks like a second row of names", e.problem());
        assertEquals(3, Texts.read(text, ReadOptions.DEFAULT.withDialect(Dialect.DEFAULT.withSkip(2))).values().rows());
        assertEquals(4, Texts.read(text, ReadOptions.DEFAULT.withHeaders(Headers.FIRST_ROW)).values().rows());
    }

    /// Random numbers are never taken for a header, nor spoken of, whatever their scale.
    @Test
    void randomNumbersAreData() {
        SplittableRandom random = new SplittableRandom(5);
        int doubted = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int rows = random.nextInt(2, 12);
            int columns = random.nextInt(1, 7);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < rows * columns; i++) {
                text.append(trial % 2 == 0 ? String.valueOf(random.nextDouble(100)) : random.nextInt(100))
                        .append((i + 1) % columns == 0 ? '|' : ',');
            }
            Table table = Texts.read(text.toString(), ReadOptions.DEFAULT);
            doubted += table.notes().isEmpty() ? 0 : 1;
            if (table.columnNames() != null) {
                throw new AssertionError(text);
            }
        }
        assertEquals(true, doubted < 20, doubted + " of 2000 were spoken of");
    }
}
