package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.ColumnSpec;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts that are no plain tables, and files that are no texts, are called by their name.
class MisreadingTest {
    /// M5: the first lines tell.
    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {
        "# made by me|x,y|1,2|3,4| > row 1 begins with #, as a comment does > COMMENTS > #",
        "% a|% b|1 2 3|4 5 6| > row 1 begins with %, as a comment does > COMMENTS > %",
        "# made from a table|#OTU ID\tS1\tS2|a\t1\t2|b\t3\t1| > row 1 is no row of the table > SKIP_LINES > 1",
        "2 3|king 0.1 0.2 0.3|queen 0.2 0.1 0.1| > row 1 counts words and numbers, as word2vec writes it: it is no row > SKIP_LINES > 1",
        "h,w|cm,kg|1,2|3,5| > 'row 2 holds no number where the rows below do, as a row of units does' > NAMES_AND_UNITS > 2",
        "Results of May|x,y,z|1,2,3|3,4,5| > 'row 1 has 1 cell where the rows below have 3, as a title has' > SKIP_LINES > 1",
        "Results|of May|a;b;c|1;2;3|3;4;5| > 'row 2 has 1 cell where the rows below have 3, as a title has' > SKIP_LINES > 2",
        "Results of May,,|x,y,z|1,2,3|3,4,5| > 'row 1 has 1 cell where the rows below have 3, as a title has' > SKIP_LINES > 1",
        "Results;;|of May;;|;;|n;y;z|a;2;3|b;4;5| > 'row 2 has 1 cell where the rows below have 3, as a title has' > SKIP_LINES > 3",
        "a\tb\tc|c\td\tc|\tclass\t|1\tx\t2|2\ty\t3| > 'row 2 holds types, as Orange writes them: it is no row, nor is the next' > SKIP_LINES > 3",
        "#1.2|2\t2|Name\tDescription\ts1\ts2|A\tfoo\t1\t2|B\tbar\t3\t4| > 'is a GCT file: the two lines before its header are no rows, nor are descriptions numbers' > GCT > ''"})
    void theFirstLinesTellWhatItIs(String text, String problem, Remedy.Kind kind, String detail) {
        InputException e = Texts.refusal("data.txt", text, ReadOptions.DEFAULT);
        assertEquals("data.txt", e.where());
        assertEquals(problem, e.problem());
        assertEquals(new Remedy(kind, detail), e.remedy());
    }

    @Test
    void otherTextsThanTablesAreNamed() {
        String expected = ", expected a table such as CSV";
        assertEquals("is an HTML page" + expected, refused("<!DOCTYPE html>|<html>|<p>1,2|"));
        assertEquals("is an XML text" + expected, refused("<?xml version=\"1.0\"?>|<a>1</a>|"));
        assertEquals("is a JSON text" + expected, refused("{\"a\": [1, 2]}|"));
        assertEquals("is a JSON text" + expected, refused("[[1, 2], [3, 4]]|"));
        assertEquals("is a pointer of Git LFS" + expected,
                refused("version https://git-lfs.example/spec/v1|oid sha256:4d7a|size 12|"));
    }

    private static String refused(String text) {
        return Texts.refusal("data.csv", text, ReadOptions.DEFAULT).problem();
    }

    /// What is wrong in one cell is not put down to the first lines.
    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {
        "#id,x,y|1,2,3|4,5,o|6,7,8| > '\"o\" is not a number' > MISSING_WORD",
        "x,y|1,2|3,4,5| > row 3 has 3 fields, expected 2 > NONE",
        "x,y,kind|1,2,cat|3,4,dog| > '\"cat\" is not a number' > COLUMN_OUT"})
    void aFaultInACellStaysThere(String text, String problem, Remedy.Kind kind) {
        InputException e = Texts.refusal("data.csv", text, ReadOptions.DEFAULT);
        assertEquals(problem, e.problem());
        assertEquals(kind, e.remedy().kind());
    }

    /// All columns of text are named at once, with what leaves them out.
    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {
        "x,sex,y,isl|1,m,2,b|3,f,4,c| > '' > '!2,!4'", "x,a,b,c,y|1,m,p,q,2|3,f,u,v,4| > '' > '!2-4'",
        "x,y,a,b|1,2,m,p|3,4,f,u| > '' > 1-2", "name,x,a,b|k,1,m,p|l,3,f,u| > '' > '!3-4'",
        "x,sex,y,isl|1,m,2,b|3,f,4,c| > 1-3 > '1-3,!2'", "x,y,a|1,2,m|3,4,f| > '' > 1-2"})
    void columnsOfTextAreLeftOutByWhatIsAdvised(String text, String columns, String advised) {
        ReadOptions options = ReadOptions.DEFAULT.withColumns(new ColumnSpec(columns));
        InputException e = Texts.refusal("data.csv", text, options);
        assertEquals(advised, e.remedy().detail());
        Table table = Texts.read(text, options.withColumns(new ColumnSpec(advised)));
        assertEquals(2, table.values().rows());
    }

    /// M4: a delimiter at the end of each row.
    @Test
    void aColumnThatIsEmptyInEveryRowIsNamedAsSuch() {
        String text = "x,y,|1,2,|3,4,|";
        for (Missing policy : List.of(Missing.ERROR, Missing.DROP)) {
            InputException e = Texts.refusal("data.csv", text, ReadOptions.DEFAULT.withMissing(policy));
            assertEquals("data.csv: column 3", e.where());
            assertEquals("is empty in every row, expected numbers", e.problem());
            assertEquals(new Remedy(Remedy.Kind.COLUMN_OUT, "1-2"), e.remedy());
        }
        for (Missing policy : List.of(Missing.NAN, Missing.PAIRWISE)) {
            assertEquals(List.of("column 3 is empty in every row"),
                    Texts.notes(Texts.read(text, ReadOptions.DEFAULT.withMissing(policy))));
        }
    }

    /// M1: other encodings are of no concern where they are not read.
    @Test
    void anotherEncodingMattersInWhatIsReadAlone() {
        ReadOptions x = ReadOptions.DEFAULT.withColumns(new ColumnSpec("1"));
        for (String text : List.of("x,n\n1,m\u00fcller\n4,b\n", "x,n\u00fc\n1,a\n4,b\n", "x,n\n1,b\n4,m\u00fcller\n")) {
            Table table = TableReader.read(latin1(text), x);
            assertArrayEquals(new double[]{1, 4}, table.values().values());
        }
        for (String text : List.of("n,x\nm\u00fcller,1\nb,2\n", "x\u00fc,n\n1,2\n")) {
            InputException e = Assertions.assertThrows(InputException.class,
                    () -> TableReader.read(latin1(text), ReadOptions.DEFAULT));
            assertTrue(e.problem().endsWith("is not UTF-8"), e.problem());
            assertEquals(Remedy.advice("convert it with: iconv -f WINDOWS-1252 -t UTF-8"), e.remedy());
        }
    }

    private static Input latin1(String text) {
        return Input.stream("data.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /// M2: archives and the files of other programs.
    @Test
    void filesOfOtherProgramsAreNamed() throws IOException {
        assertEquals("is a zip archive", kind(zip("a.csv")));
        assertEquals("is a Parquet file", kind(bytes("PAR1\25\4\25\30")));
        assertEquals("is an HDF5 file", kind(bytes("\u0089HDF\r\n\u001a\n\0\0")));
        assertEquals("is an old Excel workbook (.xls)",
                kind(bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0")));
        assertEquals("is a PDF document", kind(bytes("%PDF-1.7\n")));
        assertEquals("is an SQLite database", kind(bytes("SQLite format 3\0\20\0")));
        assertEquals("is a 7-Zip archive", kind(bytes("7z\u00bc\u00af'\34\0\4")));
        assertEquals("is a pickle of Python", kind(bytes("\u0080\4\u0095")));
        assertEquals("is packed by bzip2 twice", kind(gzip(bytes("BZh91AY&SY\1\2"))));
        assertEquals("is packed by xz twice", kind(gzip(bytes("\u00fd7zXZ\0\0\4"))));
        assertEquals("is packed by zstd twice", kind(gzip(bytes("(\u00b5/\u00fd\4"))));
        assertEquals("is packed by gzip twice", kind(gzip(gzip(bytes("1,2\n")))));
        assertEquals("is a zip archive", kind(gzip(zip("a.csv"))));
        assertEquals("is an SQLite database", kind(gzip(bytes("SQLite format 3\0\20\0"))));
    }

    @Test
    void wordsThatBeginAsOtherFilesDoAreWords() {
        Table table = Texts.read("PAR1,BZh,Rar!|1,2,3|4,5,6|", ReadOptions.DEFAULT);
        assertEquals(List.of("PAR1", "BZh", "Rar!"), table.columnNames());
    }

    private static String kind(byte[] content) {
        InputException e = Assertions.assertThrows(InputException.class,
                () -> TableReader.read(Input.stream("data", new ByteArrayInputStream(content)), ReadOptions.DEFAULT));
        assertTrue(e.problem().endsWith(", expected a table such as CSV"), e.problem());
        return e.problem().replace(", expected a table such as CSV", "");
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes("x,y\n1,2\n"));
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
