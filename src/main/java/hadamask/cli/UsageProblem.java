package hadamask.cli;

import java.util.List;
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
final class UsageProblem {
    private static final Pattern PREFIX = Pattern.compile("^Invalid value for .*?: (?=.)");

    private UsageProblem() {
    }

    static String of(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + ": is given twice, expected once";
            default -> wrongValue(e);
        };
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst();
        boolean option = first.startsWith("-");
        boolean command = !e.getCommandLine().getSubcommands().isEmpty();
        String kind = option ? "there is no such option" : command ? "there is no such command" : "is one too many";
        String word = first.replaceFirst("=.*", "");
        String near = option || command ? nearest(word, names(e.getCommandLine(), option)) : null;
        return word + ": " + kind + (near == null ? "" : ", did you mean " + near + "?");
    }

    private static List<String> names(CommandLine line, boolean options) {
        return options
                ? line.getCommandSpec().options().stream().flatMap(option -> Stream.of(option.names())).toList()
                : List.copyOf(line.getSubcommands().keySet());
    }

    /// The only name that begins with the word, or the one that takes the fewest changes.
    private static @Nullable String nearest(String word, List<String> names) {
        List<String> longer = names.stream().filter(name -> name.startsWith(word)).toList();
        return longer.size() == 1 ? longer.getFirst() : NearestName.of(word, names);
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
