package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What messages advise works as it is typed: the options are taken out of the message, given to a shell to be taken apart,
/// and the command is run again with them.
class TableRemediesTest {
    private static final Pattern OPTION = Pattern
            .compile("--[a-z-]+(=[a-z]+)?( (?!if |or |when |for |in )('[^']*'|[^\\s')]+))?");

    @TempDir
    Path folder;

    static Stream<Arguments> refusedTables() {
        return Stream.of(
                // the name, the options, the table, what is advised, the size of the result
                Arguments.of("data.csv", "", "x,y,\n1,2,\n3,4,\n", "--columns 1-2", 2),
                Arguments.of("data.csv", "--missing drop", "x,y,\n1,2,\n3,4,\n", "--columns 1-2", 2),
                Arguments.of("data.csv", "", "x,sex,y,isl\n1,m,2,b\n3,f,4,c\n", "--columns '!2,!4'", 2),
                Arguments.of("data.csv", "", "x,my sex,y\n1,m,2\n3,f,4\n", "--columns '!2'", 2),
                Arguments.of("data.csv", "", "x,y\n1,2\n3,it's\n4,5\n", "--na 'it'\\''s' --missing nan", 3),
                Arguments.of("data.csv", "", "x,y\n1,2\n3,n d\n4,5\n", "--na 'n d' --missing nan", 3),
                Arguments.of("data.csv", "", "x,y\n1,2\n3,?\n4,5\n", "--missing nan", 3),
                Arguments.of("data.csv", "", "# made by me\nx,y\n1,2\n3,4\n", "--comment '#'", 2),
                Arguments.of("data.tsv", "", "# made\n#OTU ID\tS1\tS2\na\t1\t2\nb\t3\t1\n", "--skip 1", 3),
                Arguments.of("data.txt", "", "2 3\nking 0.1 0.2 0.3\nqueen 0.2 0.1 0.1\n", "--skip 1", 3),
                Arguments.of("data.csv", "", "h,w\ncm,kg\n1,2\n3,5\n", "--skip 2", 2),
                Arguments.of("data.csv", "", "Results of May\nx,y,z\n1,2,3\n3,4,5\n", "--skip 1", 2),
                Arguments.of("data.tab", "", "a\tb\nc\tc\nclass\t\n1\t4\n2\t3\n", "--skip 3", 2),
                Arguments.of("data.gct", "", "#1.2\n2\t2\nName\tDescription\ts\tt\nA\tf\t1\t2\nB\tg\t3\t4\n",
                        "--skip 2 --columns '!2'", 3),
                Arguments.of("data.csv", "", "x;y\n1,5;2\n2,5;3\n", "--decimal comma", 2),
                Arguments.of("data.csv", "", "x,y\n\"1,5\",2\n\"2,5\",3\n", "--decimal comma --delimiter ,", 2),
                Arguments.of("data.txt", "", "the 0.4 0.2\n\" 0.2 0.4\nof 0.7 0.5\n", "--quote none", 4),
                Arguments.of("data.csv", "", "x,y\n7,1\nA,2\n", "--id 1", 3),
                Arguments.of("data.csv", "", "a,b\n", "--no-headers", 0),
                Arguments.of("data.csv", "", "id nm,1,2,3\nid cm,90,80,70\na,.1,.3,.2\nb,.2,.1,.2\nc,.3,.2,.1\n",
                        "--skip 2",
                        4));
    }

    @ParameterizedTest
    @MethodSource("refusedTables")
    void whatIsAdvisedIsTypedAndWorks(String name, String options, String text, String advised, int lines)
            throws Exception {
        Path table = Files.write(folder.resolve(name), text);
        Run refused = distances(table, options);
        assertEquals(1, refused.status(), refused.text());
        String found = advice(refused.err());
        assertEquals(advised, found, refused.err());
        Run run = distances(table, advised.contains("--missing") ? found : options + " " + found);
        if (lines > 0) {
            assertEquals(0, run.status(), run.err());
            assertEquals(lines, run.text().lines().count(), run.text());
        } else {
            assertTrue(run.err().contains("is not a number"), run.err()); // its one line is no data
        }
    }

    static Stream<Arguments> guesses() {
        return Stream.of(
                Arguments.of("data.csv", "0,1,2\n5.1,3.5,1.4\n4.9,3.0,1.4\n", "--no-headers", 3),
                Arguments.of("data.csv", "0,1,2\n5,3,7\n4,9,1\n6,2,2\n", "--headers", 3),
                Arguments.of("data.csv", "id,x\n7,1\n9,2\n", "--id none", 2),
                Arguments.of("data.csv", "kind,x\na,1\na,2\n", "--id none", 2),
                Arguments.of("data.csv", "sep=;\n1;2\n3;4\n", "--delimiter ,", 0),
                Arguments.of("data.tsv", "x\n1 2\n3 4\n", "--delimiter tab", 0));
    }

    @ParameterizedTest
    @MethodSource("guesses")
    void whatANoteAdvisesIsTypedAndEndsIt(String name, String text, String advised, int lines) throws Exception {
        Path table = Files.write(folder.resolve(name), text);
        Run noted = distances(table, "");
        if (noted.status() == 0) {
            assertTrue(noted.err().startsWith("note: "), noted.err());
            assertEquals(advised, advice(noted.err()), noted.err());
        }
        Run run = distances(table, advised);
        assertTrue(!run.err().contains("note: "), run.err());
        if (lines > 0) {
            assertEquals(0, run.status(), run.err());
            assertEquals(lines, run.text().lines().count(), run.text());
        }
    }

    /// M1: the encodings that `iconv` is told.
    @Test
    void whatIconvIsAdvisedToDoIsDoneByIconv() throws Exception {
        for (String encoding : List.of("WINDOWS-1252", "UTF-16", "UTF-16LE", "UTF-16BE")) {
            Path table = folder.resolve("data.csv");
            Files.write(table, "n,x\nm\u00fcller,1\nb,2\n".getBytes(java.nio.charset.Charset.forName(encoding)));
            Run refused = Run.of("distances", table);
            Matcher advice = Pattern.compile("\\(convert it with: (iconv .*)\\)").matcher(refused.err());
            assertTrue(advice.find(), refused.err());
            byte[] converted = shell(advice.group(1) + " '" + table + "'");
            assertEquals(",m\u00fcller,b\nm\u00fcller,0,1\nb,1,0\n",
                    Run.withInput(converted, "distances", "-").succeeded().text());
        }
    }

    private static String advice(String message) {
        String words = message.substring(message.indexOf('('));
        Matcher option = OPTION.matcher(words.replace("'\\''", "\0"));
        List<String> options = new ArrayList<>();
        while (option.find()) {
            String found = option.group().replace("\0", "'\\''");
            options.add(found.endsWith(",") && !found.endsWith(" ,") ? found.substring(0, found.length() - 1) : found);
        }
        return options.isEmpty()
                ? ""
                : options.size() == 2 && words.contains(", or say ") ? options.get(0) : String.join(" ", options);
    }

    private static Run distances(Path table, String options) throws Exception {
        List<Object> args = new ArrayList<>(List.of("distances", table));
        String words = new String(shell("printf '%s\\n' " + options), StandardCharsets.UTF_8);
        words.lines().filter(word -> !word.isEmpty()).forEach(args::add);
        return Run.of(args.toArray());
    }

    private static byte[] shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        assertEquals(0, process.waitFor(), command);
        return out.toByteArray();
    }
}
