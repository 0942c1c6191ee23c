package hadamask.cli.option;

import hadamask.file.FilePath;
import hadamask.file.ShellWord;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Puts what picocli finds wrong with the arguments into the words of this program: `OPTION: WHAT IS WRONG WITH IT`.
public final class UsageProblem {
    private static final Pattern PREFIX = Pattern.compile("^Invalid value for .*?: (?=.)");

    /// How many are worked on at once, which some commands have no choice of.
    private static final Pattern AT_ONCE = Pattern.compile("-j\\d*|--(jobs|threads|parallel|workers)");

    private UsageProblem() {
    }

    /// @param couldBeOutput whether a word that is one parameter too many could be the name of the output
    public static String of(Predicate<String> couldBeOutput, ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(couldBeOutput, unmatched);
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + ": is given twice, expected once";
            default -> wrongValue(e);
        };
    }

    private static String unmatched(Predicate<String> couldBeOutput, UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst();
        boolean option = first.startsWith("-");
        boolean command = !e.getCommandLine().getSubcommands().isEmpty();
        String kind = option ? "there is no such option" : command ? "there is no such command" : "is one too many";
        String word = first.replaceFirst("=.*", "");
        if (option && !command && new File(first).exists()) {
            return first + ": " + kind + ", did you mean the file " + ShellWord.of("./" + first) + "?";
        }
        String near = option || command ? meant(word, names(e.getCommandLine(), option)) : output(couldBeOutput, first);
        return word + ": " + kind + (near != null
                ? ", did you mean " + near + "?"
                : AT_ONCE.matcher(word).matches() ? ", one input is worked on at a time" : "");
    }

    /// A name behind all parameters that is no file yet is the output, as other programs take it.
    private static @Nullable String output(Predicate<String> couldBeOutput, String word) {
        return couldBeOutput.test(word) && !Files.exists(FilePath.of(word)) ? "-o " + ShellWord.of(word) : null;
    }

    private static List<String> names(CommandLine line, boolean options) {
        return options
                ? line.getCommandSpec().options().stream().flatMap(option -> Stream.of(option.names())).toList()
                : List.copyOf(line.getSubcommands().keySet());
    }

    private static @Nullable String meant(String word, List<String> names) {
        if (!word.matches("-\\p{Alpha}.*") || word.startsWith("--")) {
            return MeantName.of(word, names);
        }
        // A letter that is no option may be the first of one, behind one dash or with its value right behind it.
        if (word.length() > 2) {
            String whole = MeantName.of("-" + word, names);
            if (whole != null) {
                return whole;
            }
        }
        List<String> longer = MeantName.ofLetter(word.charAt(1), names);
        return longer.isEmpty() || longer.size() > 3 ? null : String.join(" or ", longer);
    }

    private static String missing(MissingParameterException e) {
        List<ArgSpec> missing = e.getMissing();
        if (missing.isEmpty()) {
            return "a parameter: is missing";
        }
        return missing.getFirst() instanceof OptionSpec option
                ? name(option) + ": its value is missing, expected " + option.paramLabel()
                : name(missing.getFirst()) + ": is missing";
    }

    private static String wrongValue(ParameterException e) {
        String message = PREFIX.matcher(e.getMessage()).replaceFirst("");
        ArgSpec argument = e.getArgSpec();
        return argument == null || message.startsWith(name(argument)) ? message : name(argument) + ": " + message;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
