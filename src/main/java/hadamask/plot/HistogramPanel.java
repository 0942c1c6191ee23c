package hadamask.plot;

import hadamask.plot.Lettering.Align;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.Clusters.Cluster;
import hadamask.segment.cluster.GrayHistogram;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/// The histogram of the grey levels: bars in the colours of the clusters, triangles at the centroids, dashed lines at the
/// thresholds.
///
/// Levels are gathered in 256 bins around `0, 1/255, ..., 1`. A few bins that tower over the others, such as an even
/// background, would flatten the rest: they are cut at the top, with a gap in the bar, and the panel says so.
final class HistogramPanel {
    static final int BINS = 256;
    private static final double TOWER = 5;
    private static final int NAMED = 6;
    private static final int LABELS = 78;
    private static final int AXIS = 34;
    private static final int MARGIN = 62;

    private final List<Double> centroids;
    private final List<Double> thresholds;
    private final Rectangle plot;
    private final long[][] bins;
    private final double highest;
    private final double top;

    /// @param room for everything, with labels and axes
    HistogramPanel(GrayHistogram histogram, Clusters clusters, Rectangle room) {
        this(bins(histogram, clusters), clusters.all().stream().map(Cluster::centroid).toList(), clusters.thresholds(),
                room);
    }

    /// @param bins pixels of each of the 256 bins, by cluster
    /// @param centroids of the clusters, from 0 to 1; NaN of an empty one
    /// @param thresholds between them; none where each pixel has its own
    /// @param room for everything, with labels and axes
    HistogramPanel(long[][] bins, List<Double> centroids, List<Double> thresholds, Rectangle room) {
        this.bins = bins;
        this.centroids = centroids;
        this.thresholds = thresholds;
        plot = new Rectangle(room.x + MARGIN, room.y + LABELS, room.width - MARGIN - 16, room.height - LABELS - AXIS);
        double[] heights = Arrays.stream(bins).mapToDouble(bin -> Arrays.stream(bin).sum()).toArray();
        double[] sorted = Arrays.stream(heights).filter(height -> height > 0).sorted().toArray();
        highest = sorted[sorted.length - 1];
        double usual = sorted[(int) (0.97 * (sorted.length - 1))];
        top = highest > TOWER * usual ? 1.3 * usual : highest;
    }

    /// Pixels by bin and cluster.
    private static long[][] bins(GrayHistogram histogram, Clusters clusters) {
        long[][] bins = new long[BINS][clusters.size()];
        long[] counts = histogram.counts();
        for (int level = 0; level < counts.length; level++) {
            int bin = (int) Math.round(histogram.gray(level) * (BINS - 1));
            bins[bin][clusters.of(level)] += counts[level];
        }
        for (long[] bin : bins) { // whole pixels, at least one where there is anything
            Arrays.setAll(bin, c -> Math.ceilDiv(bin[c], histogram.unit()));
        }
        return bins;
    }

    /// What the bars show.
    String axis() {
        String bars = "pixels by grey level";
        return top < highest ? bars + ", cut bars up to " + Figures.count((long) highest) : bars;
    }

    void draw(Graphics2D canvas) {
        drawGrid(canvas);
        drawCentroidLines(canvas); // behind the bars: a cluster may be a single one
        drawBars(canvas);
        canvas.setColor(SheetStyle.INK);
        canvas.setStroke(new BasicStroke(2));
        canvas.draw(new Line2D.Double(plot.x, plot.getMaxY(), plot.getMaxX(), plot.getMaxY()));
        drawThresholds(canvas);
        drawCentroids(canvas);
    }

    private void drawGrid(Graphics2D canvas) {
        for (double tick : AxisTicks.between(0, 1, 10)) {
            SheetStyle.SMALL.draw(canvas, Figures.number(tick), x(tick), plot.getMaxY() + 24, Align.CENTER);
            canvas.setColor(SheetStyle.INK);
            canvas.fill(new Rectangle2D.Double(x(tick) - 1, plot.getMaxY(), 2, 6));
        }
        for (double count : AxisTicks.between(0, top, 4)) {
            if (count != Math.rint(count)) {
                continue;
            }
            canvas.setColor(SheetStyle.GRID);
            canvas.fill(new Rectangle2D.Double(plot.x, y(count) - 0.75, plot.width, 1.5));
            SheetStyle.SMALL.draw(canvas, Figures.tick(count), plot.x - 10, y(count) + 6, Align.RIGHT);
        }
    }

    private void drawBars(Graphics2D canvas) {
        for (int bin = 0; bin < BINS; bin++) {
            // Whole pixels, so that no seam shows between neighbours.
            int from = plot.x + bin * plot.width / BINS;
            int width = plot.x + (bin + 1) * plot.width / BINS - from;
            long below = 0;
            for (int c = 0; c < bins[bin].length; c++) {
                if (bins[bin][c] == 0) {
                    continue;
                }
                double foot = y((double) below);
                below += bins[bin][c];
                double head = y((double) below);
                canvas.setColor(ColorScale.of(c, bins[bin].length));
                canvas.fill(new Rectangle2D.Double(from, head, width, foot - head));
            }
            if (below > top) {
                canvas.setColor(Color.WHITE);
                canvas.fill(new Rectangle2D.Double(from, plot.y + 14.0, width, 5));
            }
        }
    }

    private void drawThresholds(Graphics2D canvas) {
        boolean named = thresholds.size() < NAMED;
        double end = Double.NEGATIVE_INFINITY;
        for (double threshold : thresholds) {
            double x = x(threshold);
            canvas.setColor(SheetStyle.MARK);
            canvas.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
                    new float[]{9, 6}, 0));
            canvas.draw(new Line2D.Double(x, plot.y - 46, x, plot.getMaxY()));
            if (named) {
                String text = (thresholds.size() == 1 ? "threshold " : "") + Figures.gray(threshold);
                end = label(canvas, SheetStyle.TEXT.withColor(SheetStyle.MARK), text, x, plot.y - 54, end);
            }
        }
    }

    private void drawCentroidLines(Graphics2D canvas) {
        canvas.setColor(SheetStyle.INK);
        canvas.setStroke(new BasicStroke(1.5f));
        for (double centroid : centroids) {
            if (!Double.isNaN(centroid)) {
                double x = x(centroid);
                canvas.draw(new Line2D.Double(x, plot.y, x, plot.getMaxY()));
            }
        }
    }

    private void drawCentroids(Graphics2D canvas) {
        for (int c = 0; c < centroids.size(); c++) {
            if (!Double.isNaN(centroids.get(c))) {
                drawTriangle(canvas, x(centroids.get(c)), ColorScale.of(c, centroids.size()));
            }
        }
        if (centroids.size() == 2) {
            nameTwo(canvas, centroids.getFirst(), centroids.getLast());
        } else if (centroids.size() <= NAMED) {
            double end = Double.NEGATIVE_INFINITY;
            for (double centroid : centroids) {
                end = label(canvas, SheetStyle.TEXT, Figures.gray(centroid), x(centroid), plot.y - 22, end);
            }
        }
    }

    private void drawTriangle(Graphics2D canvas, double x, Color color) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - 9, plot.y - 14);
        triangle.lineTo(x + 9, plot.y - 14);
        triangle.lineTo(x, plot.y);
        triangle.closePath();
        canvas.setColor(color);
        canvas.fill(triangle);
        canvas.setColor(SheetStyle.INK);
        canvas.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(triangle);
    }

    /// Names two centroids, side by side where they are close; an empty cluster has none.
    private void nameTwo(Graphics2D canvas, double dark, double bright) {
        String darkText = "centroid " + Figures.gray(dark);
        String brightText = "centroid " + Figures.gray(bright);
        double darkHalf = SheetStyle.TEXT.width(darkText) / 2 + 8;
        double brightHalf = SheetStyle.TEXT.width(brightText) / 2 + 8;
        double none = Double.NEGATIVE_INFINITY;
        if (Double.isNaN(dark) || Double.isNaN(bright)) {
            boolean onlyDark = Double.isNaN(bright);
            label(canvas, SheetStyle.TEXT, onlyDark ? darkText : brightText, x(onlyDark ? dark : bright), plot.y - 22,
                    none);
            return;
        }
        double middle = Math.clamp((x(dark) + x(bright)) / 2, plot.x + 2 * darkHalf, plot.getMaxX() - 2 * brightHalf);
        label(canvas, SheetStyle.TEXT, darkText, Math.min(x(dark), middle - darkHalf), plot.y - 22, none);
        label(canvas, SheetStyle.TEXT, brightText, Math.max(x(bright), middle + brightHalf), plot.y - 22, none);
    }

    /// Draws a label over a mark, but not beyond the plot, and not over the label before, which ends at `end`; where there
    /// is no room it is left out.
    private double label(Graphics2D canvas, Lettering letters, String text, double x, double baseline, double end) {
        double half = letters.width(text) / 2;
        double left = Math.max(Math.clamp(x, plot.x + half, plot.getMaxX() - half) - half, end + 16);
        if (left > x + 8 || left + 2 * half > plot.getMaxX() + 16) {
            return end;
        }
        canvas.setColor(Color.WHITE);
        canvas.fill(new Rectangle2D.Double(left - 4, baseline - 18, 2 * half + 8, 23));
        letters.draw(canvas, text, left, baseline, Align.LEFT);
        return left + 2 * half;
    }

    /// The middle of the bin of a grey.
    private double x(double gray) {
        return plot.x + (gray * (BINS - 1) + 0.5) * plot.width / BINS;
    }

    private double y(double count) {
        return plot.getMaxY() - Math.min(count / top, 1) * plot.height;
    }
}
