package hadamask.cli;

import hadamask.cli.option.Settings;
import hadamask.cli.option.SettingsOptions;
import hadamask.cli.option.UsageProblem;
import hadamask.cli.option.WordOrder;
import hadamask.file.ClosedPipeException;
import hadamask.file.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The commands by name: finds the one that is asked for, runs it, and turns what happens into an exit status.
///
/// Only the command that runs is built: reading the annotations of all of them would cost more than a small image.
public final class Commands {
    private final Map<String, Supplier<Command>> commands;

    /// @param commands a maker of each command by its name, in the order of the overview
    public Commands(Map<String, Supplier<Command>> commands) {
        this.commands = commands;
    }

    /// The names of all commands.
    public Set<String> names() {
        return commands.keySet();
    }

    /// Runs a command to its end; nothing is thrown.
    ///
    /// @param args a command's name and its arguments
    /// @return the exit status: 0 all done, 1 an input failed, 2 wrong usage, 70 a defect of the program
    public int run(String[] args, Console console) {
        try {
            return dispatch(args, console);
        } catch (ClosedPipeException e) {
            return ExitStatus.OK;
        } catch (InputException e) {
            console.error(e);
            return ExitStatus.FAILED;
        } catch (OutOfMemoryError e) {
            console.error(console.memory().exceeded(e));
            return ExitStatus.FAILED;
        } catch (Throwable defect) {
            OutOfMemoryError cause = outOfMemory(defect);
            if (cause != null) {
                console.error(console.memory().exceeded(cause));
                return ExitStatus.FAILED;
            }
            console.error("", "this is a defect of the program", "please report it with the lines below");
            defect.printStackTrace(console.err());
            return ExitStatus.DEFECT;
        }
    }

    /// What kept a class from being initialised: when it is asked for again, its error tells only the words of the first.
    private static @Nullable OutOfMemoryError outOfMemory(Throwable defect) {
        for (Throwable cause = defect; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError error) {
                return error;
            }
            if (cause instanceof LinkageError && String.valueOf(cause.getMessage()).contains("OutOfMemoryError")) {
                return new OutOfMemoryError(cause.getMessage());
            }
        }
        return null;
    }

    private int dispatch(String[] args, Console console) {
        if (args.length == 0) {
            console.err().print(overview(new Overview()).getUsageMessage());
            console.err().flush();
            return ExitStatus.USAGE;
        }
        List<String> words = WordOrder.of(args, commands.keySet());
        if (words.size() == 1 && (words.getFirst().equals("--version") || words.getFirst().equals("-V"))) {
            print(console, Version.text()); // without declaring the options of all commands
            return ExitStatus.OK;
        }
        Supplier<Command> named = commands.get(words.getFirst());
        if (named == null) {
            Command overview = new Overview();
            return execute(overview, overview(overview), words.toArray(String[]::new), console,
                    CommandLine::getUsageMessage);
        }
        Command command = named.get();
        List<String> rest = words.subList(1, words.size());
        command.warmUp(rest);
        // scripts/segment runs `hadamask segment`, and says how it was called.
        String prefix = words.getFirst().equals(System.getProperty("hadamask.program")) ? "" : "hadamask ";
        String name = prefix + words.getFirst();
        return execute(command, line(command.declared().name(name)), rest.toArray(String[]::new), console,
                line -> line(named.get().described().name(name)).getUsageMessage());
    }

    /// The program without a command: its help, its version, or the complaint that there is no such command.
    private CommandLine overview(Command overview) {
        CommandLine line = line(overview.declared().name("hadamask"));
        commands.forEach((name, command) -> line.addSubcommand(name, command.get().described()));
        return line;
    }

    private static CommandLine line(CommandSpec command) {
        // picocli would take `@cat.jpg`, which may be what a shell made of `*`, for a file of further arguments.
        return new CommandLine(command).setExpandAtFiles(false);
    }

    /// A command with the options that arguments give, for a program that goes on with it in its own way.
    ///
    /// @param args the name of a command and arguments that [#run(String[], Console)] has accepted
    public Command parsed(List<String> args, Console console) {
        Command command = Objects.requireNonNull(commands.get(args.getFirst())).get();
        CommandLine line = line(command.declared().name(args.getFirst()));
        ParseResult parsed = line.parseArgs(args.subList(1, args.size()).toArray(String[]::new));
        SettingsOptions settings = command.settings();
        if (settings != null && settings.used()) {
            Settings.apply(settings, line, parsed, console::input);
        }
        command.settle(console);
        return command;
    }

    /// @param help the help of the command that is asked for
    private static int execute(Command command, CommandLine line, String[] args, Console console,
            Function<CommandLine, String> help) {
        try {
            ParseResult parsed = parse(command, line, args);
            CommandLine asked = parsed.asCommandLineList().getLast();
            if (asked.isUsageHelpRequested()) {
                print(console, help.apply(asked));
                return ExitStatus.OK;
            }
            if (asked.isVersionHelpRequested()) {
                print(console, Version.text());
                return ExitStatus.OK;
            }
            SettingsOptions settings = command.settings();
            if (settings != null && (settings.used() || Settings.areBrought(parsed))) {
                Settings.apply(settings, line, parsed, file -> {
                    console.await(file, "settings");
                    return console.input(file);
                });
                if (settings.printed()) {
                    print(console, Settings.text(line));
                    return ExitStatus.OK;
                }
            }
            return command.start(console);
        } catch (ParameterException e) {
            console.error("", UsageProblem.of(command::couldBeOutput, e),
                    "see " + e.getCommandLine().getCommandName() + " --help");
            return ExitStatus.USAGE;
        }
    }

    /// Options can be printed without an image, too: the parameters are missing then.
    private static ParseResult parse(Command command, CommandLine line, String[] args) {
        try {
            return line.parseArgs(args);
        } catch (MissingParameterException e) {
            SettingsOptions settings = command.settings();
            boolean option = e.getMissing().stream().anyMatch(OptionSpec.class::isInstance);
            if (settings == null || !settings.printed() || option) {
                throw e;
            }
            ParseResult parsed = line.getParseResult();
            if (!parsed.unmatched().isEmpty()) {
                throw new UnmatchedArgumentException(line, parsed.unmatched());
            }
            return parsed;
        }
    }

    private static void print(Console console, String text) {
        console.output("-").write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
