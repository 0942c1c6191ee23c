package hadamask.cli.option;

import hadamask.Hadamask;
import hadamask.cli.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/// How often [NearestName], and picocli, find the option of a command in which one letter is wrong, missing, too many, or
/// swapped with the next one: the first that they suggest counts.
public final class OtherSuggestions {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]{2,}");
    private static final int EACH = 20;

    private OtherSuggestions() {
    }

    /// @param args none
    public static void main(String[] args) {
        for (String command : List.of("segment", "distances")) {
            ByteArrayOutputStream help = new ByteArrayOutputStream();
            Console console = new Console(new ByteArrayInputStream(new byte[0]), help,
                    new PrintWriter(System.err, true));
            Hadamask.commands().run(new String[]{command, "--help"}, console);
            count(command, OPTION.matcher(help.toString(StandardCharsets.UTF_8)).results().map(MatchResult::group)
                    .distinct().toList());
        }
    }

    private static void count(String command, List<String> names) {
        CommandSpec spec = CommandSpec.create();
        names.forEach(name -> spec.addOption(OptionSpec.builder(name).type(boolean.class).build()));
        CommandLine line = new CommandLine(spec);
        Random random = new Random(1);
        int words = 0;
        int own = 0;
        int other = 0;
        for (String name : names) {
            for (int k = 0; k < EACH; k++) {
                String word = mistyped(name, random);
                if (!names.contains(word)) {
                    words++;
                    own += name.equals(NearestName.of(word, names)) ? 1 : 0;
                    other += name.equals(first(line, word)) ? 1 : 0;
                }
            }
        }
        System.out.printf("%s: of %d mistyped options NearestName finds %d, picocli %d%n", command, words, own, other);
    }

    private static String mistyped(String name, Random random) {
        StringBuilder word = new StringBuilder(name);
        int i = 2 + random.nextInt(name.length() - 3);
        char letter = (char) ('a' + random.nextInt(26));
        switch (random.nextInt(4)) {
            case 0 -> word.deleteCharAt(i);
            case 1 -> word.insert(i, letter);
            case 2 -> word.setCharAt(i, letter);
            default -> word.insert(i, name.charAt(i + 1)).deleteCharAt(i + 2);
        }
        return word.toString();
    }

    private static String first(CommandLine line, String word) {
        try {
            line.parseArgs(word);
        } catch (UnmatchedArgumentException e) {
            return e.getSuggestions().stream().findFirst().orElse("");
        }
        throw new AssertionError(word + " is an option");
    }
}
