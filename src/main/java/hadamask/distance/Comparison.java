package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A measure bound to the rows it compares: which running sums are kept for each pair, and how they become its value.
///
/// Rows with a missing value, and others for which the sums would be wrong, are left to [Measure#between].
final class Comparison implements TileValues {
    /// Rows with larger numbers are left to the definition: their sums might overflow unnoticed.
    static final double HUGE = 0x1p1000;

    private final Measure measure;
    private final double[] weights;
    private final PairwiseOptions options;
    private final Matrix from;
    private final Matrix to;
    private final int width;
    private final RunningSum[] runningSums;
    private final Epilogue epilogue;
    private final boolean[] oddFrom;
    private final boolean[] oddTo;
    private final boolean anyOdd;
    private final boolean oneTable;
    private boolean complemented;
    private @Nullable BoxBound bound;

    /// Sums over the columns, one for each pair of rows.
    interface RunningSum {
        /// Adds up all columns, for some rows against the rows of a tile.
        ///
        /// @param first the first row compared from
        /// @param count how many
        /// @param tile of the rows compared to
        /// @param sums where the sum for each row of the tile goes, per row compared from; what stands there is replaced
        /// @param workspace of this thread
        void add(int first, int count, int tile, double[][] sums, Workspace workspace);
    }

    /// Turns the sums of one row into values.
    interface Epilogue {
        /// @param comparison has the definition to fall back on
        /// @param i the row compared from
        /// @param first the tile's first row
        /// @param width rows of the tile
        /// @param sums for each running sum its value per row of the tile
        /// @param out where the values go, from `at` on
        void apply(Comparison comparison, int i, int first, int width, double[][] sums, double[] out, int at);
    }

    Comparison(Measure measure, Operands rows, PairwiseOptions options, Workers workers, List<RunningSum> runningSums,
            Epilogue epilogue) {
        this.measure = measure;
        this.from = rows.from();
        this.to = rows.to();
        width = rows.width();
        this.options = options;
        this.weights = options.weights(from.columns());
        this.runningSums = runningSums.toArray(RunningSum[]::new);
        this.epilogue = epilogue;
        oddFrom = odd(from, workers);
        oneTable = rows.isOneTable();
        oddTo = oneTable ? oddFrom : odd(to, workers);
        anyOdd = any(oddFrom) || any(oddTo);
        if (width != Tiles.WIDTH) {
            requireWidth(runningSums);
        }
    }

    private void requireWidth(List<RunningSum> sums) {
        for (RunningSum sum : sums) {
            if (!(sum instanceof KernelSums of && of.tiles().width() == width)) {
                throw new IllegalStateException("not all tiles have " + width + " rows");
            }
        }
    }

    /// The same with what is known of boxes of rows.
    Comparison bounded(BoxBound known) {
        bound = known;
        return this;
    }

    /// What is known of boxes of rows; null: nothing, so that all pairs are looked at.
    @Nullable
    BoxBound bound() {
        return bound;
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    private boolean[] odd(Matrix rows, Workers workers) {
        boolean[] odd = new boolean[rows.rows()];
        boolean mayBeZero = options.zeroVectors() != ZeroVectors.ERROR
                && measure.isZeroVector(new double[rows.columns()], weights);
        workers.inRanges(odd.length, Tiles.WIDTH, (first, end) -> {
            for (int i = first; i < end; i++) {
                odd[i] = !isModest(rows.values(), i * rows.columns(), (i + 1) * rows.columns())
                        || (mayBeZero && measure.isZeroVector(row(rows, i), weights));
            }
        });
        return odd;
    }

    /// Whether some numbers are present and not so large that their sums might overflow.
    ///
    /// @param from the first of them
    /// @param to behind the last
    static boolean isModest(double[] values, int from, int to) {
        boolean modest = true;
        for (int k = from; k < to; k++) {
            modest &= Math.abs(values[k]) <= HUGE;
        }
        return modest;
    }

    @Override
    public void compute(int first, int count, int tile, double[] out, int at, int stride, Workspace workspace) {
        int left = tile * width;
        int members = Math.min(width, to.rows() - left);
        double[][][] sums = workspace.sums(runningSums.length, count);
        for (int p = 0; p < runningSums.length; p++) {
            runningSums[p].add(first, count, tile, sums[p], workspace);
        }
        for (int r = 0; r < count; r++) {
            epilogue.apply(this, first + r, left, members, workspace.ofRow(runningSums.length, r), out,
                    at + r * stride);
        }
        if (anyOdd) {
            setOddOnes(first, count, left, members, out, at, stride);
        }
        if (complemented) {
            complement(count, members, out, at, stride);
        }
    }

    private static void complement(int count, int width, double[] out, int at, int stride) {
        for (int r = 0; r < count; r++) {
            for (int j = at + r * stride; j < at + r * stride + width; j++) {
                out[j] = 1 - out[j];
            }
        }
    }

    /// The same with 1 minus each value, of which nothing is known of boxes.
    Comparison complement() {
        complemented = true;
        bound = null;
        return this;
    }

    private void setOddOnes(int top, int count, int left, int width, double[] out, int at, int stride) {
        for (int r = 0; r < count; r++) {
            for (int j = 0; j < width; j++) {
                if (oddFrom[top + r] || oddTo[left + j]) {
                    out[at + r * stride + j] = careful(top + r, left + j);
                }
            }
        }
    }

    /// Whether a row is compared with itself: nothing has vanished from a sum of 0 then.
    boolean isSame(int i, int j) {
        return i == j && oneTable;
    }

    /// The value by definition, where the sums overflow, vanish or miss a number.
    double careful(int i, int j) {
        double[] u = row(from, i);
        double[] v = row(to, j);
        return options.missing() == Missing.PAIRWISE ? overShared(u, v) : between(u, v, weights);
    }

    private double between(double[] u, double[] v, double[] perColumn) {
        if (options.zeroVectors() == ZeroVectors.ZERO) {
            boolean first = measure.isZeroVector(u, perColumn);
            boolean second = measure.isZeroVector(v, perColumn);
            if (first || second) {
                return first == second && measure.axioms().isDistance() ? 0 : measure.unlike();
            }
        }
        return measure.between(u, v, perColumn);
    }

    private double overShared(double[] u, double[] v) {
        double[] shared = weights.clone();
        double all = 0;
        double left = 0;
        for (int k = 0; k < u.length; k++) {
            all += weights[k];
            if (Double.isNaN(u[k]) || Double.isNaN(v[k])) {
                shared[k] = 0;
                u[k] = 0;
                v[k] = 0;
            }
            left += shared[k];
        }
        return left == 0 ? Double.NaN : measure.extrapolation(all / left) * between(u, v, shared);
    }

    private static double[] row(Matrix rows, int i) {
        return Arrays.copyOfRange(rows.values(), i * rows.columns(), (i + 1) * rows.columns());
    }
}
