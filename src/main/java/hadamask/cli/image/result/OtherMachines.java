package hadamask.cli.image.result;

import hadamask.batch.Targets;
import hadamask.cli.Command;
import hadamask.cli.Machines;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What becomes of the options of `segment` where other machines do the images.
public final class OtherMachines {
    /// What goes by files, a terminal or a process that one machine has.
    private static final List<String> ALONE = List.of("--suggest", "--choices", "--hints", "--show", "--report",
            "--settings", "--jobs", "--checksum", "--files0-from", "--watch", "--model", "--keep-labels");
    private static final List<String> RESULTS = List.of("--output", "--mask", "--stages", "--overlay", "--labels",
            "--labels-color");
    private static final List<String> TABLES = List.of("--stats", "--measure", "--errors");

    private OtherMachines() {
    }

    /// Refuses what other machines do not do; results become folders of theirs, and tables files of this machine, in which they grow.
    public static void prepare(Command command, CommandSpec spec, Machines machines) {
        for (String name : ALONE) {
            Object value = spec.findOption(name).getValue();
            if (value != null && !value.equals(false)) {
                throw command.usage(name, "is for one machine, expected none with several");
            }
        }
        if (spec.findOption("--output").getValue() == null) {
            throw command.usage("--output", "is missing, expected a folder, a pattern or none");
        }
        for (String name : RESULTS) {
            OptionSpec option = spec.findOption(name);
            String value = option.getValue();
            if (value != null && !value.equals(Targets.NONE)) {
                option.setValue(machines.results(value));
            }
        }
        for (String name : TABLES) {
            OptionSpec option = spec.findOption(name);
            String value = option.getValue();
            if (value != null) {
                option.setValue(machines.table(value));
            }
        }
    }
}
