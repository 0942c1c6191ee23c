package hadamask.matrix;

import java.util.Arrays;

/// The mean of rows, kept so that rows are centred without loss when all of them lie far from zero.
///
/// The mean is `origin + shift`, where the origin is one of the rows: `x - origin` is small and nearly always exact, and
/// for a constant column exactly 0.
public final class Centre {
    /// Two to this power is more than there are rows.
    private static final int HUGE = 64;

    private final double[] origin;
    private final double[] shift;

    private Centre(double[] origin, double[] shift) {
        this.origin = origin;
        this.shift = shift;
    }

    /// The mean of the rows of a matrix; NaN in a column that has one, or when there are no rows.
    public static Centre of(Matrix data) {
        int columns = data.columns();
        if (data.rows() == 0) {
            double[] none = new double[columns];
            Arrays.fill(none, Double.NaN);
            return new Centre(none, new double[columns]);
        }
        double[] values = data.values();
        Centre first = new Centre(Arrays.copyOf(values, columns), new double[columns]);
        // The second round takes away what the rounding of the first has left.
        Centre near = first.nearer(data);
        return near.hasOverflown() ? ofHuge(data) : near.nearer(data);
    }

    /// The same of numbers whose sums overflow.
    private static Centre ofHuge(Matrix data) {
        int[] exponents = new int[data.columns()];
        double[] small = new double[data.values().length];
        for (int k = 0; k < small.length; k++) {
            small[k] = Math.scalb(data.values()[k], -HUGE);
        }
        Matrix divided = new Matrix(data.rows(), data.columns(), small);
        Centre first = new Centre(Arrays.copyOf(small, data.columns()), new double[data.columns()]);
        Arrays.fill(exponents, -HUGE);
        return first.nearer(divided).nearer(divided).divided(exponents);
    }

    private boolean hasOverflown() {
        for (double value : shift) {
            if (Double.isInfinite(value)) {
                return true;
            }
        }
        return false;
    }

    /// Zero: rows are not moved.
    public static Centre zero(int columns) {
        return new Centre(new double[columns], new double[columns]);
    }

    /// The same divided by a power of two for each column.
    Centre divided(int[] exponents) {
        double[] far = new double[origin.length];
        double[] near = new double[origin.length];
        for (int j = 0; j < far.length; j++) {
            far[j] = Math.scalb(origin[j], -exponents[j]);
            near[j] = Math.scalb(shift[j], -exponents[j]);
        }
        return new Centre(far, near);
    }

    /// The mean of each column.
    public double[] mean() {
        double[] mean = new double[origin.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = origin[j] + shift[j];
        }
        return mean;
    }

    /// A row minus the mean.
    ///
    /// @param row from 0
    /// @param centred room for a row
    void centre(Matrix data, int row, double[] centred) {
        int at = row * data.columns();
        for (int j = 0; j < centred.length; j++) {
            centred[j] = (data.values()[at + j] - origin[j]) - shift[j];
        }
    }

    private Centre nearer(Matrix data) {
        double[] sums = new double[origin.length];
        double[] centred = new double[origin.length];
        for (int i = 0; i < data.rows(); i++) {
            centre(data, i, centred);
            add(centred, sums);
        }
        for (int j = 0; j < sums.length; j++) {
            sums[j] = shift[j] + sums[j] / data.rows();
        }
        return new Centre(origin, sums);
    }

    private static void add(double[] row, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += row[j];
        }
    }
}
