package hadamask.cli;

import picocli.CommandLine.Model.CommandSpec;

/// The program without a command.
final class Overview extends Command {
    @Override
    protected void declare(CommandSpec command) {
        command.usageMessage().synopsisSubcommandLabel("COMMAND")
                .header("Segments and masks images; distances, similarities and Mahalanobis transforms of tables.")
                .footer("", "Each command has its own help: hadamask help COMMAND, or hadamask COMMAND --help");
    }

    @Override
    protected int run(Console console) {
        throw usage("COMMAND", "is missing, expected the name of a command");
    }
}
