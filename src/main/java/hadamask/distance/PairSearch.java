package hadamask.distance;

import hadamask.parallel.Workers;
import hadamask.table.Shape;
import java.util.Arrays;
import java.util.function.Function;

/// Lists of pairs: all, those within a distance (or at least a similarity), or the nearest rows of each row.
///
/// The memory grows with what is listed, not with the number of pairs. Ties go to the smaller index. NaN is never near.
public final class PairSearch {
    /// Rows that are worked on together.
    private static final int HEIGHT = 16;

    private final Pairwise pairwise;
    private final Workers workers;
    private final boolean nearIsSmall;

    /// @param pairwise what is compared
    public PairSearch(Pairwise pairwise, Workers workers) {
        this.pairwise = pairwise;
        this.workers = workers;
        nearIsSmall = pairwise.measure().laws().isDistance();
    }

    /// All pairs, by their first row, then their second: each once in one table, all of two tables.
    ///
    /// @param taker takes them in lists, in order, in the caller's thread
    public <E extends Exception> void all(Workers.Taker<Pairs, E> taker) throws E {
        within(Double.NaN, taker);
    }

    /// The pairs at a distance of at most `bound`, or with a similarity of at least `bound`; ordered as in `all`.
    public <E extends Exception> void within(double bound, Workers.Taker<Pairs, E> taker) throws E {
        each(rows -> {
            Shape part = pairwise.isSymmetric() ? Shape.CONDENSED : Shape.SQUARE;
            PairList[] lists = new PairList[rows.count];
            Arrays.setAll(lists, r -> new PairList());
            rows.forEachTile(part.from(rows.first), (values, first, width) -> {
                for (int r = 0; r < lists.length; r++) {
                    int i = rows.first + r;
                    for (int j = Math.max(first, part.from(i)); j < first + width; j++) {
                        double value = values[r * width + j - first];
                        if (isWithin(value, bound)) {
                            lists[r].add(i, j, value);
                        }
                    }
                }
            });
            return PairList.joined(lists);
        }, taker);
    }

    /// The `count` nearest rows of each row, nearest first; in one table a row is not its own neighbour.
    ///
    /// @param bound only rows at a distance of at most this, or at least this similar; NaN: no bound
    public <E extends Exception> void nearest(int count, double bound, Workers.Taker<Pairs, E> taker)
            throws E {
        each(rows -> {
            Nearest[] nearest = new Nearest[rows.count];
            Arrays.setAll(nearest, r -> new Nearest(count, nearIsSmall));
            rows.forEachTile(0, (values, first, width) -> {
                for (int r = 0; r < nearest.length; r++) {
                    nearest[r].offer(values, r * width, first, width, pairwise.isSymmetric() ? rows.first + r : -1);
                }
            });
            PairList list = new PairList();
            for (int r = 0; r < nearest.length; r++) {
                nearest[r].appendTo(list, rows.first + r, value -> isWithin(value, bound));
            }
            return PairList.joined(list);
        }, taker);
    }

    /// @param bound NaN: there is none
    private boolean isWithin(double value, double bound) {
        return Double.isNaN(bound) || (nearIsSmall ? value <= bound : value >= bound);
    }

    private <E extends Exception> void each(Function<Rows, Pairs> work, Workers.Taker<Pairs, E> taker) throws E {
        workers.inOrder(Math.ceilDiv(pairwise.rows(), HEIGHT), index -> {
            int first = index * HEIGHT;
            return work.apply(new Rows(first, Math.min(HEIGHT, pairwise.rows() - first)));
        }, taker);
    }

    /// Looks at the values of some rows against the rows of a tile.
    private interface Look {
        /// @param values row by row, `width` each
        /// @param first the tile's first row
        void at(double[] values, int first, int width);
    }

    /// Some rows compared from.
    private final class Rows {
        private final int first;
        private final int count;

        Rows(int first, int count) {
            this.first = first;
            this.count = count;
        }

        void forEachTile(int left, Look look) {
            double[] values = new double[count * Tiles.WIDTH];
            Workspace workspace = new Workspace();
            for (int tile = left / Tiles.WIDTH; tile * Tiles.WIDTH < pairwise.columns(); tile++) {
                int start = tile * Tiles.WIDTH;
                int width = Math.min(Tiles.WIDTH, pairwise.columns() - start);
                pairwise.compute(first, count, tile, values, width, workspace);
                look.at(values, start, width);
            }
        }
    }
}
