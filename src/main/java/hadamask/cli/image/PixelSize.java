package hadamask.cli.image;

import hadamask.cli.option.OptionValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The side of a pixel in some unit, and how columns that are measured in it are named.
///
/// A column without a unit in its name counts pixels; `area_um2` and `perimeter_um` do not.
///
/// @param side of a pixel, above 0
/// @param lengthSuffix what is appended to the name of a length
/// @param areaSuffix what is appended to the name of an area
record PixelSize(double side, String lengthSuffix, String areaSuffix) {
    /// Lengths and areas in pixels.
    static final PixelSize ONE = new PixelSize(1, "", "");

    private static final Pattern SIZE = Pattern.compile("((?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)(\\p{L}*)");
    private static final double SMALLEST = 1e-100;
    private static final double LARGEST = 1e100;

    /// A number, and a unit right behind it where there is one: `0.65um`; without a unit it is called `unit`.
    static PixelSize of(String value) {
        Matcher size = SIZE.matcher(value);
        double side = size.matches() ? Double.parseDouble(size.group(1)) : 0;
        if (!(side >= SMALLEST && side <= LARGEST)) {
            throw OptionValues.unexpected(value, "a length above 0 and its unit, such as 0.65um");
        }
        String unit = size.group(2).isEmpty() ? "unit" : size.group(2);
        return new PixelSize(side, "_" + unit, "_" + unit + "2");
    }

    double length(double pixels) {
        return pixels * side;
    }

    double area(long pixels) {
        return pixels * (side * side);
    }
}
