package hadamask.cli.option.color;

import hadamask.cli.option.OptionValues;
import hadamask.segment.Foreground;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which clusters are the object, as it is written: `auto`, `bright`, `dark`, a pixel or a colour.
public final class ForegroundWord {
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9}),(\\d{1,9})");
    private static final List<String> WORDS = List.of("auto", "bright", "dark");

    private ForegroundWord() {
    }

    /// `auto`, `bright`, `dark`, `X,Y` or a colour, of which alpha says nothing here.
    public static Foreground of(String value) {
        Matcher place = PLACE.matcher(value);
        if (place.matches()) {
            return new Foreground.At(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "auto" -> new Foreground.Auto();
            case "bright" -> new Foreground.Bright();
            case "dark" -> new Foreground.Dark();
            default -> near(value);
        };
    }

    private static Foreground near(String value) {
        ColorWord color = ColorWord.of(value);
        if (color == null) {
            List<String> words = new ArrayList<>(WORDS);
            words.addAll(CssColors.names());
            throw OptionValues.unexpected(value,
                    "auto, bright, dark, a pixel X,Y or a colour (" + ColorWord.EXPECTED + ")", words);
        }
        if (!color.isOpaque()) {
            throw OptionValues.unexpected(value,
                    "a colour without alpha, as it is compared with those of the clusters");
        }
        return new Foreground.Near(color.red(), color.green(), color.blue());
    }
}
