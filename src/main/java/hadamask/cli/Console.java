package hadamask.cli;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Output;
import hadamask.file.Plain;
import hadamask.file.Remedy;
import hadamask.file.StandardStreams;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The three standard streams of a run, and what is said on them: data on standard output, all else on standard error.
public final class Console {
    private static final String ERASE_TO_END = "\033[K";

    private final StandardStreams streams;
    private final PrintWriter err;
    private final Set<Standard> terminals;
    private final boolean process;
    private Level level = Level.NORMAL;
    private MemoryLimit memory = MemoryLimit.ofHeap();
    private boolean statusShown;
    private @Nullable Function<String, Input> named;

    /// A stream for data, which is a file, a pipe or a terminal.
    public enum Standard {
        /// Standard input.
        INPUT,
        /// Standard output.
        OUTPUT
    }

    /// How much is said on standard error.
    enum Level {
        QUIET, NORMAL, VERBOSE
    }

    /// @param in standard input
    /// @param out standard output: data, help and nothing else
    /// @param err standard error: messages
    public Console(InputStream in, OutputStream out, PrintWriter err) {
        this(in, out, err, Set.of());
    }

    /// @param in standard input
    /// @param out standard output: data, help and nothing else
    /// @param err standard error: messages
    /// @param terminals which of the first two somebody sits at
    public Console(InputStream in, OutputStream out, PrintWriter err, Set<Standard> terminals) {
        this(in, out, err, terminals, false);
    }

    private Console(InputStream in, OutputStream out, PrintWriter err, Set<Standard> terminals, boolean process) {
        this.streams = new StandardStreams(in, terminals.contains(Standard.OUTPUT) ? new BesideStatus(out) : out);
        this.err = err;
        this.terminals = terminals;
        this.process = process;
    }

    /// The streams of this process.
    public static Console system() {
        StandardStreams streams = StandardStreams.ofProcess();
        return new Console(streams.in(), streams.out(),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset()),
                terminals(), true);
    }

    /// What the launcher found, which looks at the streams at no cost.
    private static Set<Standard> terminals() {
        Set<Standard> found = EnumSet.noneOf(Standard.class);
        if (Boolean.getBoolean("hadamask.terminal.in")) {
            found.add(Standard.INPUT);
        }
        if (Boolean.getBoolean("hadamask.terminal.out")) {
            found.add(Standard.OUTPUT);
        }
        return found;
    }

    /// Whether a stream is a terminal, at which somebody sits.
    boolean isTerminal(Standard stream) {
        return terminals.contains(stream);
    }

    /// Says that an argument is waited for when it is to be typed: nothing else would be seen of the program.
    ///
    /// @param what is expected there, such as `a table`
    public void await(String argument, String what) {
        if (argument.equals("-") && isTerminal(Standard.INPUT)) {
            note("note: standard input is the terminal: waiting for " + what + " (Ctrl-D ends it, Ctrl-C gives up)");
        }
    }

    void level(Level chosen) {
        level = chosen;
    }

    /// What inputs and results may take.
    public void memory(MemoryLimit limit) {
        memory = limit;
    }

    /// What inputs and results may take.
    public MemoryLimit memory() {
        return memory;
    }

    /// What an argument names: a file, or standard input when it is `-`.
    public Input input(String argument) {
        return (named == null ? streams.input(argument) : named.apply(argument)).within(memory);
    }

    /// Has arguments name files of another store than this machine's.
    public void inputs(Function<String, Input> store) {
        named = store;
    }

    /// Standard input and output, for those who read and write below the command line.
    public StandardStreams streams() {
        return streams;
    }

    /// What an argument names: a file, or standard output when it is `-`.
    public Output output(String argument) {
        return streams.output(argument);
    }

    /// Standard error, for what is more than a line.
    PrintWriter err() {
        return err;
    }

    /// The terminal that standard error is; null when it is none.
    @Nullable
    public Terminal terminal() {
        return process ? Terminal.ofStandardError(System.getenv()) : null;
    }

    /// Whether nothing but errors is said.
    public boolean silent() {
        return level == Level.QUIET;
    }

    /// A result that the user did not ask for on standard output, such as where the output went; not with `-q`.
    public void note(String message) {
        if (level != Level.QUIET) {
            line(Plain.text(message));
        }
    }

    /// What was guessed about an input, and what to do where that is wrong, in one line; not with `-q`.
    public void note(String where, String found, Remedy remedy) {
        note("note: " + wording(where, found, RemedyWords.of(remedy)));
    }

    /// A line on a terminal that the next line replaces; not with `-q`.
    public synchronized void status(String message) {
        if (level == Level.QUIET) {
            return;
        }
        err.print("\r" + message + ERASE_TO_END);
        err.flush();
        statusShown = true;
    }

    private synchronized void line(String message) {
        clearStatus();
        err.println(message);
    }

    /// Prints what is more than a line, such as a picture, where a line that is replaced stood.
    public synchronized void print(String text) {
        clearStatus();
        err.print(text);
        err.flush();
    }

    private synchronized void clearStatus() {
        if (statusShown) {
            err.print("\r" + ERASE_TO_END);
            err.flush();
            statusShown = false;
        }
    }

    /// Standard output on a terminal, where a line of the status may stand in its way.
    private final class BesideStatus extends FilterOutputStream {
        private BesideStatus(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            clearStatus();
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            clearStatus();
            out.write(bytes, from, count);
        }
    }

    /// Why the result is what it is; only with `-v`.
    public void explain(Supplier<String> message) {
        if (level == Level.VERBOSE) {
            line(Plain.text(message.get()));
        }
    }

    /// Whether [#explain(Supplier)] says anything.
    public boolean explains() {
        return level == Level.VERBOSE;
    }

    /// A failure of an input, in one line; also with `-q`.
    void error(InputException failure) {
        line("hadamask: " + wording(failure));
    }

    /// A failure, in one line; also with `-q`.
    void error(String where, String problem, String remedy) {
        line("hadamask: " + wording(where, problem, remedy));
    }

    /// What is said of a failure of an input, without the name of the program.
    public static String wording(InputException failure) {
        return wording(failure.where(), failure.problem(), RemedyWords.of(failure.remedy()));
    }

    /// The one place that words errors: `WHERE: PROBLEM (REMEDY)`.
    private static String wording(String where, String problem, String remedy) {
        String place = where.isEmpty() ? "" : where + ": ";
        String advice = remedy.isEmpty() ? "" : " (" + remedy + ")";
        return Plain.text(place + problem + advice);
    }
}
