package hadamask.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.cli.image.SegmentCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What decides the pictures of `segment` is declared by its options, and nowhere else.
class DecidingOptionsTest {
    /// Where results go, and how the work is done: to add one here is to say that it changes no pixel.
    private static final Set<String> ASIDE = Set.of("--output", "--mask", "--stats", "--stages", "--overlay",
            "--labels", "--labels-color",
            "--report", "--suggest", "--measure", "--digits",
            "--show", "--recursive", "--files-from", "--files0-from", "--jobs", "--resume", "--checksum", "--errors",
            "--dry-run", "--settings", "--preset", "--print-settings", "--max-pixels", "--max-memory", "--quiet",
            "--verbose", "--help", "--version", "--watch");
    /// Another value of each kind: the first that an option takes is given to it.
    private static final List<String> WORDS = List.of("3", "none", "0.25", "dark", "ignore", "white", "rec709", "zero",
            "7",
            "7x3", "4", "hu", "lab", "red", "disc", "graphcut", "top", "barrier", "1,2", "1,2,3,4",
            "bgr");

    private static Map<String, String> deciding(String... args) {
        CommandLine line = new CommandLine(new SegmentCommand().declared());
        line.parseArgs(args);
        return Option.deciding(line.getCommandSpec());
    }

    @Test
    void everyOptionDecidesButThoseThatAreKnownNotTo() {
        CommandSpec command = new SegmentCommand().declared();
        Set<String> aside = new TreeSet<>();
        for (OptionSpec option : command.options()) {
            List<String> args = changed(option);
            boolean decides = !deciding(args.toArray(String[]::new)).equals(deciding());
            if (!decides) {
                aside.add(option.longestName());
            }
        }
        assertEquals(new TreeSet<>(ASIDE), aside);
    }

    /// Arguments that give an option another value than it has without them.
    private static List<String> changed(OptionSpec option) {
        String name = option.longestName();
        if (option.arity().max() == 0) {
            return List.of(name);
        }
        for (String word : WORDS) {
            for (ITypeConverter<?> converter : option.converters()) {
                try {
                    Object value = converter.convert(word);
                    if (!value.equals(option.initialValue())) {
                        return List.of(name + "=" + word);
                    }
                } catch (Exception e) {
                    // another word
                }
            }
        }
        return ASIDE.contains(name) ? List.of() : missing(name);
    }

    private static List<String> missing(String name) {
        throw new AssertionError(name + " takes none of " + WORDS + ": add a word for it");
    }

    @Test
    void theWordOfAValueIsReadAsTheSameValue() throws Exception {
        List<String> read = new ArrayList<>();
        for (OptionSpec option : new SegmentCommand().declared().options()) {
            if (option.initialValue() == null) {
                continue;
            }
            for (ITypeConverter<?> converter : option.converters()) {
                assertEquals(option.initialValue(), converter.convert(OptionTexts.of(option.initialValue())),
                        option.longestName());
                read.add(option.longestName());
            }
        }
        assertTrue(read.contains("--closing"), read.toString());
    }

    @Test
    void whatIsNotGivenIsInForceToo() {
        Map<String, String> words = deciding();
        assertEquals("mean", words.get("--gray"));
        assertEquals("black", words.get("--background"));
        assertEquals("false", words.get("--tolerant"));
        assertFalse(words.containsKey("--threshold"));
        assertNotEquals(words, deciding("--tolerant"));
        assertNotEquals(words, deciding("--trim=1"));
    }
}
