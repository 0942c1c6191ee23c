package hadamask.spark;

import hadamask.cli.Commands;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.table.DistancesCommand;
import hadamask.cli.table.PairCommand;
import hadamask.cli.table.SimilarityCommand;
import hadamask.file.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import picocli.CommandLine.ParameterException;

/// `distances` and `similarity` on a cluster: lists of pairs. Each task reads the table and lists the pairs of some of its rows by the command
/// itself; the driver joins the parts in their order.
final class PairLists {
    /// Parts for each core: all rows take about the same time where each is compared with all others, and the first the most where each pair is
    /// listed once.
    private static final int PARTS = 8;

    private final List<String> arguments;
    private final Session session;
    private final Console console;

    PairLists(List<String> arguments, Session session, Console console) {
        this.arguments = arguments;
        this.session = session;
        this.console = console;
    }

    /// Whether a command is one of these.
    static boolean has(String command) {
        return command.equals("distances") || command.equals("similarity");
    }

    /// Runs the command to its end.
    ///
    /// @return the exit status
    int run() throws IOException {
        Commands commands = new Commands(
                Map.of("distances", () -> new DistancesCommand(new PairCommand.Share(0, 0)), "similarity",
                        () -> new SimilarityCommand(new PairCommand.Share(0, 0))));
        PairCommand command;
        try {
            command = (PairCommand) commands.parsed(arguments,
                    new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                            new java.io.PrintWriter(java.io.Writer.nullWriter())));
        } catch (ParameterException e) {
            return commands.run(arguments.toArray(String[]::new), console); // says it
        }
        if (arguments.stream().anyMatch(word -> word.matches("-h|--help|-V|--version"))) {
            return commands.run(arguments.toArray(String[]::new), console);
        }
        if (arguments.stream().anyMatch(word -> word.matches("-j.*|--threads.*"))) {
            return refused("-j: is for one machine, expected Spark's own options, such as --total-executor-cores");
        }
        String base = java.nio.file.Path.of("").toAbsolutePath().toString();
        Map<String, Address> inputs = new LinkedHashMap<>();
        for (String input : command.inputs()) {
            if (input.equals("-")) {
                return refused("-: standard input is for one machine, expected a file");
            }
            inputs.put(input, Address.of(input, session.hadoop()).from(base));
        }
        String output = command.output();
        Address target = output.equals("-")
                ? new Address(base + "/-")
                : Address.of(output, session.hadoop()).from(base);
        if (inputs.containsValue(target)) {
            return refused("--output: " + output + " is also an input, expected another name");
        }
        PairPart part = new PairPart(arguments, inputs, output);
        // Reads the table and checks all that can be wrong with it, before anything starts.
        PairPart.Written begun = part.write(new PairCommand.Share(0, 0), Runtime.getRuntime().availableProcessors(),
                session.hadoop());
        begun.said().lines().forEach(System.err::println);
        return begun.status() != 0 ? begun.status() : work(part, begun.bytes(), target);
    }

    private static int refused(String problem) {
        System.err.println("hadamask: " + problem);
        return ExitStatus.USAGE;
    }

    private int work(PairPart part, byte[] header, Address target) throws IOException {
        JavaSparkContext spark = session.spark();
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-"
                + ProcessHandle.current().pid();
        Address folder = Order.attempts(target.folder(), run);
        Stores stores = new Stores(session.hadoop());
        int parts = PARTS * session.cores();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            numbers.add(i);
        }
        LongAccumulator done = spark.sc().longAccumulator("parts done");
        try {
            Waiting.forAll(spark.parallelize(numbers, parts)
                    .foreachAsync(new PairTask(part, folder, parts, header, done)), () -> {});
            if (part.output().equals("-")) {
                console.output("-").write(out -> join(stores, header, folder, parts, out));
            } else {
                Address whole = folder.resolve("whole");
                try (OutputStream out = stores.create(whole)) {
                    join(stores, header, folder, parts, out);
                }
                stores.rename(whole, target);
            }
        } catch (InputException e) {
            System.err.println("hadamask: " + Console.wording(e));
            return ExitStatus.FAILED;
        } finally {
            session.close(); // no attempt goes on that would make the folder again
            stores.remove(folder);
        }
        return ExitStatus.OK;
    }

    private static void join(Stores stores, byte[] header, Address folder, int parts, OutputStream out)
            throws IOException {
        out.write(header);
        for (int i = 0; i < parts; i++) {
            try (InputStream in = stores.open(PairTask.file(folder, i))) {
                in.transferTo(out);
            }
        }
    }
}
