package hadamask.cli.image.measure;

import hadamask.cli.option.OptionValues;
import hadamask.codec.format.PixelScale;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The side of a pixel in some unit, and how columns that are measured in it are named.
///
/// A column without a unit in its name counts pixels; `area_um2` and `perimeter_um` do not.
///
/// @param side of a pixel, above 0; NaN where the picture says it
/// @param lengthSuffix what is appended to the name of a length
/// @param areaSuffix what is appended to the name of an area
/// @param doubt why the side may be no measure; empty where there is no doubt
public record PixelSize(double side, String lengthSuffix, String areaSuffix, String doubt) {
    /// Lengths and areas in pixels.
    public static final PixelSize ONE = new PixelSize(1, "", "", "");
    /// As the resolution of the picture says, in micrometres.
    private static final PixelSize AUTO = new PixelSize(Double.NaN, "_um", "_um2", "");
    private static final double UM_PER_INCH = 25_400;
    /// What programs write that know no scale.
    private static final Set<Double> SCREENS = Set.of(72.0, 96.0);

    /// What is no unit of a length, though it is one of pictures.
    private static final Set<String> NO_LENGTHS = Set.of("px", "pixel", "pixels", "dpi", "ppi");
    private static final Pattern SIZE = Pattern.compile("((?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)(\\p{L}*)");
    /// A picometre and a metre, in micrometres.
    private static final double SMALLEST_LIKELY = 1e-6;
    private static final double LARGEST_LIKELY = 1e6;
    private static final double SMALLEST = 1e-100;
    private static final double LARGEST = 1e100;

    /// A number, and a unit right behind it where there is one: `0.65um`; without a unit it is called `unit`.
    public static PixelSize of(String value) {
        if (value.equalsIgnoreCase("auto")) {
            return AUTO;
        }
        Matcher size = SIZE.matcher(value);
        double side = size.matches() ? Double.parseDouble(size.group(1)) : 0;
        boolean length = size.matches() && !NO_LENGTHS.contains(size.group(2).toLowerCase(Locale.ROOT));
        if (!length || !(side >= SMALLEST && side <= LARGEST)) {
            throw OptionValues.unexpected(value, "a length above 0 and its unit, such as 0.65um, or auto",
                    List.of("auto"));
        }
        String unit = size.group(2).isEmpty() ? "unit" : size.group(2);
        return new PixelSize(side, "_" + unit, "_" + unit + "2", "");
    }

    /// This size, or the one that a picture says.
    ///
    /// @param pictures the picture, and others that may say it when it does not
    /// @throws InputException if none says it, or its pixels are no squares; without the name of the picture
    public PixelSize of(Attributes... pictures) {
        if (!Double.isNaN(side)) {
            return this;
        }
        for (Attributes picture : pictures) {
            Attributes.Description description = picture.description();
            PixelScale scale = description == null ? null : PixelScale.of(description);
            if (scale != null) {
                return of(scale);
            }
            Attributes.Resolution resolution = picture.resolution();
            if (resolution != null) {
                return of(resolution);
            }
        }
        throw new InputException("says no resolution, expected one for --pixel-size auto (give it, as in 0.65um)");
    }

    private static PixelSize of(PixelScale scale) {
        requireSquare(scale.x(), scale.y(), () -> String.format(Locale.ROOT, "has pixels of %.6g x %.6g um", scale.x(),
                scale.y()));
        String doubt = scale.doubt().isEmpty() ? unlikely(scale.x(), scale.said()) : scale.doubt();
        return new PixelSize(scale.x(), AUTO.lengthSuffix, AUTO.areaSuffix, doubt);
    }

    private static PixelSize of(Attributes.Resolution resolution) {
        double x = resolution.x();
        requireSquare(x, resolution.y(),
                () -> String.format(Locale.ROOT, "has a resolution of %.6g x %.6g dpi", x, resolution.y()));
        double side = UM_PER_INCH / x;
        double rounded = Math.round(x);
        boolean screen = Math.abs(x - rounded) < 0.02 && SCREENS.contains(rounded);
        String said = String.format(Locale.ROOT, "%.6g dpi", x);
        return new PixelSize(side, AUTO.lengthSuffix, AUTO.areaSuffix, screen
                ? String.format(Locale.ROOT, "says %s, a pixel of %.6g um: programs write this when they know no scale"
                        + " (give it, as in --pixel-size 0.65um)", said, side)
                : unlikely(side, said));
    }

    private static void requireSquare(double x, double y, Supplier<String> found) {
        if (Math.abs(x - y) > 0.001 * x) {
            throw new InputException(found.get() + ", expected square pixels for --pixel-size auto");
        }
    }

    /// What is to be said of a size beyond all likelihood; empty where it is not.
    private static String unlikely(double side, String said) {
        return side > LARGEST_LIKELY || side < SMALLEST_LIKELY
                ? String.format(Locale.ROOT, "says %s, a pixel of %.6g um, which is hardly so", said, side)
                : "";
    }

    /// The word that is read as this size.
    @Override
    public String toString() {
        return Double.isNaN(side) ? "auto" : side + (lengthSuffix.isEmpty() ? "" : lengthSuffix.substring(1));
    }

    public double length(double pixels) {
        return pixels * side;
    }

    public double area(long pixels) {
        return pixels * (side * side);
    }
}
