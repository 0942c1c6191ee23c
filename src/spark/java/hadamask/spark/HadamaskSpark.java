package hadamask.spark;

import hadamask.cli.Commands;
import hadamask.cli.Console;
import hadamask.cli.image.SegmentCommand;
import hadamask.cli.option.MemorySize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import picocli.CommandLine.TypeConversionException;

/// The program for `spark-submit`: the commands of Hadamask, with their work done by a cluster.
public final class HadamaskSpark {
    private static final String MEMORY = "--max-memory";

    private HadamaskSpark() {
    }

    /// @param args a command and its arguments, as in `segment hdfs://host/photos -r -o hdfs://host/cutouts`
    public static void main(String[] args) {
        int status = run(args, Console.system());
        if (status != 0) {
            System.exit(status);
        }
    }

    /// Runs a command to its end.
    ///
    /// @return the exit status
    static int run(String[] args, Console console) {
        SparkConf conf = new SparkConf();
        List<String> arguments = new ArrayList<>(List.of(args));
        long memory = 0;
        if (!conf.get("spark.master", "local").startsWith("local")) {
            try {
                memory = takeMemory(arguments);
            } catch (TypeConversionException e) {
                console.note("hadamask: " + MEMORY + ": " + e.getMessage());
                return 2;
            }
        }
        Session session = new Session(conf, memory);
        if (!arguments.isEmpty() && TableRun.has(arguments.getFirst())) {
            try (session) {
                return new TableRun(arguments, session).run();
            } catch (IOException e) {
                console.note("hadamask: " + Stores.reason(e));
                return 1;
            }
        }
        try (SparkMachines machines = new SparkMachines(arguments, session, console, memory)) {
            return new Commands(Map.of("segment", () -> new SegmentCommand(machines)))
                    .run(arguments.toArray(String[]::new), console);
        }
    }

    /// Takes `--max-memory` out of the arguments: on a cluster it is what an executor may take, and not this process.
    private static long takeMemory(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.startsWith(MEMORY + "=") || (word.equals(MEMORY) && i + 1 < arguments.size())) {
                String size = word.equals(MEMORY) ? arguments.remove(i + 1) : word.substring(MEMORY.length() + 1);
                arguments.remove(i);
                MemorySize given = MemorySize.of(size);
                long bytes = given.number() * given.unit();
                if (given.unit() == 0 || Session.heap(bytes) < 450 << 10) {
                    throw new TypeConversionException(size
                            + " was found, expected the size of an executor of 750M or more, such as 2G");
                }
                return bytes;
            }
        }
        return 0;
    }
}
