package hadamask.plot;

import hadamask.image.Image;
import hadamask.matrix.PrincipalAxes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws two columns of data in their context: the scatter, the ellipses at 1, 2 and 3 standard deviations, the principal
/// axes, and the rows that lie beyond the outermost ellipse.
///
/// Both columns have the same scale, so that the axes appear at right angles, unless one column would then hardly be visible.
public final class EllipsePlot {
    private static final int ELLIPSES = 3;
    private static final double MARGIN = 0.06;
    private static final double MAX_UNEVEN = 4;
    private static final int LABELLED = 15;
    private static final int MANY = 20_000;
    private static final int MIN_OPAQUE = 70;

    private static final Color[] RINGS = {new Color(0x0f, 0x4c, 0x5c), new Color(0x2a, 0x7f, 0x8e),
        new Color(0x6a, 0xb0, 0xb8)};

    private final Scatter scatter;
    private final PrincipalAxes axes;
    private final Scale x;
    private final Scale y;
    private final ChartFrame frame;

    private EllipsePlot(Scatter scatter, PrincipalAxes axes, Scale x, Scale y) {
        this.scatter = scatter;
        this.axes = axes;
        this.x = x;
        this.y = y;
        frame = new ChartFrame(x, y);
    }

    /// Draws the picture.
    ///
    /// @param scatter the rows
    /// @param axes of the covariance of the two columns
    public static Image draw(Scatter scatter, PrincipalAxes axes) {
        Scale x = scale(scatter, axes, 0, ChartFrame.LEFT, ChartFrame.WIDTH - ChartFrame.RIGHT);
        Scale y = scale(scatter, axes, 1, ChartFrame.HEIGHT - ChartFrame.BOTTOM, ChartFrame.TOP);
        double pixels = Math.min(x.pixelsPerUnit(), y.pixelsPerUnit());
        if (Math.max(x.pixelsPerUnit(), y.pixelsPerUnit()) <= MAX_UNEVEN * pixels) {
            x = x.withPixelsPerUnit(pixels);
            y = y.withPixelsPerUnit(pixels);
        }
        EllipsePlot plot = new EllipsePlot(scatter, axes, x, y);
        return ChartFrame.drawn(plot::paint);
    }

    /// The range that holds the rows and the outermost ellipse.
    private static Scale scale(Scatter scatter, PrincipalAxes axes, int column, double start, double end) {
        double reach = 0;
        for (int k = 0; k < 2; k++) {
            reach = Math.hypot(reach, axes.deviation(k) * axes.directions().get(k, column));
        }
        double low = scatter.centre(column) - ELLIPSES * reach;
        double high = scatter.centre(column) + ELLIPSES * reach;
        for (int i = 0; i < scatter.rows(); i++) {
            double value = scatter.value(i, column);
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double margin = high > low ? (high - low) * MARGIN : Math.max(1, Math.abs(high)) * MARGIN;
        return new Scale(low - margin, high + margin, start, end);
    }

    private void paint(Graphics2D g) {
        frame.paintGrid(g, scatter.name(0), scatter.name(1));
        Shape all = g.getClip();
        g.clip(ChartFrame.inside());
        paintRows(g);
        paintAxes(g);
        for (int k = ELLIPSES; k >= 1; k--) {
            paintEllipse(g, k);
        }
        int beyond = paintOutliers(g);
        paintNames(g);
        g.setClip(all);
        paintTitle(g, beyond);
    }

    private void paintRows(Graphics2D g) {
        int alpha = Math.clamp(200_000L / Math.max(1, scatter.rows()), MIN_OPAQUE, 150);
        g.setColor(
                new Color(ChartFrame.POINT.getRed(), ChartFrame.POINT.getGreen(), ChartFrame.POINT.getBlue(), alpha));
        boolean many = scatter.rows() > MANY;
        double radius = many ? 1.2 : 3.6;
        for (int i = 0; i < scatter.rows(); i++) {
            double px = x.pixel(scatter.value(i, 0));
            double py = y.pixel(scatter.value(i, 1));
            if (scatter.distance(i) <= scatter.limit()) {
                g.fill(many
                        ? new Rectangle2D.Double(px - radius, py - radius, 2 * radius, 2 * radius)
                        : new Ellipse2D.Double(px - radius, py - radius, 2 * radius, 2 * radius));
            }
        }
    }

    private void paintEllipse(Graphics2D g, int k) {
        Path2D path = new Path2D.Double();
        for (int degree = 0; degree < 360; degree++) {
            double turn = Math.toRadians(degree);
            double[] at = point(k * Math.cos(turn), k * Math.sin(turn));
            if (degree == 0) {
                path.moveTo(at[0], at[1]);
            } else {
                path.lineTo(at[0], at[1]);
            }
        }
        path.closePath();
        g.setColor(RINGS[k - 1]);
        g.setStroke(new BasicStroke(2.6f));
        g.draw(path);
    }

    private void paintNames(Graphics2D g) {
        for (int k = 1; k <= ELLIPSES; k++) {
            double[] low = lowest(k);
            Marks.boxed(g, new Lettering(19, Lettering.BOLD, Color.WHITE), k + " sd", low[0], low[1], RINGS[k - 1]);
        }
    }

    /// The pixel where an ellipse is lowest: away from the tip of the first axis.
    private double[] lowest(int k) {
        double angle = Math.atan2(axes.deviation(1) * axes.directions().get(1, 1),
                axes.deviation(0) * axes.directions().get(0, 1));
        return point(-k * Math.cos(angle), -k * Math.sin(angle));
    }

    private void paintAxes(Graphics2D g) {
        for (int k = 0; k < 2; k++) {
            double u = k == 0 ? 1 : 0;
            double v = 1 - u;
            g.setColor(ChartFrame.AXIS);
            g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[]{7, 6}, 0));
            double[] from = point(-ELLIPSES * u, -ELLIPSES * v);
            double[] to = point(ELLIPSES * u, ELLIPSES * v);
            g.draw(new Line2D.Double(from[0], from[1], to[0], to[1]));
            double[] centre = point(0, 0);
            double[] tip = point(u, v);
            g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            Marks.arrow(g, centre, tip);
        }
    }

    private int paintOutliers(Graphics2D g) {
        Lettering labels = new Lettering(17, Lettering.REGULAR, ChartFrame.OUTLIER);
        g.setStroke(new BasicStroke(2.2f));
        List<Rectangle2D> taken = new ArrayList<>();
        int beyond = 0;
        for (int i = 0; i < scatter.rows(); i++) {
            beyond += scatter.isOutlier(i) ? 1 : 0;
        }
        for (int i = 0; i < scatter.rows(); i++) {
            if (scatter.isOutlier(i)) {
                double px = x.pixel(scatter.value(i, 0));
                double py = y.pixel(scatter.value(i, 1));
                g.setColor(ChartFrame.OUTLIER);
                double radius = beyond > LABELLED * 10 ? 2.5 : 5;
                g.draw(new Ellipse2D.Double(px - radius, py - radius, 2 * radius, 2 * radius));
                Rectangle2D room = new Rectangle2D.Double(px, py - 8, 16 + labels.width(scatter.label(i)), 16);
                if (beyond <= LABELLED && taken.stream().noneMatch(room::intersects)) {
                    Marks.beside(g, labels, scatter.label(i), px, py, ChartFrame.WIDTH - ChartFrame.RIGHT);
                    taken.add(room);
                }
            }
        }
        return beyond;
    }

    private void paintTitle(Graphics2D g, int beyond) {
        String ellipses = scatter.columns() == 2
                ? "normal data: 39.3 % within 1 sd, 86.5 % within 2, 98.9 % within 3; "
                : "ellipses of the two columns; red are rows far in all " + scatter.columns()
                        + " columns, as 1.1 % of normal data; ";
        ChartFrame.paintTitle(g, scatter.title(), String.format(Locale.ROOT, "%,d rows; ", scatter.rows()) + ellipses,
                String.format(Locale.ROOT, "%,d beyond", beyond));
    }

    /// The pixel of a point given in standard deviations along each axis.
    private double[] point(double first, double second) {
        double u = first * axes.deviation(0);
        double v = second * axes.deviation(1);
        return new double[]{
            x.pixel(scatter.centre(0) + u * axes.directions().get(0, 0) + v * axes.directions().get(1, 0)),
            y.pixel(scatter.centre(1) + u * axes.directions().get(0, 1) + v * axes.directions().get(1, 1))};
    }
}
