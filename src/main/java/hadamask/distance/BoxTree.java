package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.ArrayList;
import java.util.List;

/// Rows in an order in which near ones stand together: leaves of equally many rows, groups of [#FAN] leaves, groups of these,
/// and so on up to one group; each member of a group with the box that its rows lie in.
///
/// ```text
/// level 1, the top    group 0: boxes of the groups 0, 1, 2 of level 0
/// level 0             group 0: boxes of the leaves 0 to 15    group 1: 16 to 31    group 2: 32 to 40
/// ```
///
/// The order is that of a k-d tree ([MedianCuts]). All places follow from counting, so that there are no pointers, and the boxes of
/// a group stand column by column, so that loops over them are flat. Rows without a place in a box, as a number is missing,
/// infinite or huge, stand behind the leaves.
///
/// Memory: per row 8 bytes, per leaf 17 for each column and 9; while it is made 8 bytes per row besides.
final class BoxTree {
    /// Members of a group: two vectors of eight numbers.
    static final int FAN = 16;
    /// The most rows of a leaf.
    static final int MAX_LEAF = 32;

    private final int columns;
    private final int leafRows;
    private final int leaves;
    private final int[] order;
    private final List<Level> levels;

    /// The boxes of the leaves, or of the groups of the level below.
    ///
    /// @param count how many boxes
    /// @param low the least number of column k in box b, which is member j of group g, at `(g * columns + k) * FAN + j`
    /// @param high the largest one
    /// @param first the smallest index in the table of a row in a box
    /// @param last the largest one
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Level(int columns, int count, double[] low, double[] high, int[] first, int[] last) {
        static Level of(int columns, int count) {
            int room = Math.multiplyExact(Math.ceilDiv(count, FAN) * FAN, columns);
            return new Level(columns, count, new double[room], new double[room], new int[count], new int[count]);
        }

        /// The number of groups.
        int groups() {
            return Math.ceilDiv(count, FAN);
        }

        /// The members of a group.
        int members(int group) {
            return Math.min(FAN, count - group * FAN);
        }

        private int at(int box, int column) {
            return (box / FAN * columns + column) * FAN + box % FAN;
        }

        /// For each box of a group its point nearest to a row, `corners[k][j]`.
        ///
        /// @param x rows, `x[at + k]` being column k of the row
        void corners(int group, double[] x, int at, double[][] corners) {
            int start = group * columns * FAN;
            for (int k = 0; k < columns; k++) {
                corners(low, high, start + k * FAN, x[at + k], corners[k]);
            }
        }

        private static void corners(double[] low, double[] high, int start, double x, double[] corners) {
            for (int j = 0; j < FAN; j++) {
                corners[j] = Math.max(low[start + j], Math.min(high[start + j], x));
            }
        }
    }

    /// @param rows in the space of a bound
    /// @param scales what columns are multiplied by when their spreads are compared
    /// @param most rows of a leaf, about
    BoxTree(Matrix rows, double[] scales, int most, Workers workers) {
        columns = Tiles.padded(rows.columns());
        order = new int[rows.rows()];
        int modest = putModestFirst(rows, order);
        leafRows = leafRows(modest, most);
        new MedianCuts(rows, scales, order, leafRows).cut(modest, workers);
        // A tile of rows is a leaf or is none: what is left of the modest ones joins the others.
        leaves = modest == order.length ? Math.ceilDiv(modest, leafRows) : modest / leafRows;
        levels = new ArrayList<>();
        if (leaves > 0) {
            levels.add(leafBoxes(rows, workers));
            while (levels.getLast().groups() > 1) {
                levels.add(groupBoxes(levels.getLast()));
            }
        }
    }

    private static int putModestFirst(Matrix rows, int[] order) {
        int modest = 0;
        int others = order.length;
        for (int i = 0; i < order.length; i++) {
            if (isModest(rows, i)) {
                order[modest++] = i;
            } else {
                order[--others] = i;
            }
        }
        return modest;
    }

    private static boolean isModest(Matrix rows, int i) {
        return Comparison.isModest(rows.values(), i * rows.columns(), (i + 1) * rows.columns());
    }

    /// Rows of a leaf: a power of two of leaves, about.
    private static int leafRows(int rows, int most) {
        int wanted = Math.max(1, Math.ceilDiv(rows, most));
        int powerOfTwo = Integer.highestOneBit(2 * wanted - 1);
        return Math.ceilDiv(Math.max(1, Math.ceilDiv(rows, powerOfTwo)), 4) * 4;
    }

    /// About how many bytes a tree takes while it is made, at most.
    static long bytes(int rows, int columns) {
        long boxes = Math.ceilDiv(rows, MAX_LEAF / 2) + 2L * FAN;
        return 16L * rows + boxes * (18L * Tiles.padded(columns) + 9);
    }

    private Level leafBoxes(Matrix rows, Workers workers) {
        Level level = Level.of(columns, leaves);
        workers.inRanges(leaves, 1 << 8, (from, to) -> {
            for (int leaf = from; leaf < to; leaf++) {
                int end = Math.min(order.length, (leaf + 1) * leafRows);
                int first = Integer.MAX_VALUE;
                int last = -1;
                for (int place = leaf * leafRows; place < end; place++) {
                    first = Math.min(first, order[place]);
                    last = Math.max(last, order[place]);
                }
                level.first[leaf] = first;
                level.last[leaf] = last;
                for (int k = 0; k < rows.columns(); k++) {
                    box(rows, leaf, end, k, level);
                }
            }
        });
        return level;
    }

    private void box(Matrix rows, int leaf, int end, int k, Level level) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int place = leaf * leafRows; place < end; place++) {
            double value = rows.get(order[place], k);
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        level.low[level.at(leaf, k)] = low;
        level.high[level.at(leaf, k)] = high;
    }

    /// The boxes around the groups of a level.
    private Level groupBoxes(Level below) {
        Level level = Level.of(columns, below.groups());
        for (int group = 0; group < level.count; group++) {
            int first = group * FAN;
            level.first[group] = below.first[first];
            level.last[group] = below.last[first];
            for (int k = 0; k < columns; k++) {
                level.low[level.at(group, k)] = below.low[below.at(first, k)];
                level.high[level.at(group, k)] = below.high[below.at(first, k)];
            }
            for (int box = first + 1; box < first + below.members(group); box++) {
                widen(level, group, below, box);
            }
        }
        return level;
    }

    private static void widen(Level level, int group, Level below, int box) {
        level.first[group] = Math.min(level.first[group], below.first[box]);
        level.last[group] = Math.max(level.last[group], below.last[box]);
        for (int k = 0; k < level.columns; k++) {
            int at = level.at(group, k);
            level.low[at] = Math.min(level.low[at], below.low[below.at(box, k)]);
            level.high[at] = Math.max(level.high[at], below.high[below.at(box, k)]);
        }
    }

    /// Number of levels; 0 where no row has a place in a box.
    int height() {
        return levels.size();
    }

    Level level(int index) {
        return levels.get(index);
    }

    /// Rows of a leaf; the last one may have fewer.
    int leafRows() {
        return leafRows;
    }

    /// Number of leaves. Leaf e is the places from `e * leafRows` on; what stands behind the last one is in no box.
    int leaves() {
        return leaves;
    }

    /// The index in the table of the row at each place; not copied.
    int[] order() {
        return order;
    }
}
