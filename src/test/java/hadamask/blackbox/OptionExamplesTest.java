package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examples in the tables of options of `segment` are options as they are typed.
class OptionExamplesTest {
    /// The last cell of a row that begins with an option, if it is an option, too.
    private static final Pattern EXAMPLE = Pattern.compile("\\| `-.*\\| `(-[^`]*)` \\|");

    @Test
    void everyExampleIsUnderstood() {
        List<String> examples = new ArrayList<>();
        for (String line : Files.text(Launched.PROJECT.resolve("src/site/markdown/images.md")).lines().toList()) {
            Matcher row = EXAMPLE.matcher(line);
            if (row.matches()) {
                examples.add(row.group(1).replace("\\|", "|").replace("'", ""));
            }
        }
        assertTrue(examples.size() > 40, () -> examples.size() + " examples");
        for (String example : examples) {
            List<Object> words = new ArrayList<>(List.of("segment", "cat.jpg", "--print-settings"));
            words.addAll(List.of(example.split(" ", -1)));
            Run run = Run.of(words.toArray());
            assertEquals(0, run.status(), () -> example + ": " + run.err());
        }
    }
}
