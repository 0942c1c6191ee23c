package hadamask.plot;

import hadamask.cluster.MergeTree;
import hadamask.cluster.Partition;
import hadamask.image.Image;
import hadamask.plot.Lettering.Align;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.function.IntFunction;

/// Draws a tree of merges: rows at the bottom, a bracket for each two clusters that became one, as high as their distance.
///
/// Each cluster of a cut has a colour of its own. Of more than 400 rows the lowest merges are not drawn: a triangle stands for all rows below.
public final class Dendrogram {
    private static final int MOST = 400;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final int LEFT = ChartFrame.LEFT;
    private static final int RIGHT = ChartFrame.WIDTH - ChartFrame.RIGHT;
    private static final int LABEL_ROOM = 230;
    private static final double LEAST_SIZE = 9;
    private static final double MOST_SIZE = 19;

    private final MergeTree tree;
    private final Partition cut;
    private final IntFunction<String> names;
    /// The first cluster that is drawn as a bracket.
    private final int firstOpen;
    private final int leaves;
    private final double[] places;
    private final Axis x;

    private Dendrogram(MergeTree tree, Partition cut, IntFunction<String> names) {
        this.tree = tree;
        this.cut = cut;
        this.names = names;
        int n = tree.leaves();
        leaves = Math.min(n, MOST);
        firstOpen = 2 * n - leaves;
        places = new double[2 * n - 1];
        x = new Scale(0, leaves, LEFT, RIGHT);
    }

    /// Draws the picture.
    ///
    /// @param title the heading
    /// @param text the line below it
    /// @param cut the clusters that have a colour
    /// @param line where a dashed line shows the height of the cut; NaN for none
    /// @param names of the rows, from 0
    public static Image draw(String title, String text, MergeTree tree, Partition cut, double line,
            IntFunction<String> names) {
        Dendrogram picture = new Dendrogram(tree, cut, names);
        return ChartFrame.drawn(g -> picture.paint(g, title, text, line));
    }

    private void paint(Graphics2D g, String title, String text, double line) {
        int[] order = placed();
        double spacing = (double) (RIGHT - LEFT) / leaves;
        double size = Math.min(MOST_SIZE, 0.9 * spacing);
        boolean labelled = size >= LEAST_SIZE && leaves == tree.leaves();
        Lettering letters = new Lettering(size, Lettering.REGULAR, ChartFrame.INK);
        double room = labelled ? longest(letters) : 0;
        double bottom = ChartFrame.HEIGHT - 30 - (labelled ? room + 14 : 40);
        double top = Arrays.stream(tree.heights()).max().orElse(0);
        Axis y = new Scale(0, top > 0 ? 1.05 * top : 1, bottom, ChartFrame.TOP);
        paintGrid(g, y, bottom);
        paintTree(g, y);
        if (!Double.isNaN(line)) {
            g.setColor(ChartFrame.AXIS);
            g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{7, 6}, 0));
            g.draw(new Line2D.Double(LEFT, y.pixel(line), RIGHT, y.pixel(line)));
        }
        if (labelled) {
            for (int leaf : order) {
                upwards(g, letters, shortened(letters, names.apply(leaf)), x.pixel(places[leaf]) + 0.35 * size,
                        bottom + 8);
            }
        } else {
            String grouped = leaves == tree.leaves()
                    ? Figures.count(leaves, "row")
                    : "the lowest merges are left out: " + leaves
                            + " groups of rows";
            new Lettering(20, Lettering.REGULAR, ChartFrame.FAINT).draw(g, grouped, (LEFT + RIGHT) / 2.0, bottom + 34,
                    Align.CENTER);
        }
        ChartFrame.paintTitle(g, title, text, "");
    }

    private double longest(Lettering letters) {
        double longest = 0;
        for (int i = 0; i < tree.leaves(); i++) {
            longest = Math.max(longest, letters.width(shortened(letters, names.apply(i))));
        }
        return longest;
    }

    private static String shortened(Lettering letters, String name) {
        String shown = name;
        for (int end = name.length(); letters.width(shown) > LABEL_ROOM && end > 1; end--) {
            shown = name.substring(0, end - 1) + "...";
        }
        return shown;
    }

    private static void paintGrid(Graphics2D g, Axis y, double bottom) {
        g.setStroke(new BasicStroke(1));
        Lettering numbers = new Lettering(20, Lettering.REGULAR, ChartFrame.FAINT);
        for (double mark : y.marks()) {
            g.setColor(ChartFrame.GRID);
            g.draw(new Line2D.Double(LEFT, y.pixel(mark), RIGHT, y.pixel(mark)));
            numbers.draw(g, y.text(mark), LEFT - 12.0, y.pixel(mark) + 7, Align.RIGHT);
        }
        Marks.upwards(g, new Lettering(24, Lettering.BOLD, ChartFrame.INK), "distance", 30,
                (ChartFrame.TOP + bottom) / 2);
    }

    /// Gives each cluster that is drawn its place, and returns the lowest ones from left to right.
    private int[] placed() {
        int n = tree.leaves();
        int[] order = new int[leaves];
        int[] open = new int[leaves + 1];
        int count = 0;
        int next = 0;
        open[count++] = 2 * n - 2;
        while (count > 0) {
            int cluster = open[--count];
            if (cluster < firstOpen) {
                places[cluster] = next + 0.5;
                order[next++] = cluster;
            } else {
                open[count++] = tree.second()[cluster - n];
                open[count++] = tree.first()[cluster - n];
            }
        }
        for (int cluster = firstOpen; cluster < 2 * n - 1; cluster++) {
            places[cluster] = (places[tree.first()[cluster - n]] + places[tree.second()[cluster - n]]) / 2;
        }
        return order;
    }

    private void paintTree(Graphics2D g, Axis y) {
        int n = tree.leaves();
        int[] colors = colors();
        g.setStroke(new BasicStroke(leaves > 150 ? 1.3f : 2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int cluster = firstOpen; cluster < 2 * n - 1; cluster++) {
            double height = y.pixel(tree.height(cluster));
            int a = tree.first()[cluster - n];
            int b = tree.second()[cluster - n];
            Path2D bracket = new Path2D.Double();
            bracket.moveTo(x.pixel(places[a]), y.pixel(tree.height(a)));
            bracket.lineTo(x.pixel(places[a]), height);
            bracket.lineTo(x.pixel(places[b]), height);
            bracket.lineTo(x.pixel(places[b]), y.pixel(tree.height(b)));
            g.setColor(color(colors[cluster]));
            g.draw(bracket);
        }
        for (int cluster = n; cluster < firstOpen; cluster++) {
            if (places[cluster] > 0) {
                Path2D rows = new Path2D.Double();
                rows.moveTo(x.pixel(places[cluster]), y.pixel(tree.height(cluster)));
                rows.lineTo(x.pixel(places[cluster] - 0.4), y.pixel(0));
                rows.lineTo(x.pixel(places[cluster] + 0.4), y.pixel(0));
                rows.closePath();
                g.setColor(color(colors[cluster]));
                g.fill(rows);
            }
        }
    }

    /// The cluster of the cut that each cluster of the tree lies in; 0 where it has rows of several.
    private int[] colors() {
        int n = tree.leaves();
        int[] colors = Arrays.copyOf(cut.clusters(), 2 * n - 1);
        for (int cluster = n; cluster < colors.length; cluster++) {
            int a = colors[tree.first()[cluster - n]];
            colors[cluster] = a == colors[tree.second()[cluster - n]] ? a : 0;
        }
        return colors;
    }

    private static Color color(int cluster) {
        return cluster == 0
                ? ChartFrame.FAINT
                : new Color(EvenColors.color(cluster % 2 == 0 ? 42 : 55, 65, 4.9 + (cluster - 1) * GOLDEN_ANGLE));
    }

    private static void upwards(Graphics2D g, Lettering letters, String text, double x, double top) {
        Graphics2D turned = (Graphics2D) g.create();
        turned.rotate(-Math.PI / 2, x, top);
        letters.draw(turned, text, x, top, Align.RIGHT);
        turned.dispose();
    }
}
