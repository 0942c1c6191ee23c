package hadamask.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An axis on which equal factors are equally long.
///
/// @param low the number at the start, above 0; smaller ones stand there, too
/// @param high the number at the end, above low
/// @param start the pixel of low
/// @param end the pixel of high
record LogScale(double low, double high, double start, double end) implements Axis {
    /// Beyond so many powers of ten these alone are marked.
    private static final double FEW = 3;

    @Override
    public double pixel(double value) {
        return start + Math.log(Math.max(value, low) / low) / Math.log(high / low) * (end - start);
    }

    @Override
    public List<Double> marks() {
        double decades = Math.log10(high / low);
        int step = (int) Math.ceil(decades / 10);
        double[] factors = decades <= FEW ? new double[]{1, 2, 5} : new double[]{1};
        List<Double> marks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power += step) {
            for (double factor : factors) {
                double mark = factor * Math.pow(10, power);
                if (mark >= low && mark <= high) {
                    marks.add(mark);
                }
            }
        }
        return marks;
    }

    @Override
    public String text(double mark) {
        return mark < 1e-4 ? String.format(Locale.ROOT, "%.0e", mark) : Figures.tick(mark);
    }
}
