package hadamask.plot;

import java.util.List;
import java.util.Locale;

/// One axis of a plot: numbers from `low` to `high` stand at pixels from `start` to `end`.
///
/// @param low the number at the start
/// @param high the number at the end, above low
/// @param start the pixel of low
/// @param end the pixel of high; below start for an axis that goes up
record Scale(double low, double high, double start, double end) implements Axis {
    private static final int MARKS = 10;

    @Override
    public double pixel(double value) {
        return start + (value - low) / (high - low) * (end - start);
    }

    /// How many pixels a unit has.
    double pixelsPerUnit() {
        return Math.abs(end - start) / (high - low);
    }

    /// The same pixels with fewer of them to a unit, around the same middle.
    Scale withPixelsPerUnit(double pixels) {
        double half = Math.abs(end - start) / pixels / 2;
        double middle = (low + high) / 2;
        return new Scale(middle - half, middle + half, start, end);
    }

    @Override
    public List<Double> marks() {
        return AxisTicks.between(low, high, MARKS);
    }

    /// A mark as text, with as many decimals as the step has.
    @Override
    public String text(double mark) {
        double step = step();
        double magnitude = Math.max(Math.abs(low), Math.abs(high));
        if (magnitude >= 1e7 || step < 1e-5) {
            return String.format(Locale.ROOT,
                    "%." + Math.clamp((int) Math.ceil(Math.log10(magnitude / step)), 1, 16) + "g",
                    mark);
        }
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", mark);
        return Double.parseDouble(text) == 0 ? text.replace("-", "") : text;
    }

    private double step() {
        List<Double> marks = marks();
        return marks.size() < 2 ? high - low : marks.get(1) - marks.get(0);
    }
}
