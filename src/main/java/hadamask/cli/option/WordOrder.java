package hadamask.cli.option;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Puts arguments in the order in which commands read them: a command's name, then its options.
///
/// People also write `-v segment cat.jpg`, `help segment`, `version` and `segment help`.
public final class WordOrder {
    private WordOrder() {
    }

    /// @param args at least one argument, as they were typed
    /// @param commands the names of all commands
    /// @return the same in the usual order; unchanged where no command is named
    public static List<String> of(String[] args, Set<String> commands) {
        List<String> words = new ArrayList<>(List.of(args));
        String first = words.getFirst();
        if (first.equals("version")) {
            words.set(0, "--version");
        } else if (first.equals("help")) {
            words.removeAll(Set.of("-h", "--help"));
            words.set(0, "--help");
        }
        int name = firstWord(words);
        if (name < words.size() && commands.contains(words.get(name))) {
            words.addFirst(words.remove(name));
            if (words.size() == 2 && words.get(1).equals("help") && !isFile("help")) {
                words.set(1, "--help");
            }
        } else if (first.equals("help") && name < words.size() && !words.get(name).equals("help")) {
            words.removeFirst(); // of a command that is not there: said, not answered with the help of all
        }
        return words;
    }

    /// Where the first argument is that is neither an option which every command has, nor the value of one.
    private static int firstWord(List<String> words) {
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += words.get(at).equals("--max-memory") ? 2 : 1;
        }
        return at;
    }

    /// An image of that name is what is meant.
    private static boolean isFile(String name) {
        return Files.exists(Path.of(name), LinkOption.NOFOLLOW_LINKS);
    }
}
