package hadamask.cli.option;

import hadamask.segment.cluster.HistogramThreshold;
import hadamask.segment.local.LocalThreshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What `--threshold` says: one of its three parts is given.
///
/// @param gray a grey from 0 to 1
/// @param rule one threshold for the picture
/// @param local one for each pixel
public record ThresholdWord(@Nullable Double gray, @Nullable HistogramThreshold rule, @Nullable LocalThreshold local) {
    private static final Pattern LOCAL = Pattern.compile("([a-zA-Z]+)(?::(\\d{1,5})(?::(-?[0-9.]{1,12}))?)?");

    /// `T`, the name of a rule, or that of a local one with the side of its square and its k.
    public static ThresholdWord of(String word) {
        Matcher parts = LOCAL.matcher(word);
        if (!parts.matches()) {
            return new ThresholdWord(gray(word), null, null);
        }
        String name = parts.group(1).toUpperCase(Locale.ROOT);
        for (HistogramThreshold rule : HistogramThreshold.values()) {
            if (rule.name().equals(name) && parts.group(2) == null) {
                return new ThresholdWord(null, rule, null);
            }
        }
        for (LocalThreshold.Rule rule : LocalThreshold.Rule.values()) {
            if (rule.name().equals(name)) {
                return new ThresholdWord(null, null, local(rule.usual(), word, parts.group(2), parts.group(3)));
            }
        }
        throw OptionValues.unexpected(word, expected(), names());
    }

    private static LocalThreshold local(LocalThreshold usual, String word, @Nullable String width, @Nullable String k) {
        if (width == null) {
            return usual;
        }
        int side = Integer.parseInt(width);
        if (side < 3 || side > LocalThreshold.MAX_WIDTH) {
            throw OptionValues.unexpected(word, "a square of 3 to " + LocalThreshold.MAX_WIDTH + " pixels");
        }
        if (k == null) {
            return usual.withWidth(side);
        }
        Double given = number(k);
        if (given == null) {
            throw OptionValues.unexpected(word, "NAME:WIDTH:K, such as sauvola:75:0.2");
        }
        return new LocalThreshold(usual.rule(), side, given);
    }

    private static @Nullable Double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Double gray(String word) {
        Double gray = number(word);
        if (gray == null) {
            throw OptionValues.unexpected(word, expected(), names());
        }
        if (gray >= 0 && gray <= 1) {
            return gray;
        }
        throw OptionValues.unexpected(word, "a grey from 0 to 1");
    }

    private static String expected() {
        return "a grey from 0 to 1 or " + String.join(", ", names());
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (HistogramThreshold rule : HistogramThreshold.values()) {
            names.add(rule.name().toLowerCase(Locale.ROOT));
        }
        for (LocalThreshold.Rule rule : LocalThreshold.Rule.values()) {
            names.add(rule.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    @Override
    public String toString() {
        return local != null
                ? local.word()
                : rule != null ? rule.name().toLowerCase(Locale.ROOT) : String.valueOf(gray);
    }
}
