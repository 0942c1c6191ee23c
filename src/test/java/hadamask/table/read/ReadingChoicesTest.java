package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.table.ColumnSpec;
import hadamask.table.LabelColumn;
import hadamask.table.Missing;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.ReadOptions.BooleanWords;
import hadamask.table.ReadOptions.Orientation;
import hadamask.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Samples in columns, words for 1 and 0, and the columns of numbers.
class ReadingChoicesTest {
    private static final ReadOptions TURNED = ReadOptions.DEFAULT.withOrientation(Orientation.COLUMNS);
    private static final ReadOptions TRUTH = ReadOptions.DEFAULT.withBooleanWords(BooleanWords.NUMBERS);
    private static final ReadOptions NUMERIC = ReadOptions.DEFAULT.withColumns(new ColumnSpec("numeric"));

    @Test
    void aFirstColumnOfNumbersIsSaidToBeNames() {
        String text = "x,a,b|1,3,5|2,4,6|";
        Table turned = Texts.read(text, TURNED);
        assertEquals(List.of("a", "b"), turned.labels());
        assertEquals(List.of("the first column was taken as the names of what is measured"),
                turned.notes().stream().map(Note::found).toList());
        assertEquals(List.of(), Texts.read(text, TURNED.withId("1")).notes());
        assertEquals(List.of(), Texts.read("gene,a,b|BRCA1,3,5|TP53,4,6|", TURNED).notes());
        assertEquals(3, Texts.read(text, TURNED.withLabels(LabelColumn.NONE)).rows());
    }

    @Test
    void samplesMayStandInColumns() {
        Table table = Texts.read("gene,s1,s2|g1,1,2|g2,3,4|g3,5,6|", TURNED);
        assertEquals(List.of("s1", "s2"), table.labels());
        assertEquals(List.of("g1", "g2", "g3"), table.columnNames());
        assertEquals(Matrix.of(new double[][]{{1, 3, 5}, {2, 4, 6}}), table.values());
        assertEquals("column 3 (\"s2\")", table.rowTitle(1));
    }

    @Test
    void wavelengthsNameColumnsAndNumbersLabelSamples() {
        Table table = Texts.read("nm,1,2|1100.5,.1,.2|1102.5,.3,.4|", TURNED);
        assertEquals(List.of("1", "2"), table.labels());
        assertEquals(List.of("1100.5", "1102.5"), table.columnNames());
    }

    @Test
    void aTurnedTableNeedsNoNames() {
        Table table = Texts.read("1,2,3|4,5,6|",
                TURNED.withHeaders(ReadOptions.Headers.NONE).withLabels(LabelColumn.NONE));
        assertEquals(Matrix.of(new double[][]{{1, 4}, {2, 5}, {3, 6}}), table.values());
        assertEquals(null, table.labels());
    }

    @Test
    void columnsOfTheFileAreChosenBeforeItIsTurned() {
        Table table = Texts.read("otu,s1,s2,taxonomy|o1,1,2,x|o2,3,4,y|",
                TURNED.withColumns(new ColumnSpec("!taxonomy")));
        assertEquals(List.of("s1", "s2"), table.labels());
    }

    @Test
    void incompleteSamplesAreDropped() {
        Table table = Texts.read("g,s1,s2|g1,1,|g2,3,4|", TURNED.withMissing(Missing.DROP));
        assertEquals(List.of("s1"), table.labels());
    }

    @Test
    void wordsAreOneAndZeroOnRequest() {
        Table table = Texts.read("a,b,c,d|TRUE,no,1,yes|false,Yes,0,NO|", TRUTH);
        assertEquals(Matrix.of(new double[][]{{1, 0, 1, 1}, {0, 1, 0, 0}}), table.values());
        InputException e = assertThrows(InputException.class,
                () -> Texts.read("a,b|1,TRUE|2,FALSE|", ReadOptions.DEFAULT));
        assertEquals(Remedy.Kind.BOOLEAN_WORDS, e.remedy().kind());
        assertThrows(InputException.class, () -> Texts.read("a,b|1,TRUE|2,maybe|", TRUTH));
    }

    @Test
    void theColumnsOfNumbersAreTakenAndTheOthersNamed() {
        Table table = Texts.read("name,h,kind,w,empty|a,1,x,2,|b,3,y,4,|", NUMERIC);
        assertEquals(List.of("h", "w"), table.columnNames());
        assertEquals(List.of("a", "b"), table.labels());
        assertEquals("columns \"kind\", \"empty\" are not numeric and were left out",
                table.notes().getFirst().found());
    }

    @Test
    void othersMayBeLeftOutOrAdded() {
        Table table = Texts.read("k,h,w|x,1,2|y,3,4|", ReadOptions.DEFAULT.withColumns(new ColumnSpec("numeric,!h")));
        assertEquals(List.of("w"), table.columnNames());
    }

    @Test
    void aColumnOfThatNameComesFirst() {
        Table table = Texts.read("numeric,x|1,2|3,4|", NUMERIC);
        assertEquals(List.of("numeric"), table.columnNames());
    }

    @Test
    void oneBadNumberDoesNotHideItsColumn() {
        StringBuilder text = new StringBuilder("a,b|");
        text.repeat("1,2|", 150).append("1,x|");
        InputException e = assertThrows(InputException.class, () -> Texts.read(text.toString(), NUMERIC));
        assertEquals("data.csv: row 152, column \"b\"", e.where());
    }
}
