package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures that take columns of texts, through the command line.
class TextColumnsTest {
    private static final String PEOPLE = """
            name,height,town,smoker,income
            anna,170,Bonn,yes,30
            bert,180,Köln,no,50
            carl,175,Bonn,no,
            dora,,Jena,yes,70
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) {
        return Files.write(folder.resolve(name), text);
    }

    /// By hand: heights range over 10, incomes over 40. anna and bert: (1 + 1 + 1 + 1/2) / 4; carl and dora share town and smoker.
    @Test
    void gowerSkipsWhatIsMissing() {
        assertEquals("""
                id1,id2,distance
                anna,bert,0.875
                anna,carl,0.5
                anna,dora,0.6666666666666666
                bert,carl,0.5
                bert,dora,0.8333333333333334
                carl,dora,1
                """, Run.quietly("distances", "-m", "gower", "--missing", "pairwise", "--shape", "long",
                file("people.csv", PEOPLE)).text());
    }

    /// (1 + 3 (1) + 2 (1) + 1/2) / 7, (1/2 + 2 (1) + 1) / 7 and (1/2 + 3 (1) + 1/2) / 7.
    @Test
    void gowerWithWeights() {
        assertEquals("id1,id2,distance\nanna,bert,0.9286\nanna,carl,0.5\nbert,carl,0.5714\n",
                Run.quietly("distances", "-m", "gower", "--weights", "1,3,2,1", "--shape", "long", "--digits", 4,
                        file("full.csv", """
                                name,height,town,smoker,income
                                anna,170,Bonn,yes,30
                                bert,180,Köln,no,50
                                carl,175,Bonn,no,70
                                """)).text());
    }

    @Test
    void similarityIsOneMinusGower() {
        String distances = Run.quietly("distances", "-m", "gower", "--missing", "pairwise", file("people.csv", PEOPLE),
                "--shape", "condensed").text();
        String similarities = Run.quietly("similarity", "-m", "gower", "--missing", "pairwise",
                file("people.csv", PEOPLE), "--shape", "condensed").text();
        double[][] d = TableTexts.numbers(distances, ",");
        double[][] s = TableTexts.numbers(similarities, ",");
        for (int k = 0; k < d.length; k++) {
            assertEquals(1 - d[k][0], s[k][0]);
        }
    }

    @Test
    void textsOfTwoTablesAreTheSame() {
        assertEquals("id1,id2,distance\nemil,anna,0.5\nemil,bert,1\n",
                Run.quietly("distances", "-m", "gower", "--shape", "long", "--with",
                        file("other.csv", "name,town,height\nemil,Bonn,180\n"),
                        file("few.csv", "name,height,town\nanna,170,Bonn\nbert,170,Köln\n")).text());
        assertEquals(
                "note: DIR/other.csv: row 1 was taken as column names (use --no-headers if it is data)\n"
                        + "hadamask: DIR/other.csv: column \"height\" has texts, expected numbers as in DIR/few.csv\n",
                Run.of("distances", "-m", "gower", "--with",
                        file("other.csv", "name,town,height\nemil,Bonn,tall\nfritz,Ulm,small\n"),
                        file("few.csv", "name,height,town\nanna,170,Bonn\nbert,170,Köln\n")).err(folder));
    }

    @Test
    void levenshteinOfOneColumn() {
        Path words = file("words.txt", "kitten\nsitting\nmitten\n");
        assertEquals("3\n1\n3\n",
                Run.quietly("distances", "-m", "levenshtein", "-n", "--shape", "condensed", words).text());
        assertEquals("id1,id2,similarity\n1,3,0.833\n2,1,0.571\n3,1,0.833\n", Run.quietly("similarity", "-m",
                "levenshtein", "-n", "--knn", 1, "--digits", 3, words).text());
        assertEquals("id1,id2,distance\nanna,bert,3\nanna,carl,0\nanna,dora,3\nbert,carl,3\nbert,dora,4\ncarl,dora,3\n",
                Run.quietly("distances", "-m", "levenshtein", "--columns", "town", "--shape", "long",
                        file("people.csv", PEOPLE)).text());
    }

    @Test
    void aHeaderThatIsGuessedAboveTextsIsSaid() {
        Run run = Run.of("distances", "-m", "levenshtein", file("words.txt", "word\nkitten\nsitting\n"));
        assertEquals("note: DIR/words.txt: row 1 was taken as column names (use --no-headers if it is data)\n",
                run.err(folder));
        assertEquals("0,3\n3,0\n", run.text());
    }

    @Test
    void aMissingTextIsRefusedOrSkipped() {
        Path table = file("gaps.csv", "name,town\nanna,Bonn\nbert,\ncarl,Ulm\n");
        assertEquals("hadamask: DIR/gaps.csv: row 3, column \"town\": is empty, expected a text"
                + " (for missing values choose --missing nan, pairwise or drop)\n",
                Run.of("distances", "-m", "levenshtein", "--headers", "--columns", "town", table).err(folder));
        assertEquals("id1,id2,distance\nanna,bert,nan\nanna,carl,4\nbert,carl,nan\n", Run.quietly("distances", "-m",
                "levenshtein", "--headers", "--columns", "town", "--missing", "nan", "--shape", "long", table).text());
    }

    @Test
    void whatIsNoColumnOfTextsIsRefused() {
        Path table = file("people.csv", "name,height,town\nanna,170,Bonn\nbert,170,Köln\n");
        assertEquals("hadamask: DIR/people.csv: has 2 columns, expected one of texts (choose it with --columns)\n",
                Run.of("distances", "-m", "levenshtein", table).err(folder));
        assertEquals(
                "hadamask: DIR/people.csv: has 1 column of numbers, expected one of texts (choose it with --columns)\n",
                Run.of("distances", "-m", "levenshtein", "--columns", "height", table).err(folder));
        assertEquals("hadamask: --missing: pairwise does not go with levenshtein: it needs all columns of a row"
                + " (see hadamask distances --help)\n",
                Run.of("distances", "-m", "levenshtein", "--missing", "pairwise", table).err(folder));
        // Others take no texts, alone or beside one that does.
        for (String metric : new String[]{"euclidean", "gower,euclidean"}) {
            assertEquals("hadamask: DIR/people.csv: row 2, column \"town\": \"Bonn\" is not a number"
                    + " (leave it out with --columns '!3')\n", Run.of("distances", "-m", metric, table).err(folder));
        }
    }

    /// Threads give texts no other numbers.
    @Test
    void theBytesDoNotDependOnThreads() {
        StringBuilder text = new StringBuilder("id,x,word\n");
        for (int i = 0; i < 3000; i++) {
            text.append('r').append(i).append(',').append(i % 7).append(",w").append(i * 31 % 101).append('\n');
        }
        Path table = file("long.csv", text.toString());
        assertEquals(Run.quietly("distances", "-m", "gower", "-j", 1, "--knn", 2, table).text(),
                Run.quietly("distances", "-m", "gower", "-j", 4, "--knn", 2, table).text());
    }
}
