package hadamask.cli.manual;

import java.util.List;
import java.util.stream.Collectors;

/// Completion for zsh, with descriptions.
final class ZshCompletion {
    private ZshCompletion() {
    }

    static String script(List<CommandWords> commands) {
        StringBuilder script = new StringBuilder("#compdef hadamask ").append(String.join(" ", Shell.PROGRAMS))
                .append("\n# Completion of hadamask for zsh, made by: hadamask completion zsh\n\n")
                .append("# Words, or files of some kind.\n_hadamask_either() {\n  compadd -- ${=1}\n  _files -g \"$2\"\n}\n\n_hadamask() {\n")
                .append("  local command=${service:t}\n  local -a commands\n  commands=(\n");
        for (CommandWords command : commands) {
            script.append("    ").append(quoted(command.name() + ":" + command.summary().replace(":", "\\:")))
                    .append('\n');
        }
        script.append(
                """
                            'help:Show the help of a command'
                          )
                          if [[ $command == hadamask ]]; then
                            if (( CURRENT == 2 )); then
                              _describe -t commands command commands
                              _arguments '(-h --help)'{-h,--help}'[Show the commands]' '(-V --version)'{-V,--version}'[Show the version]'
                              return
                            fi
                            command=$words[2]
                            shift words
                            (( CURRENT-- ))
                          fi
                          case $command in
                            help) _describe -t commands command commands ;;
                        """);
        for (CommandWords command : commands) {
            script.append("    ").append(command.name()).append(")\n      _arguments -s -S");
            command.options().forEach(option -> script.append(" \\\n        ").append(argument(option)));
            String files = command.words().isEmpty()
                    ? action(command.files())
                    : "(" + String.join(" ", command.words()) + ")";
            script.append(" \\\n        ").append(quoted("*:" + command.parameter() + ":" + files))
                    .append("\n      ;;\n");
        }
        return script
                .append("""
                          esac
                        }

                        # Read by a completion system that finds it in $fpath, or by: source <(hadamask completion zsh)
                        if [[ ${funcstack[1]-} == _hadamask ]]; then _hadamask "$@"; else compdef _hadamask hadamask PROGRAMS; fi
                        """
                        .replace("PROGRAMS", String.join(" ", Shell.PROGRAMS)))
                .toString();
    }

    private static String argument(OptionWords option) {
        String value = "[" + Sentences.brief(option.description()).replaceAll("([\\[\\]:])", "\\\\$1") + "]";
        if (!option.isFlag()) {
            String offer = option.words().isEmpty()
                    ? action(option.files())
                    : option.files() != FileKind.NONE
                            ? either(option)
                            : "(" + option.words().stream().map(word -> word.replace(":", "\\:"))
                                    .collect(Collectors.joining(" ")) + ")";
            value += (option.isOptional() ? "::" : ":") + option.label().replace(":", "\\:") + ":" + offer;
        }
        if (option.names().size() > 1) {
            String onlyOne = quoted("(" + String.join(" ", option.names()) + ")");
            return onlyOne + option.names().stream().map(name -> name + joined(option, name))
                    .collect(Collectors.joining(",", "{", "}")) + quoted(value);
        }
        String name = option.names().getFirst();
        return quoted((option.isRepeatable() ? "*" : "") + name + joined(option, name) + value);
    }

    /// How a name and its value stand together: `=` may part a long name from it, and must where the value may be left away.
    private static String joined(OptionWords option, String name) {
        if (option.isFlag()) {
            return "";
        }
        return name.startsWith("--") ? option.isOptional() ? "=-" : "=" : "+";
    }

    /// Words and files: the blank before it says that this is all that is called.
    private static String either(OptionWords option) {
        return " _hadamask_either \"" + String.join(" ", option.words()) + "\" \"*.(#i)("
                + String.join("|", option.files().endings()) + ")(-.)\"";
    }

    private static String action(FileKind files) {
        return switch (files) {
            case NONE -> " ";
            case ANY -> "_files";
            case IMAGES, TABLES -> "_files -g \"*.(#i)(" + String.join("|", files.endings()) + ")(-.)\"";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
