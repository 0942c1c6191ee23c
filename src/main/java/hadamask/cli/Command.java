package hadamask.cli;

import hadamask.batch.Job;
import hadamask.batch.TargetProblem;
import hadamask.batch.Targets;
import hadamask.cli.option.MemorySize;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.SettingsOptions;
import hadamask.file.FilePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// One command: [#declare(CommandSpec)] says what it understands, [#run(Console)] does its work.
///
/// Every command has `--help`, `--version`, `-q` and `-v`.
public abstract class Command {
    /// Columns of a help, where the property `hadamask.columns` says nothing else.
    private static final int WIDE = 100;

    private static final Map<String, String> EXIT_STATUS = exitStatus();

    private final Option<Boolean> quiet = Option.flag("Say nothing but errors.", "-q", "--quiet").aside();
    private final Option<Boolean> verbose = Option.flag("Explain what is done, on standard error.", "-v", "--verbose")
            .aside();
    private final Option<@Nullable MemorySize> maxMemory = Option.<@Nullable MemorySize>of(null, "SIZE", MemorySize::of,
            "The most that the process may take, as in 500M, 2G or 25%% (default: 50%%).", "--max-memory").aside();
    private final CommandSpec spec = CommandSpec.create();
    private boolean described;
    private boolean terminal;

    /// Starts what can be made ready on another core while the arguments are parsed; nothing by default.
    protected void warmUp(List<String> arguments) {
    }

    /// Whether a word that is one parameter too many could be the name of the output, by its ending.
    protected boolean couldBeOutput(String word) {
        return false;
    }

    /// Adds the command's parameters, option groups ([#add]), header, examples.
    protected abstract void declare(CommandSpec command);

    /// Adds groups of options; part of [#declare(CommandSpec)].
    protected final void add(OptionGroup... groups) {
        for (OptionGroup group : groups) {
            if (described) {
                group.describe(spec);
            } else {
                group.declare(spec);
            }
        }
    }

    /// The options that stand for others; null for a command that has none.
    @Nullable
    protected SettingsOptions settings() {
        return null;
    }

    /// Does the work; the options are set.
    ///
    /// @return the exit status
    /// @throws ParameterException when the options do not go together: nothing was done then
    protected abstract int run(Console console);

    /// The command for picocli with its options under headings, for a help or a manual page. A command is declared once.
    public final CommandSpec described() {
        described = true;
        return declared();
    }

    /// The command for picocli, to be run.
    public final CommandSpec declared() {
        declare(spec);
        spec.addOption(maxMemory.spec()).addOption(quiet.spec()).addOption(verbose.spec());
        spec.addOption(
                OptionSpec.builder("-h", "--help").usageHelp(true).arity("0").description("Show this help.").build());
        spec.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).arity("0")
                .description("Show the version.").build());
        spec.usageMessage().sortOptions(false).abbreviateSynopsis(true)
                .width(Integer.getInteger("hadamask.columns", WIDE));
        spec.usageMessage().exitCodeListHeading("%nExit status:%n").exitCodeList(EXIT_STATUS);
        return spec;
    }

    final int start(Console console) {
        settle(console);
        try {
            return run(console);
        } catch (TargetProblem e) {
            throw usage(e.label(), e.problem());
        }
    }

    /// What options say of the console and the memory.
    final void settle(Console console) {
        boolean silent = quiet.get();
        boolean talkative = verbose.get();
        if (silent && talkative) {
            throw usage("-q", "does not go with -v");
        }
        console.level(silent ? Console.Level.QUIET : talkative ? Console.Level.VERBOSE : Console.Level.NORMAL);
        terminal = console.isTerminal(Console.Standard.OUTPUT);
        MemorySize size = maxMemory.get();
        if (size != null) {
            try {
                console.memory(size.limit());
            } catch (TypeConversionException e) {
                throw usage("--max-memory", String.valueOf(e.getMessage()));
            }
        }
    }

    /// Everything that decides what comes of the command, in the words of its options.
    public final Map<String, String> deciding() {
        return Option.deciding(spec);
    }

    /// The options that were given, in the words in which they were.
    ///
    /// @return words by the long name of the option, with its dashes; `true` of one that takes none
    protected final Map<String, String> given() {
        Map<String, String> words = new LinkedHashMap<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            words.put(option.longestName(), option.arity().max() == 0
                    ? "true"
                    : String.join(" ", option.originalStringValues()));
        }
        return words;
    }

    /// Wrong usage: an option that does not fit the others, or the input.
    ///
    /// @param where the option
    /// @param problem what was found and what was expected
    public final ParameterException usage(String where, String problem) {
        return new ParameterException(spec.commandLine(), where + ": " + problem);
    }

    /// Refuses bytes that are no text where they would go to a terminal.
    ///
    /// @param output a file, or `-`
    /// @param what they are, such as `a picture`
    public final void requireNoTerminal(String option, String output, String what) {
        if (terminal && output.equals("-")) {
            throw usage(option, "standard output is a terminal, which does not show " + what
                    + ", expected a file or a pipe");
        }
    }

    /// The same for the pictures of an image.
    public final void requireNoTerminal(Targets targets, Job job) {
        job.targets()
                .forEach((result, target) -> requireNoTerminal(targets.label(result), target.output(), "a picture"));
    }

    /// Refuses an output that would replace an input.
    public final void requireNotAnInput(String option, String output, Iterable<String> inputs) {
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
            return FilePath.of(argument).toRealPath();
        } catch (IOException e) {
            return null; // not there, so it is no input
        }
    }

    private static Map<String, String> exitStatus() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("0", "all done");
        meanings.put("1", "an input failed, or the data do not allow it");
        meanings.put("2", "wrong usage, nothing was done");
        meanings.put("70", "a defect of the program");
        meanings.put("130", "ended by Ctrl-C");
        return meanings;
    }
}
