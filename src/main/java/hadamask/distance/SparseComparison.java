package hadamask.distance;

import hadamask.matrix.SparseMatrix;

/// A measure bound to rows of which only the entries other than 0 are kept: a running sum over these, and how it becomes a
/// value. Where a sum may be wrong, the definition is asked for the columns in which either row has an entry; the others
/// add nothing to any measure that is here.
final class SparseComparison implements TileValues {
    private final Measure measure;
    private final SparseOperands rows;
    private final ZeroVectors zeroVectors;
    private final Sums sums;
    private final Finish finish;
    private final boolean[] oddFrom;
    private final boolean[] oddTo;

    /// Sums of a row and the rows of a tile.
    interface Sums {
        /// @param i the row compared from
        /// @param first the tile's first row
        /// @param width rows of the tile
        /// @param sum zeros, which become the sums
        void of(int i, int first, int width, double[] sum);
    }

    /// Turns a sum into a value.
    interface Finish {
        /// @param sum of row i and row j
        double of(SparseComparison comparison, int i, int j, double sum);
    }

    SparseComparison(Measure measure, SparseOperands rows, PairwiseOptions options, Sums sums, Finish finish) {
        this.measure = measure;
        this.rows = rows;
        this.zeroVectors = options.zeroVectors();
        this.sums = sums;
        this.finish = finish;
        oddFrom = odd(rows.from());
        oddTo = rows.isOneTable() ? oddFrom : odd(rows.to());
    }

    /// Rows that are left to the definition: with huge numbers, or without a direction.
    private boolean[] odd(SparseMatrix table) {
        boolean[] odd = new boolean[table.rows()];
        for (int i : ZeroVectors.among(table, measure)) {
            odd[i] = true;
        }
        for (int i = 0; i < odd.length; i++) {
            for (int k = table.start(i); k < table.start(i + 1); k++) {
                odd[i] |= !(Math.abs(table.values()[k]) <= Comparison.HUGE);
            }
        }
        return odd;
    }

    @Override
    public void compute(int first, int count, int tile, double[] out, int at, int stride, Workspace workspace) {
        int left = tile * Tiles.WIDTH;
        int width = Math.min(Tiles.WIDTH, rows.to().rows() - left);
        double[][] sum = workspace.sums(1, count)[0];
        Workspace.clear(sum, count, width);
        for (int r = 0; r < count; r++) {
            int i = first + r;
            sums.of(i, left, width, sum[r]);
            for (int j = 0; j < width; j++) {
                out[at + r * stride + j] = oddFrom[i] || oddTo[left + j]
                        ? careful(i, left + j)
                        : finish.of(this, i, left + j, sum[r][j]);
            }
        }
    }

    /// The value by definition.
    double careful(int i, int j) {
        if (zeroVectors == ZeroVectors.ZERO && measure.isZeroVector(new double[1], Norm.ones(1))) {
            boolean first = rows.from().start(i) == rows.from().start(i + 1);
            boolean second = rows.to().start(j) == rows.to().start(j + 1);
            if (first || second) {
                return measure.axioms().isDistance() && first != second ? 1 : 0;
            }
        }
        SparseOperands.Union pair = rows.union(i, j);
        return measure.between(pair.u(), pair.v(), Norm.ones(pair.u().length));
    }
}
