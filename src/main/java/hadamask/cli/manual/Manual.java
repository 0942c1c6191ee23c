package hadamask.cli.manual;

import hadamask.cli.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// All that an installed program brings along for its commands.
public final class Manual {
    private final Map<String, Supplier<Command>> commands;

    /// @param commands a maker of each command by its name, in the order of the overview
    public Manual(Map<String, Supplier<Command>> commands) {
        this.commands = commands;
    }

    private List<CommandWords> words() {
        List<CommandWords> words = new ArrayList<>();
        commands.forEach((name, command) -> words.add(CommandWords.of(name, command.get().described())));
        return words;
    }

    /// What a shell reads to complete the words of the command line.
    String completion(Shell shell) {
        return shell.script(words());
    }

    /// Texts by the names of their files: the scripts of the shells, and a manual page for each command.
    ///
    /// @param version of the program
    public Map<String, String> files(String version) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Shell shell : Shell.values()) {
            files.put("completion." + shell.name().toLowerCase(Locale.ROOT), completion(shell));
        }
        files.put("hadamask.1", ManualPage.overview(words(), version));
        commands.forEach((name, command) -> files.put("hadamask-" + name + ".1",
                ManualPage.of(name, command.get().described(), Shell.PROGRAMS.contains(name), version)));
        return files;
    }
}
