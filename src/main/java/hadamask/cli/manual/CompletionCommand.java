package hadamask.cli.manual;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Prints what a shell reads to complete the words of the command line.
public final class CompletionCommand extends Command {
    private final Map<String, Supplier<Command>> commands;
    private final PositionalParamSpec shell = PositionalParamSpec.builder().paramLabel("SHELL").arity("1")
            .required(true).index("0").type(Shell.class).converters(Shell::of).description("bash, zsh or fish.")
            .build();

    /// @param commands all commands
    public CompletionCommand(Map<String, Supplier<Command>> commands) {
        this.commands = commands;
    }

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(shell);
        command.usageMessage().header("What a shell reads to complete commands, options, their values, and files.")
                .footer("", "Examples:",
                        "  source <(hadamask completion bash)     # in ~/.bashrc; likewise zsh in ~/.zshrc, after compinit",
                        "  hadamask completion fish >~/.config/fish/completions/hadamask.fish");
    }

    @Override
    protected int run(Console console) {
        byte[] script = new Manual(commands).completion(shell.getValue()).getBytes(StandardCharsets.UTF_8);
        console.output("-").write(out -> out.write(script));
        return ExitStatus.OK;
    }
}
