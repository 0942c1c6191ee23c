package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.Arrays;

/// Near rows of some rows among those of a table that comes in blocks: what [PairSearch] finds among all at once, to the bit.
///
/// Memory: the rows, a block, and what is listed.
public final class BlockSearch {
    private final Measure measure;
    private final PairwiseOptions options;
    private final Matrix rows;
    private final int first;
    private final boolean oneTable;
    private final int count;
    private final double bound;
    private final Workers workers;
    private final NearestNeighbors[] nearest;
    private final PairList[] within;

    /// @param rows those that are looked at
    /// @param first the number of the first of them
    /// @param oneTable whether they are rows of the table: then a row is not near to itself, and without a count each pair is listed once
    /// @param count how many near rows of each are listed; 0: all within the bound
    /// @param bound the largest distance or the least similarity
    public BlockSearch(Measure measure, PairwiseOptions options, Matrix rows, int first, boolean oneTable, int count,
            double bound, Workers workers) {
        this.measure = measure;
        this.options = options;
        this.rows = rows;
        this.first = first;
        this.oneTable = oneTable;
        this.count = count;
        this.bound = bound;
        this.workers = workers;
        nearest = new NearestNeighbors[count > 0 ? rows.rows() : 0];
        Arrays.setAll(nearest, r -> new NearestNeighbors(count, measure.axioms().isDistance()));
        within = PairList.several(count > 0 ? 0 : rows.rows());
    }

    /// A bound that all values are within.
    public static double noBound(Measure measure) {
        return measure.axioms().isDistance() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /// Whether rows up to some row of the table can be listed.
    ///
    /// @param end behind the last
    public boolean looksAt(int end) {
        return count > 0 || !oneTable || end > first + 1;
    }

    /// Looks at a block of the table.
    ///
    /// @param start the number of its first row
    public void look(Matrix block, int start) {
        PairSearch search = new PairSearch(Pairwise.of(measure, rows, block, options, workers));
        if (count == 0) {
            search.<RuntimeException>within(bound, found -> {
                for (int k = 0; k < found.count(); k++) {
                    int other = start + found.to()[k];
                    int row = found.from()[k];
                    if (!oneTable || other > first + row) {
                        within[row].add(first + row, other, found.values()[k]);
                    }
                }
            });
            return;
        }
        // One more than are wanted, as a row may find itself.
        int wanted = (int) Math.min(Integer.MAX_VALUE, count + 1L);
        double[] value = new double[1];
        int[] place = new int[1];
        search.<RuntimeException>nearest(wanted, bound, found -> {
            for (int k = 0; k < found.count(); k++) {
                int row = found.from()[k];
                value[0] = found.values()[k];
                place[0] = start + found.to()[k];
                nearest[row].offer(value, place, 0, 1, oneTable ? first + row : -1);
            }
        });
    }

    /// What was found: by rows, then nearest first, or without a count by the second row.
    public Pairs pairs() {
        PairList all = new PairList(16);
        for (int row = 0; row < rows.rows(); row++) {
            if (count > 0) {
                nearest[row].appendTo(all, first + row, value -> true);
            } else {
                all.addAll(within[row]);
            }
        }
        return all.pairs();
    }
}
