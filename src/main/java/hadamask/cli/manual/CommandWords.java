package hadamask.cli.manual;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What a shell may offer behind the name of a command.
///
/// @param name of the command
/// @param summary what it does, in one line
/// @param options in the order of the help
/// @param parameter the name of its first parameter
/// @param files the files that its parameters are
/// @param words the words that its parameter may be; empty where it is no word
record CommandWords(String name, String summary, List<OptionWords> options, String parameter, FileKind files,
        List<String> words) {
    static CommandWords of(String name, CommandSpec command) {
        PositionalParamSpec parameter = command.positionalParameters().getFirst();
        return new CommandWords(name, Sentences.plain(command.usageMessage().header()),
                command.options().stream().filter(option -> !option.hidden()).map(OptionWords::of).toList(),
                parameter.paramLabel(), FileKind.of(parameter.paramLabel(), true), OptionWords.words(parameter));
    }
}
