package hadamask.cli.option;

import java.util.List;
import picocli.CommandLine.TypeConversionException;

/// A value that is none of the words that an option knows. What shells offer for the option are these words.
public final class UnexpectedWord extends TypeConversionException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> words;

    UnexpectedWord(String value, String expected, List<String> words) {
        super("'" + value + "' was found, expected " + expected + meant(value, words));
        this.words = List.copyOf(words);
    }

    private static String meant(String value, List<String> words) {
        List<String> names = words.stream().filter(word -> word.length() > 1).toList(); // a digit is as near as any other
        String meant = MeantName.of(value, names);
        return meant == null ? "" : ", did you mean " + meant + "?";
    }

    /// All words that the option knows.
    public List<String> words() {
        return words;
    }
}
