package hadamask.distance;

import java.util.Arrays;

/// Goes down a [BoxTree] from one row after the other: into the nearest box first, and into none of which the [BoxBound] says that
/// all its rows are too far. For one thread.
final class BoxWalk {
    private final BoxTree tree;
    private final Kernel kernel;
    private final double[] rows;
    private final int stride;
    /// The corners of a group's boxes; needed only until their sums are known.
    private final double[][] corners;
    /// The sums of the group that is being looked at on each level; NaN for boxes that are done with.
    private final double[][] sums;
    private long groupsSeen;
    private long leavesSeen;

    /// What is looked for.
    interface Wanted {
        /// The largest sum of a row that is wanted.
        double limit();

        /// Whether rows between these indices are not wanted, however near they are.
        boolean isDone(int firstRow, int lastRow);

        /// Looks at the rows of a leaf.
        void look(int leaf);
    }

    /// @param rows the rows compared from in the space of the bound, padded as [Tiles#padded(hadamask.matrix.Matrix)] does
    BoxWalk(BoxTree tree, Kernel kernel, double[] rows, int stride) {
        this.tree = tree;
        this.kernel = kernel;
        this.rows = rows;
        this.stride = stride;
        corners = new double[stride][BoxTree.FAN];
        sums = new double[tree.height()][BoxTree.FAN];
    }

    /// Looks for what is near a row.
    void from(int row, Wanted wanted) {
        if (tree.height() > 0) {
            visit(tree.height() - 1, 0, row * stride, wanted);
        }
    }

    /// Groups of boxes that were looked at so far.
    long groupsSeen() {
        return groupsSeen;
    }

    /// Leaves that were looked at so far.
    long leavesSeen() {
        return leavesSeen;
    }

    private void visit(int height, int group, int at, Wanted wanted) {
        BoxTree.Level level = tree.level(height);
        double[] sum = sums[height];
        groupsSeen++;
        level.corners(group, rows, at, corners);
        Arrays.fill(sum, 0);
        kernel.add(rows, at, corners, 0, stride, sum);
        int members = level.members(group);
        for (int done = 0; done < members; done++) {
            int next = smallest(sum, members);
            if (sum[next] > wanted.limit()) {
                return;
            }
            sum[next] = Double.NaN;
            int box = group * BoxTree.FAN + next;
            if (wanted.isDone(level.first()[box], level.last()[box])) {
                continue;
            }
            if (height == 0) {
                leavesSeen++;
                wanted.look(box);
            } else {
                visit(height - 1, box, at, wanted);
            }
        }
    }

    /// The place of the smallest number, the first of equal ones; there is one.
    private static int smallest(double[] sum, int members) {
        int smallest = 0;
        for (int j = 1; j < members; j++) {
            if (sum[j] < sum[smallest] || sum[smallest] != sum[smallest]) {
                smallest = j;
            }
        }
        return smallest;
    }
}
