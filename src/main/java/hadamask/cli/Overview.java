package hadamask.cli;

import picocli.CommandLine;

/// The program without a command.
@CommandLine.Command(name = "hadamask", synopsisSubcommandLabel = "COMMAND", header = {
    "Segments and masks images; distances, similarities and Mahalanobis transforms of tables."}, footer = {"",
        "Each command has its own help: hadamask COMMAND --help"})
final class Overview extends Command {
    @Override
    int run(Console console) {
        throw usage("COMMAND", "is missing, expected the name of a command");
    }
}
