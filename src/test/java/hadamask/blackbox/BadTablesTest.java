package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a table is said in the same line by every command, wherever the table stands; nothing is written.
class BadTablesTest {
    /// `T` is the table under test, `GOOD` a good one.
    private static final List<String> COMMANDS = List.of("distances T", "similarity T", "mahalanobis T", "covariance T",
            "whiten T", "axes T", "hadamard T GOOD", "hadamard GOOD T", "distances GOOD --with T",
            "similarity T --with GOOD --knn 1", "mahalanobis GOOD --cov-from T", "axes GOOD --cov T",
            "distances -m mahalanobis --cov-from T GOOD", "distances -m seuclidean T --shape long",
            "mahalanobis T --plot PICTURE", "distances T --heatmap PICTURE");

    @TempDir
    Path folder;

    private Path good = Path.of("");

    @BeforeEach
    void aGoodTable() {
        good = Files.write(folder.resolve("good.csv"), "a,b\n1,2\n3,5\n4,1\n");
    }

    private Run run(String command, Path table) {
        return Run.of(Arrays.stream(command.split(" ")).map(word -> switch (word) {
            case "T" -> table;
            case "GOOD" -> good;
            case "PICTURE" -> folder.resolve("picture.png");
            default -> word;
        }).toArray());
    }

    private void refusedByAll(String expected, Path table) {
        Map<String, Long> before = Files.contents(folder);
        for (String command : COMMANDS) {
            Run run = run(command, table);
            assertEquals("hadamask: " + table + ": " + expected + "\n", run.err(), command);
            assertEquals(1, run.status(), command);
            assertEquals("", run.text(), command);
        }
        assertEquals(before, Files.contents(folder));
    }

    private void refusedByAll(String expected, String name, byte[] content) {
        refusedByAll(expected, Files.write(folder.resolve(name), content));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {"'' > is empty, expected a table of numbers",
        "' ||' > is empty, expected a table of numbers",
        "a,b| > has a header and no rows, expected rows of numbers (if its one line is data, say --no-headers)",
        "a,b > has a header and no rows, expected rows of numbers (if its one line is data, say --no-headers)",
        "a,b|1,2|3,4,5| > row 3 has 3 fields, expected 2", "a,b|1,2|3| > row 3 has 1 field, expected 2",
        "a,b|1,2|3,cat| > row 3, column \"b\": \"cat\" is not a number (if it stands for a missing value, say --na cat --missing nan, pairwise or drop)",
        "a,b|1,2|3,NaN| > row 3, column \"b\": \"NaN\" is not a number (for missing values choose --missing nan, pairwise or drop)",
        "a,b|1,2|3,| > row 3, column \"b\": is empty, expected a number (for missing values choose --missing nan, pairwise or drop)",
        "a,b,|1,2,|3,4,| > column 3: is empty in every row, expected numbers (leave it out with --columns 1-2)",
        "a;b|1;2,5| > row 2, column \"b\": \"2,5\" is not a number (between thousands there must be nothing; for decimal commas say --decimal comma)",
        "a,b|\"1,000\",2| > row 2, column \"a\": \"1,000\" is not a number (between thousands there must be nothing; for decimal commas say --decimal comma --delimiter ,)",
        "a;b|1;2 000| > row 2, column \"b\": \"2 000\" is not a number (write numbers without separators between thousands)",
        "a;b|1;2.000,5| > row 2, column \"b\": \"2.000,5\" is not a number (write numbers without separators between thousands)",
        "a,b|\u22121,2|3,4| > row 2, column \"a\": \"\u22121\" is not a number (write a minus as the hyphen of the keyboard)",
        "a,b|1,2|3,\u20132.5| > row 3, column \"b\": \"\u20132.5\" is not a number (write a minus as the hyphen of the keyboard)",
        "a,b|1,3%| > row 2, column \"b\": \"3%\" is not a number (leave it out with --columns 1)",
        "a,b|1,\"2| > line 2: a quote is opened and never closed (if quotes are characters like others, say --quote none)",
        "a,b|1,2\"3| > row 2, column \"b\": \"2\"3\" is not a number (leave it out with --columns 1)"})
    void aBadTextIsRefusedWithItsPlace(String text, String expected) {
        refusedByAll(expected, "data.csv", TableTexts.bytes(text.replace('|', '\n')));
    }

    @Test
    void whatIsNoTextOfUtf8IsRefused() {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            refusedByAll("is a UTF-16 text, expected UTF-8 (convert it with: iconv -f " + charset + " -t UTF-8)",
                    "data.csv", "a,b\n1,2\n3,4\n".getBytes(charset));
        }
        refusedByAll("is not a text, expected a table such as CSV", "data.csv", new byte[]{1, 2, 0, 5, 'x', 7, 8, 9});
        refusedByAll("is a PNG image, expected a table such as CSV (distances are taken between the rows of tables)",
                "a.png", Files.encoded(Files.disc(9, 9),
                        hadamask.codec.format.ImageFormat.PNG));
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        refusedByAll("is a folder, expected a file", java.nio.file.Files.createDirectory(folder.resolve("dir.csv")));
        refusedByAll("cannot be read: there is no such file", folder.resolve("gone.csv"));
    }

    @Test
    void aColumnWhoseDifferencesAreNoNumbersIsNamed() {
        Path large = Files.write(folder.resolve("large.csv"), "a,b,c\n1,2,3\n2,1.7e308,4\n3,5,7\n4,-2,1\n");
        for (String columns : List.of("a-c", "2,3", "b")) {
            Run run = Run.of("mahalanobis", large, "--columns", columns);
            assertEquals("hadamask: DIR/large.csv: column \"b\" has values that are too far from each other, expected"
                    + " differences below 2e307\n", run.err(folder));
            assertEquals(1, run.status());
        }
        Path small = Files.write(folder.resolve("small.csv"), "a,b\n1,1e-305\n2,3e-305\n4,0\n");
        assertEquals("hadamask: DIR/small.csv: column \"b\" varies by less than 1e-300, expected numbers of a larger"
                + " unit\n", Run.of("mahalanobis", small).err(folder));
    }

    @Test
    void aDamagedGzipIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(TableTexts.bytes(TableTexts.normal(200, 2, 1, false)));
        }
        byte[] whole = packed.toByteArray();
        refusedByAll("is a broken gzip file: it ends too early", "data.csv.gz",
                Arrays.copyOf(whole, whole.length / 2));
        whole[whole.length - 6] ^= 1;
        refusedByAll("is a broken gzip file: Corrupt GZIP trailer", "data.csv.gz", whole);
    }

    private static byte[] npy(String header, int dataBytes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[dataBytes]);
        return file.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "(3, 2) > 40 > ends too early for the NumPy matrix that its header promises",
        "(400000000, 5) > 48 > ends too early for the NumPy matrix that its header promises",
        "(99999999999999999999, 2) > 48 > ends too early for the NumPy matrix that its header promises",
        "() > 8 > has 0 dimensions, expected 1 or 2",
        "(1, 2, 3) > 48 > has 3 dimensions, expected 1 or 2",
        "(0, 2) > 0 > has no cells, expected a table of numbers"})
    void aDamagedNumpyFileIsRefused(String shape, int bytes, String expected) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n";
        refusedByAll(expected, "data.npy", npy(header, bytes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {
        "axes GOOD --cov T > 1,2| > is 1 x 2, expected a square matrix",
        "axes GOOD --cov T > 1,2|3,4| > is not symmetric at 2, 1, expected a covariance matrix",
        "axes GOOD --cov T > 1,5|5,1| > has a negative eigenvalue, expected a covariance matrix",
        "distances GOOD --with T > 1| > has 1 column, expected 2 as in DIR/good.csv",
        "distances GOOD --with T > a,c|1,2| > has no column \"b\" as DIR/good.csv has",
        "mahalanobis GOOD --cov-from T > 1,2,3|4,5,7| > has 3 columns, expected 2 as in DIR/good.csv",
        "mahalanobis T --plot PICTURE > 1|2|4| > has 1 column, expected 2 to be drawn (choose two with --axes)",
        "hadamard GOOD T > 1,2| > has 1 x 2 numbers, expected 3 x 2, the shape of the first",
        "similarity T > 0,0|0,0|1,2| > row 1, row 2: all numbers are 0, so there is no direction (use --zero-vector nan or 0)",
        "similarity T > id,a,b|x,0,0|y,1,2| > row 2 (\"x\"): all numbers are 0, so there is no direction (use --zero-vector nan or 0)",
        "similarity -m correlation T > 2,2|3,3| > row 1, row 2: all numbers are equal, so there is no correlation (use --zero-vector nan or 0)",
        "distances -m seuclidean T > a,b|1,2|1,3| > column \"a\": has the variance 0.0, expected one above 0 (leave it out with --columns '!1')",
        "mahalanobis T > 1,2| > has 1 row, expected at least 2 for a sample covariance (--ddof 0 divides by the number of rows)",
        "mahalanobis T > a,b|1,7|2,7|4,7| > the covariance has rank 1 of 2: column \"b\" is constant (use --pinv or --ridge)",
        "whiten T > 1,2,3|2,5,1| > the covariance has rank at most 1 of 3: 2 rows are too few (use --pinv or --ridge)",
        "mahalanobis T > a,b|1,2|inf,3|4,1| > row 3, column \"a\": is infinite, expected a finite number for a covariance",
        "distances -m mahalanobis --pinv T > 1,1|1,1| > no column varies, expected one that does for a covariance",
        "whiten --pinv T > 1,1|1,1| > no column varies, expected one that does for a covariance",
        "covariance T --columns z > a,b|1,2| > there is no column \"z\" (the columns are a, b)",
        "axes T --columns 3 > 1,2|2,1| > there is no column \"3\" (the columns are 1 to 2, without names)"})
    void dataThatDoNotAllowTheResultAreRefused(String command, String text, String expected) {
        Path table = Files.write(folder.resolve("data.csv"), text.replace('|', '\n'));
        Run run = run(command, table);
        assertEquals("hadamask: DIR/data.csv: " + expected + "\n", run.err(folder));
        assertEquals(1, run.status());
        assertEquals("", run.text());
    }

    /// Matched by name, the first of two columns of one name would be taken twice.
    @Test
    void twoColumnsOfOneNameAreNotMatchedByName() {
        Path twice = Files.write(folder.resolve("twice.csv"), "a,a\n1,2\n3,5\n");
        assertEquals(
                "hadamask: DIR/twice.csv: two columns have the name \"a\", expected names that can be matched with "
                        + "those of DIR/good.csv (choose columns with --columns, or say --no-headers)\n",
                run("distances T --with GOOD", twice).err(folder));
        assertEquals(1, run("distances GOOD --with T", twice).status());
        Path same = Files.write(folder.resolve("same.csv"), "a,a\n1,2\n");
        assertEquals("0,3.605551275463989\n", Run.quietly("distances", twice, "--with", same).text());
    }

    @Test
    void aRowWithoutEndIsRefusedBeforeTheRestIsRead() throws IOException {
        Path large = folder.resolve("large.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(3_000_000_000L);
        }
        assertEquals("hadamask: DIR/large.csv: line 1: a row has more than 67108864 bytes\n",
                run("distances T", large).err(folder));
    }

    @Test
    void oddTablesThatAreFineGiveARightResult() {
        for (String text : List.of("a,b\n1,2\n3,5\n4,1", "\ufeffa,b\r\n1,2\r\n3,5\r\n4,1\r\n", "a;b\n1;2\n3;5\n4;1\n",
                "a\tb\n1\t2\n3\t5\n4\t1\n", "a,a\n1,2\n3,5\n4,1\n", "\"a\nx\",b\n1,\"2\"\n3,5\n4,1\n",
                "1e0,20e-1\n+3,5.\n4,1\n")) {
            Path table = Files.write(folder.resolve("data.csv"), text);
            assertEquals(run("distances GOOD", good).succeeded().text(), run("distances T", table).succeeded().text());
            assertEquals(run("mahalanobis GOOD", good).text(), run("mahalanobis T", table).succeeded().text());
        }
        Path constant = Files.write(folder.resolve("data.csv"), "a,b\n1,2\n1,3\n1,7\n");
        assertEquals("0,1,5\n1,0,4\n5,4,0\n", run("distances T", constant).succeeded().text());
        assertEquals(",a,b\na,0,0\nb,0,7\n", run("covariance T", constant).succeeded().text());
        Path one = Files.write(folder.resolve("data.csv"), "1,2\n");
        assertEquals("0\n", run("distances T", one).succeeded().text());
        assertEquals("1\n", run("similarity T", one).succeeded().text());
        assertEquals("id1,id2,distance\n", run("distances T --knn 3", one).succeeded().text());
    }

    @Test
    void aMillionColumnsAreCompared() {
        String row = String.join(",", Collections.nCopies(1_000_000, "3"));
        Path table = Files.write(folder.resolve("data.csv"), row + "\n" + row.replace('3', '4') + "\n");
        assertEquals("0,1000\n1000,0\n", run("distances T", table).succeeded().text());
        Run refused = run("covariance T", table);
        assertTrue(refused.err().contains("has 1000000 columns, expected at most 46340"), refused.err());
        assertEquals(1, refused.status());
    }
}
