package hadamask.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// One command: its options are fields that picocli fills, its work is [#run(Console)].
///
/// Every command has `--help`, `--version`, `-q` and `-v`.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true)
abstract class Command {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Option(names = {"-q", "--quiet"}, description = "Say nothing but errors.", order = 100)
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Explain what is done, on standard error.", order = 101)
    private boolean verbose;

    /// Does the work; the options are set.
    ///
    /// @return the exit status
    /// @throws ParameterException when the options do not go together: nothing was done then
    abstract int run(Console console);

    final int start(Console console) {
        if (quiet && verbose) {
            throw usage("-q", "does not go with -v");
        }
        console.level(quiet ? Console.Level.QUIET : verbose ? Console.Level.VERBOSE : Console.Level.NORMAL);
        return run(console);
    }

    /// Wrong usage: an option that does not fit the others, or the input.
    ///
    /// @param where the option
    /// @param problem what was found and what was expected
    final ParameterException usage(String where, String problem) {
        return new ParameterException(spec.commandLine(), where + ": " + problem);
    }

    /// Refuses an output that would replace an input.
    final void requireNotAnInput(String option, String output, Iterable<String> inputs) {
        Path target = existing(output);
        for (String input : inputs) {
            if (target != null && target.equals(existing(input))) {
                throw usage(option, output + " is also an input, expected another name");
            }
        }
    }

    private static @Nullable Path existing(String argument) {
        if (argument.equals("-")) {
            return null;
        }
        try {
            return Console.path(argument).toRealPath();
        } catch (IOException e) {
            return null; // not there, so it is no input
        }
    }
}
