package hadamask.distance;

import hadamask.parallel.ObjectPool;
import hadamask.parallel.Workers;
import hadamask.table.write.Shape;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Lists of pairs: all, those within a distance (or at least a similarity), or the nearest rows of each row.
///
/// Memory grows with what is listed, not with the number of all pairs. Ties go to the smaller index. NaN is never near.
public final class PairSearch {
    /// The most and the fewest rows that are processed together.
    private static final int MAX_HEIGHT = 16;
    private static final int MIN_HEIGHT = 4;
    /// Pairs of a block where each row has many: 4 MB.
    private static final int BLOCK = 1 << 18;

    private final Pairwise pairwise;
    private final Workers workers;
    private final TreeChoice choice;
    private final int firstRow;
    private final int endRow;

    /// @param pairwise what is compared
    public PairSearch(Pairwise pairwise) {
        this(pairwise, plan -> {});
    }

    /// @param pairwise what is compared
    /// @param observer is told how near rows are looked for, before they are
    public PairSearch(Pairwise pairwise, Consumer<SearchPlan> observer) {
        this(pairwise, new TreeChoice(pairwise, observer, TreeChoice.Rule.MEASURED));
    }

    PairSearch(Pairwise pairwise, TreeChoice choice) {
        this(pairwise, choice, 0, pairwise.rows());
    }

    private PairSearch(Pairwise pairwise, TreeChoice choice, int firstRow, int endRow) {
        this.pairwise = pairwise;
        this.choice = choice;
        this.firstRow = firstRow;
        this.endRow = endRow;
        workers = pairwise.workers();
    }

    /// The same, but only pairs whose first row is one of some: parts of a list that is written by several machines. What is listed of a row
    /// does not depend on the others.
    ///
    /// @param first the first of them
    /// @param end behind the last
    /// @throws IndexOutOfBoundsException if there are no such rows
    public PairSearch from(int first, int end) {
        Objects.checkFromToIndex(first, end, pairwise.rows());
        return new PairSearch(pairwise, choice, first, end);
    }

    /// All pairs, by their first row, then their second: each once in one table, all of two tables.
    ///
    /// @param taker takes them in lists, in order, in the caller's thread; a list is reused once it returns
    public <E extends Exception> void all(Workers.Taker<Pairs, E> taker) throws E {
        Shape part = part();
        int height = height(pairwise.columns());
        int room = Math.toIntExact(Math.min(height, pairwise.rows()) * (long) pairwise.columns());
        each(height, () -> new PairList(room), (rows, list) -> {
            int[] starts = new int[rows.count];
            int total = 0;
            for (int r = 0; r < rows.count; r++) {
                starts[r] = total - part.from(rows.first + r);
                total += pairwise.columns() - part.from(rows.first + r);
            }
            rows.forEachTile(part.from(rows.first), (values, first, width) -> {
                for (int r = 0; r < rows.count; r++) {
                    int i = rows.first + r;
                    for (int j = Math.max(first, part.from(i)); j < first + width; j++) {
                        list.set(starts[r] + j, i, j, values[r * width + j - first]);
                    }
                }
            });
            return list.pairs(total);
        }, taker);
    }

    /// The pairs at a distance of at most `bound`, or with a similarity of at least `bound`; ordered as in `all`.
    ///
    /// @param bound any number
    /// @throws IllegalArgumentException if the bound is NaN
    public <E extends Exception> void within(double bound, Workers.Taker<Pairs, E> taker) throws E {
        requireBound(bound);
        TreeChoice.Chosen tree = choice.within(bound);
        if (tree != null) {
            tree.search().within(bound, tree.found(), firstRow, endRow, taker);
            return;
        }
        Shape part = part();
        each(MAX_HEIGHT, () -> PairList.several(MAX_HEIGHT + 1), (rows, lists) -> {
            rows.forEachTile(part.from(rows.first), (values, first, width) -> {
                for (int r = 0; r < rows.count; r++) {
                    int i = rows.first + r;
                    for (int j = Math.max(first, part.from(i)); j < first + width; j++) {
                        double value = values[r * width + j - first];
                        if (pairwise.isNear(value, bound)) {
                            lists[r].add(i, j, value);
                        }
                    }
                }
            });
            return joined(lists, rows.count);
        }, taker);
    }

    /// Concatenates the lists of some rows into the last of the lists, and empties the others.
    private static Pairs joined(PairList[] lists, int count) {
        PairList all = lists[lists.length - 1];
        all.clear();
        for (int r = 0; r < count; r++) {
            all.addAll(lists[r]);
            lists[r].clear();
        }
        return all.pairs();
    }

    private Shape part() {
        return pairwise.isSymmetric() ? Shape.CONDENSED : Shape.SQUARE;
    }

    /// How many rows are processed together when each is listed with that many others.
    private static int height(int others) {
        return Math.clamp(BLOCK / Math.max(1, others), MIN_HEIGHT, MAX_HEIGHT);
    }

    /// The `count` nearest rows of each row, nearest first; in one table a row is not its own neighbour.
    ///
    /// @param count at least 1
    public <E extends Exception> void nearest(int count, Workers.Taker<Pairs, E> taker) throws E {
        nearest(count, pairwise.nearIsSmall() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY, taker);
    }

    /// The same, but only rows within a bound.
    ///
    /// @param count at least 1
    /// @param bound only rows at a distance of at most this, or at least this similar
    /// @throws IllegalArgumentException if the bound is NaN
    public <E extends Exception> void nearest(int count, double bound, Workers.Taker<Pairs, E> taker)
            throws E {
        requireBound(bound);
        if (count < 1) {
            throw new IllegalArgumentException(count + " nearest rows, expected at least 1");
        }
        TreeChoice.Chosen tree = choice.nearest(count, bound);
        if (tree != null) {
            tree.search().nearest(count, bound, firstRow, endRow, taker);
            return;
        }
        each(height(Math.min(count, pairwise.columns())), () -> new PairList(MAX_HEIGHT), (rows, list) -> {
            NearestNeighbors[] nearest = new NearestNeighbors[rows.count];
            Arrays.setAll(nearest, r -> new NearestNeighbors(count, pairwise.nearIsSmall()));
            rows.forEachTile(0, (values, first, width) -> {
                for (int r = 0; r < nearest.length; r++) {
                    nearest[r].offer(values, r * width, first, width, pairwise.isSymmetric() ? rows.first + r : -1);
                }
            });
            list.clear();
            for (int r = 0; r < nearest.length; r++) {
                nearest[r].appendTo(list, rows.first + r, value -> pairwise.isNear(value, bound));
            }
            return list.pairs();
        }, taker);
    }

    private static void requireBound(double bound) {
        if (Double.isNaN(bound)) {
            throw new IllegalArgumentException("the bound is NaN, expected a number");
        }
    }

    /// What was found for some rows, and the lists that hold it.
    private record Found<L>(Pairs pairs, L lists) {}

    /// @param lists makes the lists that pairs are collected in, one for each part in progress: fresh lists for each block
    ///        would fill the heap until the next collection
    private <L, E extends Exception> void each(int height, Supplier<L> lists, BiFunction<Rows, L, Pairs> work,
            Workers.Taker<Pairs, E> taker) throws E {
        TileValues comparison = pairwise.comparison();
        ObjectPool<L> idle = new ObjectPool<>(lists);
        workers.<Found<L>, E>inOrder(Math.ceilDiv(endRow - firstRow, height), index -> {
            L free = idle.take();
            int first = firstRow + index * height;
            return new Found<>(work.apply(new Rows(comparison, first, Math.min(height, endRow - first)), free), free);
        }, found -> {
            taker.take(found.pairs());
            idle.giveBack(found.lists());
        });
    }

    /// Takes the values of some rows against the rows of a tile.
    private interface Look {
        /// @param values row by row, `width` each
        /// @param first the tile's first row
        void at(double[] values, int first, int width);
    }

    /// Some rows compared from.
    private final class Rows {
        private final TileValues comparison;
        private final int first;
        private final int count;

        Rows(TileValues comparison, int first, int count) {
            this.comparison = comparison;
            this.first = first;
            this.count = count;
        }

        void forEachTile(int left, Look look) {
            double[] values = new double[count * Tiles.WIDTH];
            Workspace workspace = new Workspace();
            for (int tile = left / Tiles.WIDTH; tile * Tiles.WIDTH < pairwise.columns(); tile++) {
                int start = tile * Tiles.WIDTH;
                int width = Math.min(Tiles.WIDTH, pairwise.columns() - start);
                comparison.compute(first, count, tile, values, 0, width, workspace);
                look.at(values, start, width);
            }
        }
    }
}
