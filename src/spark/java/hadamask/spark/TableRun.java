package hadamask.spark;

import hadamask.cli.Command;
import hadamask.cli.Commands;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.table.AxesCommand;
import hadamask.cli.table.CovarianceCommand;
import hadamask.cli.table.DistancesCommand;
import hadamask.cli.table.MahalanobisCommand;
import hadamask.cli.table.SimilarityCommand;
import hadamask.cli.table.WhitenCommand;
import hadamask.cli.table.machines.TableMachines;
import hadamask.file.InputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A command on tables, with its rows done by a cluster. The driver parses and checks it, and reads what is small; a table whose rows stand
/// alone is read by the executors.
final class TableRun {
    /// Commands that compare rows with rows: the driver reads the table.
    private static final Set<String> PAIRS = Set.of("distances", "similarity");
    /// Options that name another table, which the driver reads.
    private static final Set<String> TABLES = Set.of("--cov", "--cov-from", "--with");

    private final List<String> arguments;
    private final Session session;
    private final Console said;
    private final String base = Path.of("").toAbsolutePath().toString();
    /// What files that were fetched are called.
    private final Map<String, String> given = new LinkedHashMap<>();

    TableRun(List<String> arguments, Session session) {
        this.arguments = arguments;
        this.session = session;
        said = new Console(InputStream.nullInputStream(), new FileOutputStream(FileDescriptor.out),
                new PrintWriter(new SaidNames(given), true));
    }

    private static Map<String, Supplier<Command>> commands(@Nullable TableMachines machines) {
        return Map.of("distances", () -> new DistancesCommand(machines), "similarity",
                () -> new SimilarityCommand(machines), "mahalanobis", () -> new MahalanobisCommand(machines),
                "covariance", () -> new CovarianceCommand(machines), "axes", () -> new AxesCommand(machines), "whiten",
                () -> new WhitenCommand(machines));
    }

    /// Whether a command is one of these.
    static boolean has(String command) {
        return commands(null).containsKey(command);
    }

    /// Runs the command to its end.
    ///
    /// @return the exit status
    int run() throws IOException {
        for (String word : arguments) {
            if (word.matches("-j[0-9]*|--threads(=.*)?")) {
                return refused("-j: is for one machine, expected Spark's own options, such as --total-executor-cores");
            }
            if (word.equals("-")) {
                return refused("-: standard input is for one machine, expected a file");
            }
        }
        try {
            return run(output());
        } catch (InputException e) {
            System.err.println("hadamask: " + Console.wording(e));
            return ExitStatus.FAILED;
        }
    }

    private int run(String output) throws IOException {
        boolean pairs = PAIRS.contains(arguments.getFirst());
        String reason;
        try (SparkTables machines = new SparkTables(session, said, base, output)) {
            int status = new Commands(commands(machines)).run(words(pairs), said);
            reason = machines.reason();
            if (status != 0 || reason == null) {
                return status;
            }
        }
        said.note("note: " + reason + ": the driver does all, as one machine would");
        return alone(output);
    }

    private static int refused(String problem) {
        System.err.println("hadamask: " + problem);
        return ExitStatus.USAGE;
    }

    /// What `-o` names.
    private String output() {
        for (int i = 1; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if ((word.equals("-o") || word.equals("--output")) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
            if (word.startsWith("--output=")) {
                return word.substring("--output=".length());
            }
            if (word.startsWith("-o") && word.length() > 2) {
                return word.substring(word.startsWith("-o=") ? 3 : 2);
            }
        }
        return "-";
    }

    /// The arguments, with files that the driver reads in place of those of stores.
    ///
    /// @param all whether it reads all tables
    private List<String> changed(boolean all, String output, String target) throws IOException {
        List<String> words = new ArrayList<>();
        String before = "";
        for (String word : arguments) {
            int sign = word.indexOf('=');
            String option = sign > 0 && word.startsWith("-") ? word.substring(0, sign) : before;
            String value = sign > 0 && word.startsWith("-") ? word.substring(sign + 1) : word;
            boolean isOutput = option.equals("-o") || option.equals("--output") || word.equals("-o" + output);
            if (isOutput) {
                words.add(word.substring(0, word.length() - output.length()) + target);
            } else if (value.contains(":/") && (all || TABLES.contains(option))) {
                Address address = Address.of(value, session.hadoop()).from(base);
                if (!address.isLocal()) {
                    String local = Fetched.local(address, session.hadoop()).toString();
                    given.put(local, value);
                    words.add(word.substring(0, word.length() - value.length()) + local);
                } else {
                    words.add(word);
                }
            } else {
                words.add(word);
            }
            before = word;
        }
        return words;
    }

    private String[] words(boolean all) throws IOException {
        String output = output();
        return changed(all, output, output).toArray(String[]::new);
    }

    /// One machine's work, done by the driver.
    private int alone(String output) throws IOException {
        Address target = output.equals("-") ? new Address(output) : Address.of(output, session.hadoop()).from(base);
        Stores stores = new Stores(session.hadoop());
        Path folder = Files.createTempDirectory("hadamask-alone");
        try {
            boolean here = target.isLocal();
            Path local = folder.resolve(target.name());
            List<String> words = changed(true, output, here ? output : local.toString());
            int status = new Commands(commands(null)).run(words.toArray(String[]::new), said);
            if (status == 0 && !here) {
                Address attempt = target.folder().resolve(Order.ATTEMPTS + ProcessHandle.current().pid());
                try (OutputStream out = stores.create(attempt)) {
                    Files.copy(local, out);
                }
                stores.rename(attempt, target);
            }
            return status;
        } finally {
            stores.remove(new Address(folder.toString()));
        }
    }
}
