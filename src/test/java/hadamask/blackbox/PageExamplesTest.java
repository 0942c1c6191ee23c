package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the reference pages of tables give what stands below them.
///
/// In its `sh` blocks a line is a command, or `printf 'TEXT' | COMMAND`; the lines behind it that begin with `# ` are what it prints,
/// up to `# ...`, and files go to a folder of the test.
class PageExamplesTest {
    /// The pages, of which other tests know, too.
    static final List<String> PAGES = List.of("tables.md", "table-files.md", "metrics.md", "clusters.md",
            "mahalanobis.md");

    @TempDir
    static Path folder;

    /// @param line as it stands on the page
    /// @param output what it prints, or the beginning of that
    /// @param whole whether there is nothing behind
    private record Example(String line, String output, boolean whole) {
        void assertRuns() {
            String text = "";
            String command = line;
            if (line.startsWith("printf '")) {
                int end = line.indexOf("' | ");
                text = line.substring("printf '".length(), end).replace("\\n", "\n");
                command = line.substring(end + "' | ".length());
            }
            Object[] arguments = Stream.of(command.split(" +", -1)).map(Example::argument).toArray();
            Run run = Run.withInput(text.getBytes(StandardCharsets.UTF_8), arguments);
            assertEquals(0, run.status(), run.err());
            assertEquals(output, whole
                    ? run.text()
                    : run.text().substring(0, Math.min(output.length(),
                            run.text().length())));
        }

        /// Whether it prints or draws something; others are run by [TableReferenceExamplesTest].
        boolean showsSomething() {
            return !output.isEmpty() || line.contains(".png");
        }

        private static String argument(String word) {
            if (word.startsWith("samples/")) {
                return Launched.PROJECT.resolve(word).toString();
            }
            return word.matches("[a-z]+[.](png|csv|npy|nwk)") ? folder.resolve(word).toString() : word;
        }
    }

    private static List<Example> examples(String page) {
        List<Example> examples = new ArrayList<>();
        boolean shell = false;
        String line = "";
        StringBuilder output = new StringBuilder();
        boolean whole = true;
        for (String next : (Files.text(Launched.PROJECT.resolve("src/site/markdown/" + page)) + "\n```").lines()
                .toList()) {
            if (shell && next.startsWith("# ")) {
                whole &= !next.equals("# ...");
                output.append(whole ? next.substring(2) + "\n" : "");
            } else {
                if (!line.isEmpty()) {
                    examples.add(new Example(line, output.toString(), whole));
                }
                shell = next.startsWith("```") ? next.equals("```sh") : shell;
                line = shell && !next.startsWith("```") ? next : "";
                output.setLength(0);
                whole = true;
            }
        }
        return examples;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleGivesWhatStandsBelowIt() {
        List<Example> examples = PAGES.stream().flatMap(page -> examples(page).stream()).toList();
        assertTrue(examples.size() >= 30, () -> "only " + examples.size());
        return examples.stream().filter(Example::showsSomething)
                .map(example -> dynamicTest(example.line(), example::assertRuns));
    }
}
