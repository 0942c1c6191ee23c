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
    /// The sums of the group that is being looked at on each level.
    private final double[][] sums;
    /// The members of that group that may be near, nearest first.
    private final int[][] near;
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
        near = new int[tree.height()][BoxTree.FAN];
    }

    /// Looks for what is near a row.
    ///
    /// @param known a leaf that was looked at before, which makes the search shorter
    void from(int row, int known, Wanted wanted) {
        if (tree.height() > 0) {
            visit(tree.height() - 1, 0, row * stride, known, wanted);
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

    private void visit(int height, int group, int at, int known, Wanted wanted) {
        BoxTree.Level level = tree.level(height);
        double[] sum = sums[height];
        groupsSeen++;
        level.corners(group, rows, at, corners);
        Arrays.fill(sum, 0);
        kernel.add(rows, at, corners, 0, stride, sum);
        int count = sort(sum, level.members(group), wanted.limit(), near[height]);
        for (int k = 0; k < count; k++) {
            int next = near[height][k];
            if (sum[next] > wanted.limit()) {
                return;
            }
            int box = group * BoxTree.FAN + next;
            if (wanted.isDone(level.first()[box], level.last()[box])) {
                continue;
            }
            if (height == 0) {
                if (box != known) {
                    leavesSeen++;
                    wanted.look(box);
                }
            } else {
                visit(height - 1, box, at, known, wanted);
            }
        }
    }

    /// Puts in order the places of the sums within a limit, by insertion: there are few.
    ///
    /// @return how many
    private static int sort(double[] sum, int members, double limit, int[] places) {
        int count = 0;
        for (int j = 0; j < members; j++) {
            if (!(sum[j] > limit)) {
                int k = count++;
                for (; k > 0 && sum[places[k - 1]] > sum[j]; k--) {
                    places[k] = places[k - 1];
                }
                places[k] = j;
            }
        }
        return count;
    }
}
