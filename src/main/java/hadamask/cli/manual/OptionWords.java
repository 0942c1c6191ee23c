package hadamask.cli.manual;

import hadamask.cli.option.UnexpectedWord;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What a shell may offer for an option.
///
/// @param names its names, with their dashes
/// @param description one line
/// @param label the name of its value; empty for a flag
/// @param isOptional whether the value may be left away: it is joined by an equals sign then
/// @param isRepeatable whether it may be given several times
/// @param words the words that its value may be; empty where there are too many
/// @param files the files that its value may be
record OptionWords(List<String> names, String description, String label, boolean isOptional, boolean isRepeatable,
        List<String> words, FileKind files) {
    /// No value of any option.
    private static final String IMPOSSIBLE = "\0";

    static OptionWords of(OptionSpec option) {
        boolean isFlag = option.arity().max() == 0;
        return new OptionWords(List.of(option.names()), Sentences.plain(option.description()),
                isFlag ? "" : option.paramLabel(), !isFlag && option.arity().min() == 0, option.isMultiValue(),
                isFlag ? List.of() : words(option), FileKind.of(isFlag ? "" : option.paramLabel(), false));
    }

    boolean isFlag() {
        return label.isEmpty();
    }

    /// The words that the option names when it refuses one.
    static List<String> words(ArgSpec option) {
        for (ITypeConverter<?> converter : option.converters()) {
            try {
                converter.convert(IMPOSSIBLE);
            } catch (UnexpectedWord e) {
                return e.words();
            } catch (Exception e) {
                // a number, or the like
            }
        }
        return List.of();
    }
}
