package hadamask.plot;

import hadamask.image.Image;
import hadamask.matrix.PrincipalAxes;
import hadamask.plot.Lettering.Align;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws data of two columns in their context: the scatter, the ellipses at 1, 2 and 3 standard deviations, the principal
/// axes, and the rows that lie beyond the outermost ellipse.
///
/// Both columns have the same scale, so that the axes appear at right angles, unless one column would then hardly be visible.
public final class EllipsePlot {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 960;
    private static final int LEFT = 130;
    private static final int RIGHT = 40;
    private static final int TOP = 90;
    private static final int BOTTOM = 100;
    private static final int ELLIPSES = 3;
    private static final double MARGIN = 0.06;
    private static final double MAX_UNEVEN = 4;
    private static final int LABELLED = 15;
    private static final int MANY = 20_000;
    private static final int MIN_OPAQUE = 70;

    private static final Color INK = new Color(0x22, 0x2b, 0x38);
    private static final Color FAINT = new Color(0x6b, 0x76, 0x86);
    private static final Color GRID = new Color(0xe6, 0xe9, 0xee);
    private static final Color POINT = new Color(0x2f, 0x6f, 0xb5);
    private static final Color OUTLIER = new Color(0xd1, 0x3b, 0x2e);
    private static final Color AXIS = new Color(0xe0, 0x8a, 0x00);
    private static final Color[] RINGS = {new Color(0x0f, 0x4c, 0x5c), new Color(0x2a, 0x7f, 0x8e),
        new Color(0x6a, 0xb0, 0xb8)};

    private final Scatter scatter;
    private final PrincipalAxes axes;
    private final Scale x;
    private final Scale y;

    private EllipsePlot(Scatter scatter, PrincipalAxes axes, Scale x, Scale y) {
        this.scatter = scatter;
        this.axes = axes;
        this.x = x;
        this.y = y;
    }

    /// Draws the picture.
    ///
    /// @param scatter the rows
    /// @param axes of their covariance, two
    public static Image draw(Scatter scatter, PrincipalAxes axes) {
        Scale x = scale(scatter, axes, 0, LEFT, WIDTH - RIGHT);
        Scale y = scale(scatter, axes, 1, HEIGHT - BOTTOM, TOP);
        double pixels = Math.min(x.pixelsPerUnit(), y.pixelsPerUnit());
        if (Math.max(x.pixelsPerUnit(), y.pixelsPerUnit()) <= MAX_UNEVEN * pixels) {
            x = x.withPixelsPerUnit(pixels);
            y = y.withPixelsPerUnit(pixels);
        }
        BufferedImage image = Canvas.blank(WIDTH, HEIGHT);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        new EllipsePlot(scatter, axes, x, y).paint(g);
        g.dispose();
        return Canvas.image(image);
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
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        paintGrid(g);
        Shape all = g.getClip();
        g.clip(new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM));
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

    private void paintGrid(Graphics2D g) {
        g.setStroke(new BasicStroke(1));
        Lettering numbers = new Lettering(20, Lettering.REGULAR, FAINT);
        for (double mark : x.marks()) {
            g.setColor(GRID);
            g.draw(new Line2D.Double(x.pixel(mark), TOP, x.pixel(mark), HEIGHT - BOTTOM));
            numbers.draw(g, x.text(mark), x.pixel(mark), HEIGHT - BOTTOM + 28, Align.CENTER);
        }
        for (double mark : y.marks()) {
            g.setColor(GRID);
            g.draw(new Line2D.Double(LEFT, y.pixel(mark), WIDTH - RIGHT, y.pixel(mark)));
            numbers.draw(g, y.text(mark), LEFT - 12, y.pixel(mark) + 7, Align.RIGHT);
        }
        g.setColor(FAINT);
        g.draw(new Rectangle2D.Double(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM));
        Lettering names = new Lettering(24, Lettering.BOLD, INK);
        names.draw(g, scatter.name(0), (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 28, Align.CENTER);
        Marks.upwards(g, names, scatter.name(1), 30, (TOP + HEIGHT - BOTTOM) / 2.0);
    }

    private void paintRows(Graphics2D g) {
        int alpha = Math.clamp(200_000L / Math.max(1, scatter.rows()), MIN_OPAQUE, 150);
        g.setColor(new Color(POINT.getRed(), POINT.getGreen(), POINT.getBlue(), alpha));
        boolean many = scatter.rows() > MANY;
        double radius = many ? 1.2 : 3.6;
        for (int i = 0; i < scatter.rows(); i++) {
            double px = x.pixel(scatter.value(i, 0));
            double py = y.pixel(scatter.value(i, 1));
            if (scatter.distance(i) <= ELLIPSES) {
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
            g.setColor(AXIS);
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
        Lettering labels = new Lettering(17, Lettering.REGULAR, OUTLIER);
        g.setStroke(new BasicStroke(2.2f));
        List<Rectangle2D> taken = new ArrayList<>();
        int beyond = 0;
        for (int i = 0; i < scatter.rows(); i++) {
            beyond += scatter.distance(i) > ELLIPSES ? 1 : 0;
        }
        for (int i = 0; i < scatter.rows(); i++) {
            if (scatter.distance(i) > ELLIPSES) {
                double px = x.pixel(scatter.value(i, 0));
                double py = y.pixel(scatter.value(i, 1));
                g.setColor(OUTLIER);
                double radius = beyond > LABELLED * 10 ? 2.5 : 5;
                g.draw(new Ellipse2D.Double(px - radius, py - radius, 2 * radius, 2 * radius));
                Rectangle2D room = new Rectangle2D.Double(px, py - 8, 16 + labels.width(scatter.label(i)), 16);
                if (beyond <= LABELLED && taken.stream().noneMatch(room::intersects)) {
                    Marks.beside(g, labels, scatter.label(i), px, py, WIDTH - RIGHT);
                    taken.add(room);
                }
            }
        }
        return beyond;
    }

    private void paintTitle(Graphics2D g, int beyond) {
        new Lettering(28, Lettering.BOLD, INK).drawWithin(g, scatter.title(), LEFT, 40, WIDTH - LEFT - RIGHT);
        Lettering small = new Lettering(19, Lettering.REGULAR, FAINT);
        String text = String.format(Locale.ROOT,
                "%,d rows; normal data: 39.3 %% within 1 sd, 86.5 %% within 2, 98.9 %% within 3; ", scatter.rows());
        small.draw(g, text, LEFT, 72, Align.LEFT);
        small.withColor(OUTLIER).draw(g, String.format(Locale.ROOT, "%,d beyond", beyond),
                LEFT + small.width(text) + 8, 72, Align.LEFT);
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
