package hadamask.cli.manual;

import java.util.List;

/// Completion for fish 3 and later, with descriptions.
final class FishCompletion {
    private FishCompletion() {
    }

    static String script(List<CommandWords> commands) {
        StringBuilder script = new StringBuilder("""
                # Completion of hadamask for fish, made by: hadamask completion fish

                function __hadamask_files
                    set -l endings $argv
                    for file in (commandline -ct)*
                        if test -d $file
                            echo $file/
                        else if contains (string lower (string split -r -m1 . $file)[-1]) $endings
                            echo $file
                        end
                    end
                end

                """);
        script.append(
                "complete -c hadamask -f -n __fish_use_subcommand -s h -l help -d 'Show the commands'\n"
                        + "complete -c hadamask -f -n __fish_use_subcommand -s V -l version -d 'Show the version'\n"
                        + "complete -c hadamask -f -n __fish_use_subcommand -a help -d 'Show the help of a command'\n");
        for (CommandWords command : commands) {
            script.append("complete -c hadamask -f -n __fish_use_subcommand -a ").append(command.name()).append(" -d ")
                    .append(quoted(command.summary())).append('\n');
            script.append("complete -c hadamask -f -n '__fish_seen_subcommand_from help' -a ").append(command.name())
                    .append('\n');
        }
        for (CommandWords command : commands) {
            append(script, "complete -c hadamask -n '__fish_seen_subcommand_from " + command.name()
                    + "; and not __fish_seen_subcommand_from help'", command);
            if (Shell.PROGRAMS.contains(command.name())) {
                append(script, "complete -c " + command.name(), command);
            }
        }
        return script.toString();
    }

    private static void append(StringBuilder script, String begin, CommandWords command) {
        script.append('\n');
        if (!command.words().isEmpty()) {
            script.append(begin).append(" -f -a ").append(quoted(String.join(" ", command.words()))).append('\n');
        } else if (!command.files().endings().isEmpty()) {
            script.append(begin).append(" -f -a ").append(files(command.files())).append('\n');
        }
        for (OptionWords option : command.options()) {
            script.append(begin);
            for (String name : option.names()) {
                script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
            }
            if (!option.isFlag()) {
                // A value that may be left away is none that is required: fish offers it behind the equals sign.
                script.append(option.isOptional() ? " -f" : option.files() == FileKind.ANY ? " -r -F" : " -x");
                if (!option.words().isEmpty()) {
                    String more = option.files().endings().isEmpty() ? "" : " " + bare(option.files());
                    script.append(" -a ").append(quoted(String.join(" ", option.words()) + more));
                } else if (!option.files().endings().isEmpty()) {
                    script.append(" -a ").append(files(option.files()));
                }
            }
            script.append(" -d ").append(quoted(Sentences.brief(option.description()))).append('\n');
        }
    }

    private static String files(FileKind files) {
        return quoted(bare(files));
    }

    private static String bare(FileKind files) {
        return "(__hadamask_files " + String.join(" ", files.endings()) + ")";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
