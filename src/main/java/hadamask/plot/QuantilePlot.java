package hadamask.plot;

import hadamask.image.Image;
import hadamask.matrix.ChiSquare;
import hadamask.matrix.Matrix;
import hadamask.table.Table;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Draws squared Mahalanobis distances, sorted, against the quantiles of chi-square that as many rows of normal data would have: these lie
/// along the line, and rows that lie apart rise above it.
///
/// The k-th of n rows stands at the quantile of (k - 1/2) / n. Where the largest distance is more than ten times the largest quantile, both
/// axes are logarithmic. Red are the rows of which n rows of normal data have less than one in twenty times a single one so far out
/// (p below 0.05 / n).
public final class QuantilePlot {
    private static final double MARGIN = 1.06;
    private static final double FAR = 10;
    private static final double RISK = 0.05;
    private static final int LABELLED = 15;

    private final Table table;
    /// Rows with a distance, the nearest first.
    private final int[] order;
    private final double[] squares;
    private final double[] quantiles;
    private final double limit;
    private final Axis x;
    private final Axis y;

    private QuantilePlot(Table table, double[] distances, int freedom) {
        this.table = table;
        order = IntStream.range(0, distances.length).filter(i -> !Double.isNaN(distances[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i])).mapToInt(i -> i).toArray();
        int n = order.length;
        squares = IntStream.of(order).mapToDouble(i -> distances[i] * distances[i]).toArray();
        quantiles = IntStream.range(0, n).mapToDouble(k -> ChiSquare.quantile(1 - (k + 0.5) / n, freedom)).toArray();
        limit = ChiSquare.quantile(RISK / Math.max(1, n), freedom);
        double right = n == 0 ? 1 : quantiles[n - 1];
        double top = n == 0 ? 1 : Math.max(squares[n - 1], right);
        if (top > FAR * right && right > 0) {
            double low = Math.min(quantiles[0], positive(squares)) / MARGIN;
            x = new LogScale(low, right * MARGIN * MARGIN, ChartFrame.LEFT, ChartFrame.WIDTH - ChartFrame.RIGHT);
            y = new LogScale(low, top * 2, ChartFrame.HEIGHT - ChartFrame.BOTTOM, ChartFrame.TOP);
        } else {
            x = new Scale(0, right > 0 ? right * MARGIN : 1, ChartFrame.LEFT, ChartFrame.WIDTH - ChartFrame.RIGHT);
            y = new Scale(0, top > 0 ? top * MARGIN : 1, ChartFrame.HEIGHT - ChartFrame.BOTTOM, ChartFrame.TOP);
        }
    }

    private static double positive(double[] ascending) {
        for (double value : ascending) {
            if (value > 0) {
                return value;
            }
        }
        return 1;
    }

    /// Draws the picture.
    ///
    /// @param title the heading
    /// @param table has the labels of the rows
    /// @param distances a row with the Mahalanobis distance of each row; NaN is left out
    /// @param freedom degrees of freedom of the chi-square distribution
    public static Image draw(String title, Table table, Matrix distances, int freedom) {
        QuantilePlot plot = new QuantilePlot(table, distances.values(), freedom);
        return ChartFrame.drawn(g -> plot.paint(g, title, freedom));
    }

    private void paint(Graphics2D g, String title, int freedom) {
        new ChartFrame(x, y).paintGrid(g,
                "quantiles of chi-square, " + Figures.count(freedom, "degree") + " of freedom",
                "squared distance");
        Shape all = g.getClip();
        g.clip(ChartFrame.inside());
        paintLine(g);
        int beyond = paintRows(g);
        g.setClip(all);
        ChartFrame.paintTitle(g, title,
                String.format(Locale.ROOT, "%,d rows; normal data lie along the line%s; ", order.length,
                        x instanceof LogScale ? " (logarithmic axes)" : ""),
                String.format(Locale.ROOT, "%,d with p below 0.05 / %,d", beyond, order.length));
    }

    private void paintLine(Graphics2D g) {
        g.setColor(ChartFrame.AXIS);
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{7, 6}, 0));
        double end = quantiles.length == 0 ? 1 : quantiles[quantiles.length - 1] * MARGIN * MARGIN;
        double start = x instanceof LogScale scale ? scale.low() : 0;
        g.draw(new Line2D.Double(x.pixel(start), y.pixel(start), x.pixel(end), y.pixel(end)));
    }

    private int paintRows(Graphics2D g) {
        Color point = ChartFrame.POINT;
        Color pale = new Color(point.getRed(), point.getGreen(), point.getBlue(), 150);
        Lettering labels = new Lettering(17, Lettering.REGULAR, ChartFrame.OUTLIER);
        g.setStroke(new BasicStroke(2.2f));
        List<Rectangle2D> taken = new ArrayList<>();
        int beyond = (int) IntStream.range(0, squares.length).filter(k -> squares[k] > limit).count();
        for (int k = squares.length - 1; k >= 0; k--) {
            double px = x.pixel(quantiles[k]);
            double py = y.pixel(squares[k]);
            if (squares[k] <= limit) {
                g.setColor(pale);
                g.fill(new Ellipse2D.Double(px - 3.6, py - 3.6, 7.2, 7.2));
                continue;
            }
            g.setColor(ChartFrame.OUTLIER);
            g.draw(new Ellipse2D.Double(px - 4.5, py - 4.5, 9, 9));
            String label = label(order[k]);
            double width = labels.width(label);
            Rectangle2D room = new Rectangle2D.Double(px - 12 - width, py - 8, width + 12, 16);
            if (beyond <= LABELLED && taken.stream().noneMatch(room::intersects)) {
                labels.draw(g, label, px - 12, py + 6, Lettering.Align.RIGHT);
                taken.add(room);
            }
        }
        return beyond;
    }

    private String label(int row) {
        List<String> names = table.labels();
        return names == null ? String.valueOf(table.rowNumbers().of(row)) : names.get(row);
    }
}
