package hadamask.cli;

import hadamask.file.ClosedPipeException;
import hadamask.file.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The commands by name: finds the one that is asked for, runs it, and turns what happens into an exit status.
///
/// Only the command that runs is built: reading the annotations of all of them would cost more than a small image.
public final class Commands {
    private static final Map<String, Supplier<Command>> COMMANDS = new TreeMap<>(Map.of("axes", AxesCommand::new,
            "covariance", CovarianceCommand::new, "distances", DistancesCommand::new, "hadamard", HadamardCommand::new,
            "mahalanobis", MahalanobisCommand::new, "similarity", SimilarityCommand::new, "whiten",
            WhitenCommand::new));

    private Commands() {
    }

    /// Runs a command to its end; nothing is thrown.
    ///
    /// @param args a command's name and its arguments
    /// @return the exit status: 0 all done, 1 an input failed, 2 wrong usage, 70 a defect of the program
    public static int run(String[] args, Console console) {
        try {
            return dispatch(args, console);
        } catch (ClosedPipeException e) {
            return ExitStatus.OK;
        } catch (InputException e) {
            console.error(e);
            return ExitStatus.FAILED;
        } catch (OutOfMemoryError e) {
            console.error("", "ran out of memory: " + e.getMessage(), "give it more with HADAMASK_OPTS=-Xmx8g");
            return ExitStatus.FAILED;
        } catch (Throwable defect) {
            console.error("", "this is a defect of the program", "please report it with the lines below");
            defect.printStackTrace(console.err());
            return ExitStatus.DEFECT;
        }
    }

    private static int dispatch(String[] args, Console console) {
        Supplier<Command> named = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (named == null) {
            return execute(overview(), args, console);
        }
        CommandLine line = new CommandLine(named.get());
        // scripts/segment runs `hadamask segment`, and says how it was called.
        String prefix = args[0].equals(System.getProperty("hadamask.program")) ? "" : "hadamask ";
        line.setCommandName(prefix + args[0]);
        return execute(line, List.of(args).subList(1, args.length).toArray(String[]::new), console);
    }

    /// The program without a command: its help, its version, or the complaint that there is no such command.
    private static CommandLine overview() {
        CommandLine line = new CommandLine(new Overview());
        COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return line;
    }

    private static int execute(CommandLine line, String[] args, Console console) {
        line.setUsageHelpWidth(100).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            ParseResult parsed = line.parseArgs(args);
            CommandLine asked = parsed.asCommandLineList().getLast();
            if (asked.isUsageHelpRequested()) {
                print(console, asked.getUsageMessage());
                return ExitStatus.OK;
            }
            if (asked.isVersionHelpRequested()) {
                print(console, Version.text());
                return ExitStatus.OK;
            }
            Command command = asked.getCommand();
            return command.start(console);
        } catch (ParameterException e) {
            console.error("", UsageProblem.of(e), "see " + e.getCommandLine().getCommandName() + " --help");
            return ExitStatus.USAGE;
        }
    }

    private static void print(Console console, String text) {
        console.output("-").write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
