package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hadamask.file.Remedy;
import hadamask.table.ColumnSpec;
import hadamask.table.LabelColumn;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which column labels the rows, and what is said of it.
class RowLabelsTest {
    private static final ReadOptions NO_LABELS = ReadOptions.DEFAULT.withLabels(LabelColumn.NONE);

    /// S4: a column that numbers the rows is no dimension.
    @ParameterizedTest
    @ValueSource(strings = {"rownames", "id", "ID", "index", "#OTU ID", "Unnamed: 0", "row_names", "patient_id",
        "CaseID"})
    void aColumnThatIsCalledAsThoseThatNumberRowsLabelsThemAndThatIsSaid(String name) {
        String text = name + ",x,y|7,1,2|3,3,4|19,5,6|";
        Table table = Texts.read(text, ReadOptions.DEFAULT);
        assertEquals("x y / 7 3 19 / 3 x 2", Texts.shape(table));
        assertEquals(List.of("column \"" + name + "\" was taken as the labels of the rows"), Texts.notes(table));
        assertEquals(Remedy.Kind.LABELS_ARE_NUMBERS, table.notes().getFirst().remedy().kind());
        assertEquals("3 x 3", Texts.read(text, NO_LABELS).values().toString());
        assertEquals(List.of(), Texts.notes(Texts.read(text, NO_LABELS)));
        assertEquals(List.of(), Texts.notes(Texts.read(text, ReadOptions.DEFAULT.withId("1"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {"n,x|1,5|2,7|3,1|4,2|5,9| > x / 1 2 3 4 5 / 5 x 1",
        "0,5|1,7|2,1|3,2|4,9| > - / 0 1 2 3 4 / 5 x 1"})
    void aColumnThatCountsTheRowsLabelsThem(String text, String shape) {
        Table table = Texts.read(text, ReadOptions.DEFAULT);
        assertEquals(shape, Texts.shape(table));
        assertEquals(1, table.notes().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,y|1,2|2,4|3,6|4,1|", "n,x|1,5|2,7|3,1|4,2|6,9|", "2,5|3,7|4,1|5,2|6,9|",
        "id,x|1.5,2|3.5,4|",
        "1|2|3|4|5|6|", "solid,x|1,2|5,3|", "n,x|1,5|2,7|,1|4,2|5,9|"})
    void othersAreNumbers(String text) {
        Table table = Texts.read(text, ReadOptions.DEFAULT.withMissing(Missing.NAN));
        assertNull(table.labels());
        assertEquals(List.of(), Texts.notes(table));
    }

    /// S6: labels that are no names of rows.
    @Test
    void labelsThatOccurTwiceAreSaid() {
        String text = "species,x,y|Adelie,1,2|Adelie,3,4|Gentoo,9,9|";
        Table table = Texts.read(text, ReadOptions.DEFAULT);
        assertEquals(List.of("column \"species\" labels the rows, and several are \"Adelie\""), Texts.notes(table));
        assertEquals(Remedy.Kind.ROW_NUMBERS, table.notes().getFirst().remedy().kind());
        for (ReadOptions options : List.of(NO_LABELS, NO_LABELS.withColumns(new ColumnSpec("x,y")))) {
            assertEquals("x y / - / 3 x 2", Texts.shape(Texts.read(text, options)));
            assertEquals(List.of(), Texts.notes(Texts.read(text, options)));
        }
        assertEquals(List.of(), Texts.notes(Texts.read(text, ReadOptions.DEFAULT.withId("species"))));
    }

    /// Strings of one hash are found as others are, and in time.
    @Test
    void manyLabelsOfOneHashAreComparedInTime() {
        String text = IntStream.range(0, 1 << 14).mapToObj(i -> IntStream.range(0, 16)
                .mapToObj(k -> (i >> k & 1) == 0 ? "Aa" : "BB").collect(Collectors.joining()) + ",1")
                .collect(Collectors.joining("|"));
        assertEquals(List.of(), Texts.notes(Texts.read(text, ReadOptions.DEFAULT)));
        Table twice = Texts.read(text + "|AaAaAaAaAaAaAaAaAaAaAaAaAaAaAaAa,1", ReadOptions.DEFAULT);
        assertEquals(1, twice.notes().size());
    }

    /// S7: what is asked for is read.
    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {",x,y|0,1,2|5,3,4| > 1-3 > ' x y / - / 2 x 3'",
        ",x,y|0,1,2|5,3,4| > 1 > ' / - / 2 x 1'",
        ",x,y|0,1,2|5,3,4| > x,y > x y / 0 5 / 2 x 2", ",x,y|0,1,2|5,3,4| > !2 > y / 0 5 / 2 x 1",
        "id,x|7,1|9,3| > id,x > id x / - / 2 x 2", "name,x,y|a,1,2|b,3,4| > name,x > x / a b / 2 x 1",
        "name,x,y|a,1,2|b,3,4| > 1-3 > x y / a b / 2 x 2"})
    void aColumnOfNumbersThatIsAskedForIsRead(String text, String columns, String shape) {
        Table table = Texts.read(text, ReadOptions.DEFAULT.withColumns(new ColumnSpec(columns)));
        assertEquals(shape, Texts.shape(table));
        assertEquals(List.of(), Texts.notes(table));
    }

    @Test
    void aColumnThatIsNamedTwiceIsALabelAndANumber() {
        Table table = Texts.read("id,x|7,1|9,3|",
                ReadOptions.DEFAULT.withId("id").withColumns(new ColumnSpec("id,x")));
        assertEquals("id x / 7 9 / 2 x 2", Texts.shape(table));
        assertEquals(9, table.values().get(1, 0));
    }

    /// S5: rows that were left out count.
    @Test
    void droppedRowsLeaveTheNumbersOfTheOthers() {
        Table table = Texts.read("x,y|1,1|NA,2|3,3|4,7|", ReadOptions.DEFAULT.withMissing(Missing.DROP));
        assertEquals(List.of("1 of 4 rows has a missing value and was left out"), Texts.notes(table));
        assertEquals(List.of(1, 3, 4), IntStream.range(0, 3).mapToObj(table.rowNumbers()::of).toList());
        assertEquals("row 4", table.rowTitle(1));
        assertEquals(3, table.columnsLike(Texts.read("y,x|1,2|5,9|", ReadOptions.DEFAULT)).rowNumbers().of(1));
        assertEquals(List.of(), Texts.notes(Texts.read("x,y|1,1|3,3|", ReadOptions.DEFAULT.withMissing(Missing.DROP))));
    }
}
