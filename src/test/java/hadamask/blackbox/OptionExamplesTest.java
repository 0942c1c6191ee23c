package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The examples in the tables of options are options as they are typed: a command that the page is about understands them.
class OptionExamplesTest {
    /// The last cell of a row that begins with an option, if it is an option, too.
    private static final Pattern EXAMPLE = Pattern.compile("\\| `-.*\\| `(-[^`]*)` \\|");
    private static final Pattern TABLE = Pattern.compile("\\| option \\|.*\\| example \\|");

    private static final Map<String, List<String>> COMMANDS = new TreeMap<>(
            Map.of("images", List.of("segment"), "methods", List.of("segment"), "measure", List.of("measure"), "tables",
                    List.of("distances"), "metrics", List.of("distances", "similarity"), "clusters",
                    List.of("cluster"), "mahalanobis",
                    List.of("mahalanobis", "covariance", "whiten")));

    @TestFactory
    Stream<DynamicTest> everyExampleIsUnderstood() {
        return COMMANDS.entrySet().stream().flatMap(page -> examples(page.getKey()).stream().map(
                example -> dynamicTest(page.getKey() + ": " + example, () -> assertTrue(
                        page.getValue().stream().anyMatch(command -> isUnderstood(command, example)), example))));
    }

    /// An option that is not known, or a value that does not fit, is wrong usage before a file is looked for.
    private static boolean isUnderstood(String command, String example) {
        List<Object> words = new ArrayList<>(List.of(command, "no-such-file"));
        if (command.equals("segment")) {
            words.add("--print-settings");
        } else if (command.equals("measure")) {
            words.add("no-such-image");
        }
        words.addAll(Arrays.asList(example.replace("'", "").split(" ", -1)));
        Run run = Run.of(words.toArray());
        return run.status() != 2 || !run.err().contains("-help)");
    }

    private static List<String> examples(String page) {
        List<String> examples = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.text(Launched.PROJECT.resolve("src/site/markdown/" + page + ".md")).lines().toList()) {
            inside = line.startsWith("|") && (inside || TABLE.matcher(line).matches());
            if (inside && line.startsWith("| `")) {
                Matcher row = EXAMPLE.matcher(line);
                assertTrue(row.matches(), () -> page + " has no example: " + line);
                if (!line.contains("`--max-memory")) { // a promise that the launcher keeps, which stands before these commands
                    examples.add(row.group(1).replace("\\|", "|"));
                }
            }
        }
        assertFalse(examples.isEmpty(), page);
        return examples;
    }
}
