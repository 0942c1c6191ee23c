package hadamask.cli.option;

import hadamask.image.Rectangle;
import hadamask.segment.Foreground;
import hadamask.segment.cut.Hints;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.Holes;
import hadamask.segment.split.Split;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that [OptionValues] reads as a value: the other way round.
public final class OptionTexts {
    private OptionTexts() {
    }

    /// The word of a value. It is asked for at every start, so this is no pattern switch, which takes milliseconds to link.
    public static String of(Object value) {
        if (value instanceof Enum<?> constant) {
            if (constant instanceof ShowMode mode) {
                return mode.word();
            }
            if (constant instanceof Connectivity touching) {
                return touching == Connectivity.FOUR ? "4" : "8";
            }
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof Set<?> groups) {
            return groups.isEmpty() ? "none" : groups.stream().map(OptionTexts::of).collect(Collectors.joining(","));
        }
        if (value instanceof Foreground foreground) {
            return foreground.word();
        }
        if (value instanceof Holes holes) {
            return holes.equals(Holes.ALL) ? "all" : holes.equals(Holes.NONE) ? "none" : "" + holes.largest();
        }
        if (value instanceof Closing closing) {
            return closing.word();
        }
        if (value instanceof Split split) {
            return split.splits() ? "" + split.depth() : "none";
        }
        if (value instanceof Hints.Point point) {
            return point.x() + "," + point.y();
        }
        if (value instanceof Rectangle box) {
            return box.x() + "," + box.y() + "," + box.width() + "," + box.height();
        }
        if (value instanceof List<?> values) {
            return values.stream().map(OptionTexts::of).collect(Collectors.joining(" "));
        }
        return value.toString();
    }
}
