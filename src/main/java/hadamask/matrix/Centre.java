package hadamask.matrix;

import hadamask.parallel.Workers;
import java.io.Serializable;
import java.util.Arrays;

/// The mean of rows, kept so that rows are centred without loss when all of them lie far from zero.
///
/// The mean is `origin + shift`, where the origin is one of the rows: `x - origin` is small and nearly always exact, and
/// for a constant column exactly 0. The sum of these differences is exact: the mean does not depend on how the rows are shared out.
public final class Centre implements Serializable {
    private static final long serialVersionUID = 1;
    /// Two to this power is more than there are rows.
    private static final int HUGE = 64;
    /// Numbers that are summed up at a time.
    private static final int PART = 1 << 17;

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
        double[] origin = Arrays.copyOf(data.values(), columns);
        int height = Math.max(1, PART / Math.max(1, columns));
        ExactSums all = new ExactSums(columns);
        Workers.current().<ExactSums, RuntimeException>inOrder(Math.ceilDiv(data.rows(), height), part -> {
            ExactSums sums = new ExactSums(columns);
            addTo(sums, data, origin, part * height, (int) Math.min(data.rows(), (part + 1L) * height));
            return sums;
        }, all::addAll);
        return isHuge(data, all) ? ofHuge(data) : of(origin, all, data.rows());
    }

    /// Whether a difference of finite numbers is none.
    private static boolean isHuge(Matrix data, ExactSums differences) {
        boolean huge = false;
        for (int j = 0; j < data.columns() && !huge; j++) {
            huge = differences.isBroken(j);
            for (int i = 0; i < data.rows() && huge; i++) {
                huge = Math.abs(data.get(i, j)) <= Double.MAX_VALUE;
            }
        }
        return huge;
    }

    /// Adds the differences of some rows to a row.
    static void addTo(ExactSums sums, Matrix data, double[] origin, int from, int to) {
        double[] differences = new double[origin.length];
        for (int i = from; i < to; i++) {
            int at = i * origin.length;
            for (int j = 0; j < differences.length; j++) {
                differences[j] = data.values()[at + j] - origin[j];
            }
            sums.add(differences);
        }
    }

    /// The mean of rows of which the sums of differences to one of them are known.
    static Centre of(double[] origin, ExactSums differences, long rows) {
        double[] shift = new double[origin.length];
        for (int j = 0; j < shift.length; j++) {
            shift[j] = differences.mean(j, rows);
        }
        return new Centre(origin, shift);
    }

    /// The same of numbers whose differences overflow.
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
