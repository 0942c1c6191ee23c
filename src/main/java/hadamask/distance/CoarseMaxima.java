package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.Arrays;

/// `max abs(x - t)` over many columns: the bits of [Kernel.Maxima] in less time.
///
/// Java's maximum of two doubles takes six instructions, for NaN and -0; that of two whole numbers takes one, for twice as
/// many at once. So every number is put on a grid, `l = floor((x - lowest) * scale)`, and for each pair the two groups of
/// [Tiles#STEP] columns with the largest difference of levels are found. A difference of levels is less than one, and a
/// rounding, off `abs(x - t) * scale`: if the second group is more than three levels behind, the maximum is in the
/// first, and is taken from its numbers. Otherwise the pair is compared number by number.
///
/// A level stands above the number of its group, so that one maximum finds both.
final class CoarseMaxima implements Comparison.RunningSum {
    /// With fewer columns, looking up the numbers takes what the levels save.
    private static final int MIN_COLUMNS = 64;
    /// With fewer rows on either side, finding the levels takes what they save.
    private static final int MIN_ROWS = 2000;
    /// Pairs that are tried: where more than a sixteenth is undecided, as among whole numbers, levels save nothing.
    private static final int TRIED = 64;
    /// Columns taken at a time, so that the part of a tile in use stays in the level-1 cache.
    private static final int CHUNK = 4 * Tiles.STEP;
    /// Rows of which a thread looks for the lowest and the highest numbers at a time.
    private static final int RANGE = 512;
    /// Numbers of a cache line.
    private static final int LINE = 8;
    /// Levels that leave no doubt which of two groups has the larger difference.
    private static final int CLEAR = 4;

    private final Matrix from;
    private final Matrix to;
    private final int padded;
    private final Grid grid;
    private final int[][][] tiles;

    private CoarseMaxima(Operands rows, Grid grid, Workers workers) {
        from = rows.from();
        to = rows.to();
        padded = Tiles.padded(rows.columns());
        this.grid = grid;
        tiles = new int[Math.ceilDiv(to.rows(), Tiles.WIDTH)][][];
        workers.inAnyOrder(tiles.length, t -> tiles[t] = tile(t));
    }

    /// The running maxima of some rows, by levels where that is faster.
    ///
    /// @param rows no weights: each column counts
    static Comparison.RunningSum of(Operands rows, Workers workers) {
        boolean many = Math.min(rows.from().rows(), rows.to().rows()) >= MIN_ROWS && rows.columns() >= MIN_COLUMNS;
        if (many && rows.width() == Tiles.WIDTH) {
            Grid grid = Grid.of(rows, workers);
            if (grid.isFine() && grid.mostlyDecides(rows)) {
                return new CoarseMaxima(rows, grid, workers);
            }
        }
        return KernelSums.of(new Kernel.Maxima(), rows, workers);
    }

    /// By levels, whether or not that is faster.
    ///
    /// @param rows at least [Tiles#STEP] columns, which are not all constant
    static CoarseMaxima always(Operands rows, Workers workers) {
        return new CoarseMaxima(rows, Grid.of(rows, workers), workers);
    }

    /// Levels of numbers.
    ///
    /// @param lowest for each column
    /// @param scale levels in a unit
    /// @param shift bits for the number of a group, below a level
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Grid(double[] lowest, double scale, int shift) {
        static Grid of(Operands rows, Workers workers) {
            double[] lowest = new double[rows.columns()];
            double[] highest = new double[rows.columns()];
            Arrays.fill(lowest, Double.POSITIVE_INFINITY);
            Arrays.fill(highest, Double.NEGATIVE_INFINITY);
            widen(rows.from(), workers, lowest, highest);
            if (!rows.isOneTable()) {
                widen(rows.to(), workers, lowest, highest);
            }
            double range = 0;
            for (int k = 0; k < lowest.length; k++) {
                range = Math.max(range, highest[k] - lowest[k]);
            }
            int groups = Math.ceilDiv(rows.columns(), Tiles.STEP);
            int shift = Integer.SIZE - Integer.numberOfLeadingZeros(groups - 1);
            return new Grid(lowest, ((1 << (Integer.SIZE - 1 - shift)) - 2) / range, shift);
        }

        /// Over what is neither missing nor so large that its row is left to the definition.
        private static void widen(Matrix rows, Workers workers, double[] lowest, double[] highest) {
            workers.inRanges(rows.rows(), RANGE, (first, end) -> {
                double[] low = new double[lowest.length];
                double[] high = new double[lowest.length];
                Arrays.fill(low, Double.POSITIVE_INFINITY);
                Arrays.fill(high, Double.NEGATIVE_INFINITY);
                for (int i = first; i < end; i++) {
                    widen(rows.values(), i * low.length, low, high);
                }
                synchronized (lowest) {
                    Arrays.setAll(lowest, k -> Math.min(lowest[k], low[k]));
                    Arrays.setAll(highest, k -> Math.max(highest[k], high[k]));
                }
            });
        }

        private static void widen(double[] values, int from, double[] lowest, double[] highest) {
            for (int k = 0; k < lowest.length; k++) {
                double value = values[from + k];
                if (Math.abs(value) <= Comparison.HUGE) {
                    lowest[k] = Math.min(lowest[k], value);
                    highest[k] = Math.max(highest[k], value);
                }
            }
        }

        /// Whether there is a range, and it is not so small that its inverse overflows.
        boolean isFine() {
            return scale > 0 && scale <= Comparison.HUGE && shift <= Short.SIZE;
        }

        /// Whether levels decide nearly all pairs, judged by some that are spread over all.
        boolean mostlyDecides(Operands rows) {
            int undecided = 0;
            for (int n = 0; n < TRIED; n++) {
                int i = (int) ((n * 0x9E3779B97F4A7C15L) >>> 33) % rows.from().rows();
                int j = (int) ((n * 0xD1B54A32D192ED03L) >>> 33) % rows.to().rows();
                undecided += decides(rows, i, j) ? 0 : 1;
            }
            return undecided <= TRIED / 16;
        }

        private boolean decides(Operands rows, int i, int j) {
            int largest = 0;
            int second = 0;
            for (int k = 0; k < lowest.length; k += Tiles.STEP) {
                int group = 0;
                for (int c = k; c < Math.min(k + Tiles.STEP, lowest.length); c++) {
                    group = Math.max(group, Math.abs(level(rows.from().get(i, c), c) - level(rows.to().get(j, c), c)));
                }
                second = Math.max(second, Math.min(largest, group));
                largest = Math.max(largest, group);
            }
            return largest - second >= CLEAR << shift;
        }

        /// The level of a number, above the bits of a group; anything for the numbers that did not count.
        int level(double value, int column) {
            return (int) ((value - lowest[column]) * scale) << shift;
        }
    }

    /// What one thread works with.
    static final class Room {
        private final int[] levels;
        private final int[][] largest;
        private final int[][] second;
        /// Of nothing: without it the compiler would leave the sweeps out.
        @SuppressWarnings("UnusedVariable")
        private double swept;
        private final double[][] differences = new double[Tiles.STEP][Tiles.WIDTH];

        /// @param padded columns of a row
        Room(int rows, int padded) {
            levels = new int[rows * padded];
            largest = new int[rows][Tiles.WIDTH + 1];
            second = new int[rows][Tiles.WIDTH + 1];
        }

        boolean fits(int rows, int padded) {
            return largest.length >= rows && levels.length >= rows * padded;
        }

        /// Lets maxima start at 0.
        void clear(int rows) {
            for (int r = 0; r < rows; r++) {
                Arrays.fill(largest[r], 0);
                Arrays.fill(second[r], 0);
            }
        }
    }

    /// A tile column by column, one number longer, as those of [Tiles].
    private int[][] tile(int tile) {
        int left = tile * Tiles.WIDTH;
        int width = width(tile);
        int[][] columns = new int[padded][width + 1];
        for (int k = 0; k < to.columns(); k++) {
            levels(to.values(), left * to.columns() + k, to.columns(), grid, k, columns[k], width);
        }
        return columns;
    }

    private static void levels(double[] values, int from, int stride, Grid grid, int column, int[] levels, int width) {
        for (int j = 0; j < width; j++) {
            levels[j] = grid.level(values[from + j * stride], column);
        }
    }

    private int width(int tile) {
        return Math.min(Tiles.WIDTH, to.rows() - tile * Tiles.WIDTH);
    }

    @Override
    public void add(int first, int count, int tile, double[][] sums, Workspace workspace) {
        int[][] columns = tiles[tile];
        Room room = workspace.levels(count, padded);
        for (int r = 0; r < count; r++) {
            levels(from.values(), (first + r) * from.columns(), grid, room.levels, r * padded);
        }
        for (int k = 0; k < padded; k += CHUNK) {
            int end = Math.min(padded, k + CHUNK);
            for (int r = 0; r < count; r++) {
                steps(room.levels, r * padded, columns, k, end, room.largest[r], room.second[r]);
            }
        }
        room.swept += sweep(to.values(), tile * Tiles.WIDTH * to.columns(), width(tile) * to.columns());
        for (int r = 0; r < count; r++) {
            decide(first + r, tile, room.largest[r], room.second[r], room.differences, sums[r]);
        }
    }

    private static void levels(double[] values, int from, Grid grid, int[] levels, int at) {
        double[] lowest = grid.lowest;
        double scale = grid.scale;
        int shift = grid.shift;
        for (int k = 0; k < lowest.length; k++) {
            levels[at + k] = (int) ((values[from + k] - lowest[k]) * scale) << shift;
        }
    }

    private static void steps(int[] x, int row, int[][] columns, int from, int to, int[] largest, int[] second) {
        for (int k = from; k < to; k += Tiles.STEP) {
            step(x, row + k, columns[k], columns[k + 1], columns[k + 2], columns[k + 3], largest, second,
                    k / Tiles.STEP);
        }
    }

    private static void step(int[] x, int at, int[] t0, int[] t1, int[] t2, int[] t3, int[] largest, int[] second,
            int group) {
        int x0 = x[at];
        int x1 = x[at + 1];
        int x2 = x[at + 2];
        int x3 = x[at + 3];
        for (int j = 0; j < t0.length; j++) {
            int ab = Math.max(Math.abs(x0 - t0[j]), Math.abs(x1 - t1[j]));
            int cd = Math.max(Math.abs(x2 - t2[j]), Math.abs(x3 - t3[j]));
            int value = Math.max(ab, cd) | group;
            int before = largest[j];
            second[j] = Math.max(second[j], Math.min(before, value));
            largest[j] = Math.max(before, value);
        }
    }

    /// Fetches numbers into the cache in order, which are looked up out of order then: that takes a third of the time.
    ///
    /// @return a number to keep
    private static double sweep(double[] values, int from, int length) {
        double sum = 0;
        for (int k = from; k < from + length; k += LINE) {
            sum += values[k];
        }
        return sum;
    }

    private void decide(int i, int tile, int[] largest, int[] second, double[][] differences, double[] maxima) {
        int columns = to.columns();
        int width = width(tile);
        int row = i * columns;
        int other = tile * Tiles.WIDTH * columns;
        lookUp(from.values(), row, to.values(), other, columns, largest, (1 << grid.shift) - 1, width,
                differences[0], differences[1], differences[2], differences[3]);
        largestOf(differences[0], differences[1], differences[2], differences[3], maxima);
        int clear = CLEAR << grid.shift;
        if (allClear(largest, second, clear, width)) {
            return;
        }
        for (int j = 0; j < width; j++) {
            if (largest[j] - second[j] < clear) {
                maxima[j] = maximum(from.values(), row, to.values(), other + j * columns, columns);
            }
        }
    }

    /// The differences in the columns of the first group; of the last four columns where a group has fewer.
    private static void lookUp(double[] x, int row, double[] t, int other, int columns, int[] largest, int groups,
            int width, double[] a, double[] b, double[] c, double[] d) {
        for (int j = 0; j < width; j++) {
            int k = Math.min((largest[j] & groups) * Tiles.STEP, columns - Tiles.STEP);
            int u = row + k;
            int v = other + j * columns + k;
            a[j] = x[u] - t[v];
            b[j] = x[u + 1] - t[v + 1];
            c[j] = x[u + 2] - t[v + 2];
            d[j] = x[u + 3] - t[v + 3];
        }
    }

    private static void largestOf(double[] a, double[] b, double[] c, double[] d, double[] maxima) {
        for (int j = 0; j < Tiles.WIDTH; j++) {
            double ab = Math.max(Math.abs(a[j]), Math.abs(b[j]));
            maxima[j] = Math.max(ab, Math.max(Math.abs(c[j]), Math.abs(d[j])));
        }
    }

    private static boolean allClear(int[] largest, int[] second, int clear, int width) {
        int behind = 0; // below 0 when a difference was
        for (int j = 0; j < width; j++) {
            behind |= largest[j] - second[j] - clear;
        }
        return behind >= 0;
    }

    private static double maximum(double[] x, int row, double[] t, int other, int columns) {
        double max = 0;
        for (int k = 0; k < columns; k++) {
            max = Math.max(max, Math.abs(x[row + k] - t[other + k]));
        }
        return max;
    }
}
