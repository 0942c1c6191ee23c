package hadamask.cli.option;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Finds the name that somebody meant who mistyped it.
final class NearestName {
    private NearestName() {
    }

    /// The name with the fewest letters inserted, dropped, changed or swapped with their neighbour; the first of equals.
    ///
    /// @return null when more than a third of the word would have to change
    static @Nullable String of(String word, Collection<String> names) {
        String nearest = null;
        int least = Math.max(1, word.length() / 3) + 1;
        for (String name : names) {
            int changes = changes(word, name);
            if (changes < least) {
                least = changes;
                nearest = name;
            }
        }
        return nearest;
    }

    /// The restricted edit distance of Damerau: no letter is changed twice.
    private static int changes(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int fewest = Math.min(least[i - 1][j - 1] + change, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                least[i][j] = swapped ? Math.min(fewest, least[i - 2][j - 2] + 1) : fewest;
            }
        }
        return least[one.length()][other.length()];
    }
}
