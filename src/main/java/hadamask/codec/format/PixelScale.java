package hadamask.codec.format;

import hadamask.file.InputException;
import hadamask.image.Attributes.Description;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The size of a pixel as the description of a microscope's TIFF says it: OME-XML ([OmeXml]), or the lines of ImageJ, in which
/// `unit=` says the unit and the tags of the resolution how many pixels it has.
///
/// @param x width of a pixel in micrometres
/// @param y height of a pixel in micrometres
/// @param said how the file says it, for messages
/// @param doubt why it may be wrong; empty where there is no doubt
public record PixelScale(double x, double y, String said, String doubt) {
    /// What to do where a file says no scale that can be used.
    static final String ADVICE = "give the size of a pixel, as in 0.65um";

    private static final Pattern IMAGEJ = Pattern.compile("(?m)^(unit|yunit)=(.*)$");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    /// What a description says; null where it says no size.
    ///
    /// @throws InputException if it says one in a unit that is no length, or makes no sense; without the name of the file
    public static @Nullable PixelScale of(Description description) {
        String text = description.text();
        return text.startsWith("ImageJ=") ? imageJ(description) : OmeXml.scale(text.stripLeading());
    }

    private static @Nullable PixelScale imageJ(Description description) {
        String unit = "";
        String unitY = "";
        for (Matcher line = IMAGEJ.matcher(description.text()); line.find();) {
            String word = unescaped(line.group(2).strip());
            if (line.group(1).equals("unit")) {
                unit = word;
            } else {
                unitY = word;
            }
        }
        requireLength(unit, "ImageJ");
        if (unit.isEmpty() || !(description.x() > 0 && description.y() > 0)) {
            return null;
        }
        double micrometres = micrometres(unit, "ImageJ");
        double micrometresY = unitY.isEmpty() || isPixel(unitY) ? micrometres : micrometres(unitY, "ImageJ");
        String tag = description.unit() == 2 ? "inch" : description.unit() == 3 ? "cm" : "";
        boolean other = !tag.isEmpty() && Math.abs(micrometres(tag, "") / micrometres - 1) > 1e-9;
        if (!tag.isEmpty() && !other) {
            return null; // the resolution says the same
        }
        return new PixelScale(micrometres / description.x(), micrometresY / description.y(),
                "ImageJ's unit=" + unit + " and " + number(description.x()) + " pixels per unit", other
                        ? "its resolution is per " + tag + " by its tag, and per " + unit
                                + " by ImageJ's description, which was taken"
                        : "");
    }

    private static String unescaped(String word) {
        return ESCAPE.matcher(word).replaceAll(
                escape -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    private static boolean isPixel(String unit) {
        String word = unit.toLowerCase(Locale.ROOT);
        return word.startsWith("pixel") || word.equals("reference frame");
    }

    /// Refuses the unit of a picture that has no scale, whatever its resolution says besides.
    ///
    /// @param who says it, for the message
    static void requireLength(String unit, String who) {
        if (isPixel(unit)) {
            throw new InputException("has the unit \"" + unit + "\", as " + who
                    + " says, which is no scale, expected one", ADVICE);
        }
    }

    /// How many micrometres a unit has.
    ///
    /// @param who says it, for the message
    static double micrometres(String unit, String who) {
        return switch (unit) {
            case "km" -> 1e9;
            case "m", "meter", "metre" -> 1e6;
            case "dm" -> 1e5;
            case "cm", "centimeter" -> 1e4;
            case "mm", "millimeter" -> 1e3;
            case "\u00b5m", "\u03bcm", "um", "micron", "microns", "micrometer", "micrometre" -> 1;
            case "nm", "nanometer" -> 1e-3;
            case "\u00c5", "\u212b", "A", "angstrom" -> 1e-4;
            case "pm", "picometer" -> 1e-6;
            case "in", "inch", "inches", "\"" -> 25_400;
            case "ft" -> 304_800;
            default -> throw new InputException("has a scale in \"" + unit + "\", as " + who
                    + " says, expected a unit of length", ADVICE);
        };
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
