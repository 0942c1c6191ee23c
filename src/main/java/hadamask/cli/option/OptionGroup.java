package hadamask.cli.option;

import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Options that belong together, under a heading in the help.
///
/// picocli renders the synopsis of each of its groups when the group is made and when arguments are parsed: that took a command as
/// long as all else before its first byte of input. So there are groups where a help or a manual page is written, and nowhere else.
///
/// @param heading without a colon
public record OptionGroup(String heading, List<Option<?>> options) {
    /// Copies the list.
    public OptionGroup {
        options = List.copyOf(options);
    }

    /// Adds the options to a command that is to be run.
    public void declare(CommandSpec command) {
        for (Option<?> option : options) {
            command.addOption(option.spec());
        }
    }

    /// Adds the group to a command that is to be described.
    public void describe(CommandSpec command) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().validate(false).heading("%n" + heading + ":%n");
        for (Option<?> option : options) {
            group.addArg(option.spec());
        }
        command.addArgGroup(group.build());
    }
}
