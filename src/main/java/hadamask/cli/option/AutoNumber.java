package hadamask.cli.option;

import hadamask.segment.refine.Closing;
import java.util.List;

/// A number, or `auto`: then the picture decides.
///
/// @param number at least 1, or [#AUTO]
public record AutoNumber(int number) {
    /// What stands for `auto`, also where segmentation takes such a number.
    public static final int AUTO = 0;

    /// Clusters: from 2 to 64, or `auto`.
    public static AutoNumber clusters(String word) {
        return of(word, 2, 64, "a number of clusters from 2 to 64, or auto");
    }

    /// Pixels: a radius, or `auto`.
    public static AutoNumber radius(String word) {
        return of(word, 1, Closing.MAX_RADIUS, "a radius from 1 to " + Closing.MAX_RADIUS + " pixels, or auto");
    }

    private static AutoNumber of(String word, int least, int most, String expected) {
        return new AutoNumber(word.equalsIgnoreCase("auto")
                ? AUTO
                : (int) OptionValues.wholeNumber(word, n -> n >= least && n <= most, expected, List.of("auto")));
    }

    /// Whether the picture decides.
    public boolean auto() {
        return number == AUTO;
    }

    @Override
    public String toString() {
        return auto() ? "auto" : Integer.toString(number);
    }
}
