package hadamask.distance;

import hadamask.parallel.ObjectPool;
import hadamask.parallel.Workers;
import hadamask.table.Shape;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Lists of pairs: all, those within a distance (or at least a similarity), or the nearest rows of each row.
///
/// The memory grows with what is listed, not with the number of pairs. Ties go to the smaller index. NaN is never near.
public final class PairSearch {
    /// Rows that are worked on together, at most and at least.
    private static final int HEIGHT = 16;
    private static final int LEAST_HEIGHT = 4;
    /// Pairs of a block where each row has many: 4 MB.
    private static final int BLOCK = 1 << 18;

    private final Pairwise pairwise;
    private final Workers workers;
    private final boolean nearIsSmall;

    /// @param pairwise what is compared
    public PairSearch(Pairwise pairwise) {
        this.pairwise = pairwise;
        workers = pairwise.workers();
        nearIsSmall = pairwise.measure().laws().isDistance();
    }

    /// All pairs, by their first row, then their second: each once in one table, all of two tables.
    ///
    /// @param taker takes them in lists, in order, in the caller's thread; a list is free again when it returns
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
    public <E extends Exception> void within(double bound, Workers.Taker<Pairs, E> taker) throws E {
        Shape part = part();
        each(HEIGHT, () -> PairList.several(HEIGHT + 1), (rows, lists) -> {
            rows.forEachTile(part.from(rows.first), (values, first, width) -> {
                for (int r = 0; r < rows.count; r++) {
                    int i = rows.first + r;
                    for (int j = Math.max(first, part.from(i)); j < first + width; j++) {
                        double value = values[r * width + j - first];
                        if (isWithin(value, bound)) {
                            lists[r].add(i, j, value);
                        }
                    }
                }
            });
            return joined(lists, rows.count);
        }, taker);
    }

    /// The lists of some rows, one behind the other, in the last of the lists; the others are empty again.
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

    /// How many rows are worked on together when each is listed with so many others.
    private static int height(int others) {
        return Math.clamp(BLOCK / others, LEAST_HEIGHT, HEIGHT);
    }

    /// The `count` nearest rows of each row, nearest first; in one table a row is not its own neighbour.
    ///
    /// @param bound only rows at a distance of at most this, or at least this similar; NaN: no bound
    public <E extends Exception> void nearest(int count, double bound, Workers.Taker<Pairs, E> taker)
            throws E {
        each(height(Math.min(count, pairwise.columns())), () -> new PairList(HEIGHT), (rows, list) -> {
            Nearest[] nearest = new Nearest[rows.count];
            Arrays.setAll(nearest, r -> new Nearest(count, nearIsSmall));
            rows.forEachTile(0, (values, first, width) -> {
                for (int r = 0; r < nearest.length; r++) {
                    nearest[r].offer(values, r * width, first, width, pairwise.isSymmetric() ? rows.first + r : -1);
                }
            });
            list.clear();
            for (int r = 0; r < nearest.length; r++) {
                nearest[r].appendTo(list, rows.first + r, value -> isWithin(value, bound));
            }
            return list.pairs();
        }, taker);
    }

    /// @param bound NaN: there is none
    private boolean isWithin(double value, double bound) {
        return Double.isNaN(bound) || (nearIsSmall ? value <= bound : value >= bound);
    }

    /// What is found in some rows, and where it was listed.
    private record Found<L>(Pairs pairs, L lists) {}

    /// @param lists where pairs are listed, made as often as work is done at the same time: fresh lists for each block would
    ///        fill the heap until it is cleared
    private <L, E extends Exception> void each(int height, Supplier<L> lists, BiFunction<Rows, L, Pairs> work,
            Workers.Taker<Pairs, E> taker) throws E {
        ObjectPool<L> idle = new ObjectPool<>(lists);
        workers.<Found<L>, E>inOrder(Math.ceilDiv(pairwise.rows(), height), index -> {
            L free = idle.take();
            int first = index * height;
            return new Found<>(work.apply(new Rows(first, Math.min(height, pairwise.rows() - first)), free), free);
        }, found -> {
            taker.take(found.pairs());
            idle.giveBack(found.lists());
        });
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
