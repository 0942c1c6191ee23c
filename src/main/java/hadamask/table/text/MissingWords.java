package hadamask.table.text;

import hadamask.table.number.NumberParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// What a cell with a missing value contains: nothing, or one of some words in upper or lower case.
///
/// Sources: what R, pandas, NumPy, Excel, the UCI repository, Weka, SAS and MySQL write.
public final class MissingWords {
    private static final Set<String> KNOWN = Set.of("na", "nan", "+nan", "-nan", "n/a", "n.a.", "null", "none", ".",
            "?", "-", "--", "<na>", "#n/a", "#na", "#n/a n/a", "#div/0!", "#value!", "#ref!", "#num!", "#name?",
            "#null!", "nan(ind)", "-nan(ind)", "1.#ind", "-1.#ind", "1.#qnan", "-1.#qnan", "\\n");

    /// The words that are always known.
    static final MissingWords STANDARD = new MissingWords(Set.of());

    private final Set<String> words;
    private final int longest;
    private final double[] numbers;

    private MissingWords(Collection<String> more) {
        Set<String> all = new HashSet<>(KNOWN);
        double[] values = new double[more.size()];
        int count = 0;
        for (String word : more) {
            all.add(word.strip().toLowerCase(Locale.ROOT));
            byte[] bytes = word.strip().getBytes(StandardCharsets.UTF_8);
            double value = NumberParser.parse(bytes, 0, bytes.length);
            if (!Double.isNaN(value)) {
                values[count++] = value;
            }
        }
        int max = 0;
        for (String word : all) {
            max = Math.max(max, word.getBytes(StandardCharsets.UTF_8).length);
        }
        words = all;
        longest = max + 4; // small letters can take more bytes
        numbers = Arrays.copyOf(values, count);
    }

    /// These and more; a number stands for its value: with `-999` a cell of `-999.0` is missing, too.
    public static MissingWords with(Collection<String> more) {
        return more.isEmpty() ? STANDARD : new MissingWords(more);
    }

    /// Whether numbers can stand for a missing value.
    public boolean haveNumbers() {
        return numbers.length > 0;
    }

    /// Whether a number stands for a missing value.
    public boolean contains(double value) {
        for (double number : numbers) {
            if (number == value) {
                return true;
            }
        }
        return false;
    }

    /// Whether a cell without blanks around it says that its value is missing.
    boolean contains(byte[] text, int from, int to) {
        return from >= to || (to - from <= longest
                && words.contains(new String(text, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT)));
    }
}
