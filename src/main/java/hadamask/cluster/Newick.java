package hadamask.cluster;

import java.util.function.IntFunction;

/// A tree of merges as a text of Newick: `((a:1,b:1):0.5,c:1.5);`.
///
/// A branch is as long as half of the difference of the heights at its ends, so that the way from row to row along the tree is the height at which
/// they meet. A branch to a higher cluster, which centroid and median may have, is negative.
public final class Newick {
    private Newick() {
    }

    /// The text, with a line end.
    ///
    /// @param tree of at least one row
    /// @param name of a row, from 0; one that is no word of letters, digits, points and hyphens stands in quotes
    /// @param number how a length is written
    public static String of(MergeTree tree, IntFunction<String> name, Lengths number) {
        StringBuilder text = new StringBuilder();
        int n = tree.leaves();
        // Clusters that are still to be written; -1 - c: cluster c is written but for its end.
        int[] open = new int[2 * n + 2];
        double[] above = new double[2 * n + 2];
        int count = 0;
        int root = 2 * n - 2;
        open[count] = root;
        above[count++] = tree.height(root);
        boolean follows = false;
        while (count > 0) {
            int cluster = open[--count];
            double height = above[count];
            if (cluster < 0) {
                text.append(')');
                length(text, tree, -1 - cluster, height, number);
                follows = true;
                continue;
            }
            text.append(follows ? "," : "");
            if (cluster < n) {
                text.append(quoted(name.apply(cluster)));
                length(text, tree, cluster, height, number);
                follows = true;
                continue;
            }
            text.append('(');
            follows = false;
            open[count] = -1 - cluster;
            above[count++] = height;
            for (int part : new int[]{tree.second()[cluster - n], tree.first()[cluster - n]}) {
                open[count] = part;
                above[count++] = tree.height(cluster);
            }
        }
        return text.append(";\n").toString();
    }

    /// How a length is written.
    @FunctionalInterface
    public interface Lengths {
        /// The number as text.
        String text(double length);
    }

    private static void length(StringBuilder text, MergeTree tree, int cluster, double above, Lengths number) {
        if (cluster != 2 * tree.leaves() - 2) {
            text.append(':').append(number.text((above - tree.height(cluster)) / 2));
        }
    }

    private static String quoted(String name) {
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '-') {
                return "'" + name.replace("'", "''") + "'";
            }
        }
        return name.isEmpty() ? "''" : name;
    }
}
