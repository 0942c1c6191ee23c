package hadamask.cli.option;

import hadamask.image.Rectangle;
import hadamask.segment.Background;
import hadamask.segment.Closing;
import hadamask.segment.Foreground;
import hadamask.segment.Holes;
import hadamask.segment.cut.Hints;
import hadamask.segment.split.Split;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Words that [OptionValues] reads as a value: the other way round.
public final class OptionTexts {
    private OptionTexts() {
    }

    public static String of(Object value) {
        return switch (value) {
            case Foreground foreground -> foreground(foreground);
            case Background background -> background(background);
            case Holes holes ->
                holes.equals(Holes.ALL) ? "all" : holes.equals(Holes.NONE) ? "none" : "" + holes.largest();
            case Closing closing -> closing(closing);
            case Split split -> split.splits() ? "" + split.depth() : "none";
            case ShowMode mode -> mode.word();
            case Hints.Point(int x, int y) -> x + "," + y;
            case Rectangle box -> box.x() + "," + box.y() + "," + box.width() + "," + box.height();
            case List<?> values -> values.stream().map(OptionTexts::of).collect(Collectors.joining(" "));
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            default -> value.toString();
        };
    }

    private static String closing(Closing closing) {
        return closing.iterations() == Closing.SCALED
                ? "auto"
                : closing.radius() == 0 ? "none" : closing.side() + "x" + closing.iterations();
    }

    private static String foreground(Foreground foreground) {
        return switch (foreground) {
            case Foreground.Auto auto -> "auto";
            case Foreground.Bright bright -> "bright";
            case Foreground.Dark dark -> "dark";
            case Foreground.At(int x, int y) -> x + "," + y;
            case Foreground.Near(int red, int green, int blue) -> color(red, green, blue);
        };
    }

    private static String background(Background background) {
        return switch (background) {
            case Background.Transparent transparent -> "transparent";
            case Background color when color.equals(Background.BLACK) -> "black";
            case Background.Color(int red, int green, int blue) -> color(red, green, blue);
        };
    }

    private static String color(int red, int green, int blue) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
