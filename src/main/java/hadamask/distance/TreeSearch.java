package hadamask.distance;

import hadamask.parallel.ObjectPool;
import hadamask.parallel.Workers;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Near rows by a [BoxTree]: what [PairSearch] finds among all pairs, in the same order and to the same bit.
///
/// A leaf of the tree is a tile, whose values the [Comparison] computes as those of any other tile. A row with a missing, infinite or huge
/// number is in no box: it is compared with all rows, and all rows with it.
///
/// Memory: the table in another order, its tiles, the [BoxTree], 4 bytes per row for its place, and the tables in the space of
/// the bound where that is another; per thread some 32,768 pairs.
final class TreeSearch {
    /// Pairs that are found before they are handed over.
    private static final int PAIRS = 1 << 15;
    private static final int MAX_HEIGHT = 1 << 12;
    private static final int MIN_HEIGHT = 4;
    /// A list of rows is at least cut in so many parts.
    private static final int PARTS = 16;

    private final Pairwise pairwise;
    private final BoxBound bound;
    private final BoxTree tree;
    private final Comparison comparison;
    private final int tiles;
    /// The rows compared from, in the space of the bound.
    private final double[] rows;
    private final int stride;
    /// Where the rows of one table stand in the tree.
    private final int @Nullable [] places;

    /// @param leafRows rows of a leaf, at most about
    TreeSearch(Pairwise pairwise, BoxBound bound, int leafRows) {
        this.pairwise = pairwise;
        this.bound = bound;
        Workers workers = pairwise.workers();
        Operands space = pairwise.operands().map(bound.space());
        tree = new BoxTree(space.to(), bound.scales(), leafRows, workers);
        rows = Tiles.padded(space.from());
        stride = Tiles.padded(space.columns());
        comparison = pairwise.comparison(tree.order(), tree.leafRows());
        tiles = Math.ceilDiv(pairwise.columns(), tree.leafRows());
        places = pairwise.isSymmetric() ? inverse(tree.order()) : null;
    }

    /// About how many bytes it takes to make one, besides the tables.
    static long bytes(Operands rows) {
        int columns = rows.columns();
        int padded = Tiles.padded(columns);
        long to = rows.to().rows();
        long from = rows.isOneTable() ? 0 : rows.from().rows();
        // A mapped table, one in order, and tiles; the rows compared from, mapped, for the bound and for the comparison.
        return Double.BYTES * (to * (2L * columns + padded) + 2 * (to + from) * padded) + 4 * to
                + BoxTree.bytes(rows.to().rows(), columns);
    }

    private static int[] inverse(int[] order) {
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }

    /// What a search of one row took, on average.
    ///
    /// @param groups of boxes looked at
    /// @param compared rows it was compared with
    /// @param found rows that were near
    record Effort(double groups, double compared, double found) {}

    /// The effort for the nearest rows.
    Effort tryNearest(int[] samples, int count, double within) {
        return attempt(samples, new Seeker(count, within, true));
    }

    /// The effort for the rows within a bound.
    Effort tryWithin(int[] samples, double within) {
        return attempt(samples, new Seeker(0, within, true));
    }

    private static Effort attempt(int[] samples, Seeker seeker) {
        double found = 0;
        for (int row : samples) {
            seeker.seek(row);
            found += seeker.raw.count();
            seeker.raw.clear();
        }
        double n = Math.max(1, samples.length);
        return new Effort(seeker.walk.groupsSeen() / n, seeker.compared / n, found / n);
    }

    /// As [PairSearch#nearest(int, double, Workers.Taker)].
    <E extends Exception> void nearest(int count, double within, int firstRow, int endRow,
            Workers.Taker<Pairs, E> taker) throws E {
        each(firstRow, endRow, PAIRS / Math.clamp(count, 1, Math.max(1, pairwise.columns())),
                () -> new Seeker(count, within, false),
                taker);
    }

    /// As [PairSearch#within(double, Workers.Taker)].
    ///
    /// @param found about how many rows are within the bound of a row
    <E extends Exception> void within(double within, double found, int firstRow, int endRow,
            Workers.Taker<Pairs, E> taker) throws E {
        each(firstRow, endRow, (int) (PAIRS / Math.max(1, found)), () -> new Seeker(0, within, false), taker);
    }

    /// What was found for some rows, and who found it.
    private record Found(Pairs pairs, Seeker seeker) {}

    private <E extends Exception> void each(int firstRow, int endRow, int wanted, Supplier<Seeker> maker,
            Workers.Taker<Pairs, E> taker) throws E {
        int height = Math.clamp(Math.min(wanted, pairwise.rows() / PARTS), MIN_HEIGHT, MAX_HEIGHT);
        ObjectPool<Seeker> idle = new ObjectPool<>(maker);
        pairwise.workers().<Found, E>inOrder(Math.ceilDiv(endRow - firstRow, height), part -> {
            Seeker seeker = idle.take();
            int first = firstRow + part * height;
            return new Found(seeker.seek(first, Math.min(height, endRow - first)), seeker);
        }, found -> {
            taker.take(found.pairs());
            idle.giveBack(found.seeker());
        });
    }

    /// Looks for what is near some rows; for one thread.
    private final class Seeker implements BoxWalk.Wanted {
        private final BoxWalk walk = new BoxWalk(tree, bound.kernel(), rows, stride);
        private final Workspace workspace = new Workspace();
        private final double[] values = new double[tree.leafRows()];
        private final PairList raw = new PairList(16);
        private final PairList sorted = new PairList(16);
        private final double within;
        private final double withinLimit;
        private final @Nullable NearestNeighbors nearest;
        private final boolean all;
        private int row;
        private double limit;
        private long compared;

        /// @param count of the nearest rows; 0: all within the bound
        /// @param all whether rows before a row are listed, too, where each pair is wanted once
        Seeker(int count, double within, boolean all) {
            this.within = within;
            this.all = all;
            nearest = count == 0 ? null : new NearestNeighbors(count, pairwise.nearIsSmall());
            withinLimit = bound.limit().of(within);
        }

        Pairs seek(int first, int count) {
            raw.clear();
            sorted.clear();
            int[] starts = new int[count + 1];
            int[] ends = new int[count];
            for (int next : inOrderOfPlaces(first, count)) {
                starts[next - first] = raw.count();
                seek(next);
                ends[next - first] = raw.count();
            }
            for (int r = 0; r < count; r++) {
                if (nearest == null) {
                    sorted.addByRow(raw, starts[r], ends[r]);
                } else {
                    sorted.addAll(raw, starts[r], ends[r]);
                }
            }
            return sorted.pairs();
        }

        /// Rows that are near each other go down the same way, which the cache then knows.
        private int[] inOrderOfPlaces(int first, int count) {
            long[] keys = new long[count];
            for (int r = 0; r < count; r++) {
                keys[r] = (long) (places == null ? r : places[first + r]) << 32 | (first + r);
            }
            Arrays.sort(keys);
            int[] turns = new int[count];
            for (int r = 0; r < count; r++) {
                turns[r] = (int) keys[r];
            }
            return turns;
        }

        void seek(int from) {
            row = from;
            limit = withinLimit;
            if (nearest != null) {
                nearest.clear();
            }
            if (Comparison.isModest(rows, from * stride, (from + 1) * stride)) {
                lookAt(tree.leaves());
                int own = places == null ? tree.leaves() : places[from] / tree.leafRows();
                if (own < tree.leaves()) {
                    look(own);
                }
                walk.from(from, own, this);
            } else {
                lookAt(0);
            }
            if (nearest != null) {
                nearest.appendTo(raw, from, value -> pairwise.isNear(value, within));
            }
        }

        /// Looks at all tiles from one on.
        private void lookAt(int firstTile) {
            for (int tile = firstTile; tile < tiles; tile++) {
                look(tile);
            }
        }

        @Override
        public double limit() {
            return limit;
        }

        @Override
        public boolean isDone(int firstRow, int lastRow) {
            if (nearest == null) {
                return pairwise.isSymmetric() && !all && lastRow <= row;
            }
            return nearest.isFull() && nearest.worstRow() < firstRow && nearest.worstValue() == bound.nearest();
        }

        @Override
        public void look(int tile) {
            int[] order = tree.order();
            int start = tile * tree.leafRows();
            int width = Math.min(tree.leafRows(), order.length - start);
            compared += width;
            comparison.compute(row, 1, tile, values, 0, width, workspace);
            if (nearest != null) {
                nearest.offer(values, order, start, width, pairwise.isSymmetric() ? row : -1);
                limit = nearest.isFull()
                        ? Math.min(withinLimit, bound.limit().of(nearest.worstValue()))
                        : withinLimit;
                return;
            }
            for (int j = 0; j < width; j++) {
                if (pairwise.isNear(values[j], within) && isListed(order[start + j])) {
                    raw.add(row, order[start + j], values[j]);
                }
            }
        }

        private boolean isListed(int other) {
            return !pairwise.isSymmetric() || (all ? other != row : other > row);
        }
    }
}
