package hadamask;

import hadamask.cli.Command;
import hadamask.cli.Commands;
import hadamask.cli.Console;
import hadamask.cli.image.ApplyCommand;
import hadamask.cli.image.MeasureCommand;
import hadamask.cli.image.RefineCommand;
import hadamask.cli.image.ScoreCommand;
import hadamask.cli.image.SegmentCommand;
import hadamask.cli.manual.CompletionCommand;
import hadamask.cli.table.AxesCommand;
import hadamask.cli.table.ClusterCommand;
import hadamask.cli.table.CovarianceCommand;
import hadamask.cli.table.DistancesCommand;
import hadamask.cli.table.HadamardCommand;
import hadamask.cli.table.MahalanobisCommand;
import hadamask.cli.table.SimilarityCommand;
import hadamask.cli.table.WhitenCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The program: runs the command that the arguments name and exits with its status.
public final class Hadamask {
    private Hadamask() {
    }

    /// @param args a command and its arguments, as in `segment cat.jpg -o out.png`
    public static void main(String[] args) {
        int status = commands().run(args, Console.system());
        if (status != 0) {
            // Not for 0: to exit sets up logging first, which takes as long as parsing the arguments.
            System.exit(status);
        }
    }

    /// All commands, in the order of the overview.
    public static Commands commands() {
        return new Commands(makers());
    }

    /// Makers of all commands by their names, in the order of the overview.
    static Map<String, Supplier<Command>> makers() {
        Map<String, Supplier<Command>> commands = new LinkedHashMap<>();
        commands.put("segment", SegmentCommand::new);
        commands.put("refine", RefineCommand::new);
        commands.put("apply", ApplyCommand::new);
        commands.put("score", ScoreCommand::new);
        commands.put("measure", MeasureCommand::new);
        commands.put("distances", DistancesCommand::new);
        commands.put("similarity", SimilarityCommand::new);
        commands.put("cluster", ClusterCommand::new);
        commands.put("mahalanobis", MahalanobisCommand::new);
        commands.put("covariance", CovarianceCommand::new);
        commands.put("whiten", WhitenCommand::new);
        commands.put("axes", AxesCommand::new);
        commands.put("hadamard", HadamardCommand::new);
        commands.put("completion", () -> new CompletionCommand(commands));
        return commands;
    }
}
