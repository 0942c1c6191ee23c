package hadamask.cli.manual;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Completion for bash 3.2 and later, without the package bash-completion.
final class BashCompletion {
    private static final String HEAD = """
            # Completion of hadamask for bash, made by: hadamask completion bash

            # Offers those of the words that begin as the current one.
            _hadamask_words() { while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$current"); }

            # Offers folders, and files whose ending is one of a pattern; all files where there is none of these.
            _hadamask_files() {
              local file others=()
              compopt -o filenames 2>/dev/null
              while IFS= read -r file; do
                case $file in
                  *.*) [[ -d $file || -z $1 || "|$1|" = *"|$(printf %s "${file##*.}" | tr '[:upper:]' '[:lower:]')|"* ]] ;;
                  *) [[ -d $file || -z $1 ]] ;;
                esac && COMPREPLY+=("$file") || others+=("$file")
              done < <(compgen -f -- "$current")
              [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=(${others[@]+"${others[@]}"})
            }

            _hadamask() {
              local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[0]##*/} word
              COMPREPLY=()
              if [ "$command" = hadamask ]; then
                command=${COMP_WORDS[1]}
                if [ "$COMP_CWORD" -eq 1 ]; then
                  _hadamask_words 'COMMANDS'
                  return
                fi
                if [ "$command" = help ]; then
                  [ "$COMP_CWORD" -gt 2 ] || _hadamask_words 'COMMANDS'
                  return
                fi
              fi
              # bash parts words at an equals sign.
              if [ "$current" = = ]; then current=; elif [ "$previous" = = ]; then previous=${COMP_WORDS[COMP_CWORD - 2]}=; fi
              [ "${COMP_WORDS[COMP_CWORD]}" != = ] || previous=$previous=
              case $command,$previous in
            """;

    private BashCompletion() {
    }

    static String script(List<CommandWords> commands) {
        String names = commands.stream().map(CommandWords::name).collect(Collectors.joining(" "));
        StringBuilder script = new StringBuilder(HEAD.replace("COMMANDS", names + " help --help --version"));
        for (CommandWords command : commands) {
            command.options().stream().filter(option -> !option.isFlag())
                    .forEach(option -> appendValues(script, command.name(), option));
        }
        script.append("    *)\n      case $current in\n        -*)\n          case $command in\n");
        for (CommandWords command : commands) {
            script.append("            ").append(command.name()).append(") _hadamask_words '")
                    .append(command.options().stream().flatMap(option -> option.names().stream())
                            .collect(Collectors.joining(" ")))
                    .append("' ;;\n");
        }
        script.append("          esac\n          ;;\n        *)\n          case $command in\n");
        for (CommandWords command : commands) {
            script.append("            ").append(command.name()).append(") ")
                    .append(parameters(command)).append(" ;;\n");
        }
        return script.append("          esac\n          ;;\n      esac\n      ;;\n  esac\n}\n\n")
                .append("complete -F _hadamask hadamask ").append(String.join(" ", Shell.PROGRAMS)).append('\n')
                .toString();
    }

    private static String parameters(CommandWords command) {
        return command.words().isEmpty()
                ? files(command.files())
                : "_hadamask_words '" + String.join(" ", command.words()) + "'";
    }

    private static void appendValues(StringBuilder script, String command, OptionWords option) {
        String patterns = option.names().stream()
                .flatMap(name -> option.isOptional() ? Stream.of(name + "=") : Stream.of(name, name + "="))
                .map(name -> command + "," + name).collect(Collectors.joining(" | "));
        String words = "_hadamask_words '" + String.join(" ", option.words()) + "'";
        String offer = option.words().isEmpty()
                ? files(option.files())
                : words + (option.files() == FileKind.NONE ? "" : "; " + files(option.files()));
        script.append("    ").append(patterns).append(") ").append(offer).append(" ;;\n");
    }

    private static String files(FileKind files) {
        return files == FileKind.NONE
                ? ":"
                : "_hadamask_files '" + String.join("|", files.endings()).toLowerCase(Locale.ROOT) + "'";
    }
}
