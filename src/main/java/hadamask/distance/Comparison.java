package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import java.util.Arrays;
import java.util.List;

/// A measure bound to the rows it compares: which running sums are kept for each pair, and how they become its value.
///
/// Rows with a missing value, and others for which the sums would be wrong, are left to [Measure#between].
final class Comparison implements TileValues {
    /// Columns added at a time, so that the part of a tile in use stays in the level-1 cache.
    private static final int CHUNK = 16;
    /// Rows with larger numbers are left to the definition: their sums might overflow unnoticed.
    static final double HUGE = 0x1p1000;

    private final Measure measure;
    private final double[] weights;
    private final PairwiseOptions options;
    private final Matrix from;
    private final Matrix to;
    private final RunningSum[] runningSums;
    private final Epilogue epilogue;
    private final boolean[] oddFrom;
    private final boolean[] oddTo;
    private final boolean anyOdd;

    /// One running sum.
    ///
    /// @param rows the rows compared from, each of `stride` numbers
    /// @param tiles the rows compared to
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record RunningSum(Kernel kernel, double[] rows, int stride, Tiles tiles) {
        static RunningSum of(Kernel kernel, Operands rows, Workers workers) {
            Matrix from = rows.from();
            return new RunningSum(kernel, Tiles.padded(from), Tiles.padded(from.columns()),
                    new Tiles(rows.to(), workers));
        }
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
        this.options = options;
        this.weights = options.weights(from.columns());
        this.runningSums = runningSums.toArray(RunningSum[]::new);
        this.epilogue = epilogue;
        oddFrom = odd(from, workers);
        oddTo = rows.isOneTable() ? oddFrom : odd(to, workers);
        anyOdd = any(oddFrom) || any(oddTo);
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

    private static boolean isModest(double[] values, int from, int to) {
        boolean modest = true;
        for (int k = from; k < to; k++) {
            modest &= Math.abs(values[k]) <= HUGE;
        }
        return modest;
    }

    @Override
    public void compute(int first, int count, int tile, double[] out, int at, int stride, Workspace workspace) {
        int width = runningSums[0].tiles.tile(tile)[0].length;
        double[][][] sums = workspace.sums(runningSums.length, count, width);
        for (int p = 0; p < runningSums.length; p++) {
            add(runningSums[p], first, count, tile, sums[p]);
        }
        for (int r = 0; r < count; r++) {
            finish(first + r, tile, width, sums, r, out, at + r * stride);
        }
        if (anyOdd) {
            setOddOnes(first, count, tile * Tiles.WIDTH, width, out, at, stride);
        }
    }

    private void finish(int i, int tile, int width, double[][][] sums, int r, double[] out, int at) {
        double[][] ofRow = new double[runningSums.length][];
        for (int p = 0; p < ofRow.length; p++) {
            ofRow[p] = sums[p][r];
        }
        epilogue.apply(this, i, tile * Tiles.WIDTH, width, ofRow, out, at);
    }

    private static void add(RunningSum runningSum, int first, int count, int tile, double[][] sums) {
        double[][] columns = runningSum.tiles.tile(tile);
        for (int k = 0; k < columns.length; k += CHUNK) {
            int end = Math.min(columns.length, k + CHUNK);
            int r = 0;
            for (; r + 1 < count; r += 2) {
                int at = (first + r) * runningSum.stride;
                runningSum.kernel.addTwo(runningSum.rows, at, at + runningSum.stride, columns, k, end, sums[r],
                        sums[r + 1]);
            }
            if (r < count) {
                runningSum.kernel.add(runningSum.rows, (first + r) * runningSum.stride, columns, k, end, sums[r]);
            }
        }
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
                return measure.axioms().isDistance() && first != second ? 1 : 0;
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
