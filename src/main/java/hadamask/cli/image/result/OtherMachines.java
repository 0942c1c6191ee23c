package hadamask.cli.image.result;

import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Machines;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What becomes of the options of `segment` where other machines do the images.
public final class OtherMachines {
    /// What is said of an option that names a network.
    public static final String MODEL = "names a network, which is for one machine: its library is not in the jar for Spark, expected none with several";

    /// What goes by a terminal, a process or a disk that one machine has, and why.
    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("--suggest", "tries several ways and asks which is best"),
            Map.entry("--show", "draws in a terminal"),
            Map.entry("--report", "is one page of all pictures"),
            Map.entry("--watch", "waits for files, and a job on a cluster ends"),
            Map.entry("--hints", "is drawn for one image"),
            Map.entry("--keep-labels", "goes by the labels of images before"),
            Map.entry("--checksum", "is compared by --resume with results on a disk"),
            Map.entry("--jobs",
                    "is the number of threads of one process, which spark.executor.cores and spark.task.cpus say"));

    private static final List<String> RESULTS = List.of("--output", "--mask", "--stages", "--overlay", "--labels",
            "--labels-color");
    private static final List<String> TABLES = List.of("--stats", "--measure", "--errors");

    private OtherMachines() {
    }

    /// Refuses what other machines do not do; results become folders of theirs, and tables files of this machine, in which they grow.
    public static void prepare(Command command, CommandSpec spec, Machines machines) {
        for (OptionSpec option : spec.options()) {
            Object value = option.getValue();
            String why = ALONE.get(option.longestName());
            if (value == null || value.equals(false)) {
                continue;
            }
            if (option.longestName().equals("--model")) {
                throw command.usage("--model", MODEL);
            }
            if (why != null) {
                throw command.usage(option.longestName(),
                        "is for one machine, as it " + why + ", expected none with several");
            }
        }
        if (spec.findOption("--output").getValue() == null) {
            throw command.usage("--output", "is missing, expected a folder, a pattern or none");
        }
        place(spec, machines::results);
        for (String name : TABLES) {
            OptionSpec option = spec.findOption(name);
            String value = option.getValue();
            if (value != null) {
                option.setValue(machines.table(value));
            }
        }
    }

    /// Names results in the words of other machines' paths.
    public static void place(CommandSpec spec, UnaryOperator<String> places) {
        for (String name : RESULTS) {
            OptionSpec option = spec.findOption(name);
            String value = option.getValue();
            if (value != null && !value.equals(Targets.NONE)) {
                option.setValue(places.apply(value));
            }
        }
    }
}
