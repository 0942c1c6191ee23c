package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is guessed about a table is said in one line, once, and not where it was said by the user or is plain.
class TableGuessesTest {
    private static final String NUMBERED = "rownames,x,y\n1,3.6,79\n2,1.8,54\n3,3.3,74\n";

    @TempDir
    Path folder;

    private Path file(String name, String text) {
        return Files.write(folder.resolve(name), text);
    }

    private String notes(Object... args) {
        Run run = Run.of(args);
        assertEquals(0, run.status(), run.err());
        return run.err(folder);
    }

    @Test
    void aGuessIsSaidInOneLineWithWhatToDo() {
        Path table = file("data.csv", NUMBERED);
        String note = "note: DIR/data.csv: column \"rownames\" was taken as the labels of the rows"
                + " (use --id none if it is one of the numbers)\n";
        assertEquals(note, notes("distances", table));
        assertEquals(note, notes("axes", table));
        assertEquals("", notes("distances", table, "-q"));
        for (String id : new String[]{"none", "0", "1", "rownames"}) {
            assertEquals("", notes("distances", table, "--id", id));
        }
    }

    @Test
    void whatEachTableIsTakenForIsSaid() {
        Path table = file("data.csv", "gene,0,1,2\ng1,5.5,6.5,7.5\ng2,1.5,2.5,0.5\n");
        Path other = file("other.csv", "gene,0,1,2\ng3,5.5,6.5,7.5\ng3,1.5,2.5,0.5\n");
        String note = ": row 1 was taken as column names (use --no-headers if it is data)\n";
        assertEquals("note: DIR/data.csv" + note + "note: DIR/other.csv" + note
                + "note: DIR/other.csv: column \"gene\" labels the rows, and several are \"g3\""
                + " (use --id none for the numbers of the rows)\n", notes("distances", table, "--with", other));
        assertEquals("", notes("distances", table, "--with", other, "--headers", "--id", "1"));
        assertEquals("note: DIR/other.csv" + note,
                notes("distances", table, "--with", other, "--headers=table", "--id", "1"));
        assertEquals("note: DIR/data.csv" + note,
                notes("mahalanobis", table, "--pinv", "--cov-from", other, "--headers=other", "--id", "1"));
    }

    @Test
    void labelsThatOccurTwiceMatterWhereRowsAreNamed() {
        Path table = file("data.csv", "species,x,y\nAdelie,1,2\nAdelie,3,5\nGentoo,9,9\n");
        String note = "note: DIR/data.csv: column \"species\" labels the rows, and several are \"Adelie\""
                + " (use --id none for the numbers of the rows)\n";
        assertEquals(note, notes("mahalanobis", table));
        assertEquals("", notes("covariance", table));
        assertEquals("", notes("axes", table));
        assertEquals("id1,id2,distance\n1,2,3.605551275463989\n1,3,10.63014581273465\n2,3,7.211102550927978\n",
                Run.of("distances", table, "--id", "none", "--shape", "long").succeeded().text());
    }

    /// M10: a header in one of two tables.
    @Test
    void eachOfTwoTablesMayHaveAHeader() {
        Path reference = file("ref.csv", "id,a,b\nx,1,2\ny,3,4\n");
        Path query = file("query.csv", "q1,1,2\nq2,3,5\n");
        String expected = ",x,y\nq1,0,2.8284271247461903\nq2,3.605551275463989,1\n";
        assertEquals(expected, Run.of("distances", reference, "--with", query).succeeded().text());
        assertEquals(expected, Run.of("distances", reference, "--with", query, "-n=other").succeeded().text());
        assertEquals(expected, Run.of("distances", reference, "--with", query, "--headers=table", "--no-headers=other")
                .succeeded().text());
        Run both = Run.of("distances", reference, "--with", query, "-n");
        assertEquals("hadamask: DIR/ref.csv: row 1, column 2: \"a\" is not a number (if row 1 holds names, leave"
                + " --no-headers away, or say for one of two tables --no-headers=table or --no-headers=other)\n",
                both.err(folder));
        assertEquals("x,y\n10,0\n", Run.of("hadamard", file("m.csv", "x,y\n5,6\n"), file("n.csv", "2,0\n"),
                "--no-headers=other").succeeded().text());
    }

    /// S5: rows keep their numbers.
    @Test
    void rowsThatAreLeftOutCountInTheResult() {
        Path table = file("data.csv", "x,y\n1,1\nNA,2\n3,3\n4,7\n");
        Run pairs = Run.of("distances", table, "--missing", "drop", "--shape", "long", "--digits", "3");
        assertEquals("id1,id2,distance\n1,3,2.83\n1,4,6.71\n3,4,4.12\n", pairs.text());
        assertEquals("note: DIR/data.csv: 1 of 4 rows has a missing value and was left out\n", pairs.err(folder));
        assertEquals("[\n{\"id1\":1,\"id2\":3,\"distance\":2.83}\n]\n", Run.of("distances", table, "--missing", "drop",
                "--max-distance", "3", "--digits", "3", "--format", "json", "-q").succeeded().text());
        assertEquals("row,distance,p\n1,1.15,0.513\n3,1.15,0.513\n4,1.15,0.513\n",
                Run.of("mahalanobis", table, "--missing", "drop", "-q", "--digits", "3").succeeded().text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "--headers --no-headers > --headers: does not go with --no-headers for the same table",
        "--headers -n=other > --headers: does not go with --no-headers for the same table",
        "--headers=first > --headers: 'first' was found, expected table, other or both",
        "--skip -1 > --skip: '-1' was found, expected a number of lines from 0",
        "--quote single > --quote: 'single' was found, expected double or none",
        "--decimal dot > --decimal: 'dot' was found, expected point or comma",
        "--comment= > --comment: '' was found, expected what a comment begins with, such as #",
        "--na= > --na: '' was found, expected words such as -999 or unknown, with commas between",
        "--id= > --id: '' was found, expected a column such as 1 or name, or none"})
    void whatCannotBeMeantIsWrongUsage(String options, String expected) {
        Path table = file("data.csv", "a,b\n1,2\n3,5\n");
        Run run = Run.of(java.util.stream.Stream
                .concat(java.util.stream.Stream.of("distances", table),
                        java.util.stream.Stream.of(options.split(" ", -1)))
                .toArray());
        assertEquals("hadamask: " + expected + " (see hadamask distances --help)\n", run.err(folder));
        assertEquals(2, run.status());
    }
}
