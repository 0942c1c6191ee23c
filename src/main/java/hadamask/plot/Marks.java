package hadamask.plot;

import hadamask.plot.Lettering.Align;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/// Annotations of a plot: a label beside a point or on a box, an arrow.
final class Marks {
    private static final double CAPITALS = 0.7;
    private static final double HEAD = 14;
    private static final double SPREAD = Math.toRadians(26);
    private static final double GAP = 10;

    private Marks() {
    }

    /// Vertical text that reads upwards, centred on a point.
    static void upwards(Graphics2D g, Lettering letters, String text, double x, double y) {
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2, x, y);
        letters.draw(g, text, x, y, Align.CENTER);
        g.setTransform(upright);
    }

    /// On a box, centred on a point.
    static void boxed(Graphics2D g, Lettering letters, String text, double x, double y, Color box) {
        double width = letters.width(text) + 16;
        double height = CAPITALS * letters.size() + 12;
        g.setColor(box);
        g.fill(new RoundRectangle2D.Double(x - width / 2, y - height / 2, width, height, 10, 10));
        letters.draw(g, text, x, y + CAPITALS * letters.size() / 2, Align.CENTER);
    }

    /// Beside a point: to the right of it, or to the left where there is no room before the edge.
    static void beside(Graphics2D g, Lettering letters, String text, double x, double y, double edge) {
        double baseline = y + CAPITALS * letters.size() / 2;
        if (x + GAP + letters.width(text) < edge) {
            letters.draw(g, text, x + GAP, baseline, Align.LEFT);
        } else {
            letters.draw(g, text, x - GAP, baseline, Align.RIGHT);
        }
    }

    /// An arrow from one point to another.
    static void arrow(Graphics2D g, double[] from, double[] to) {
        double angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
        double head = Math.min(HEAD, Math.hypot(to[0] - from[0], to[1] - from[1]));
        g.draw(new Line2D.Double(from[0], from[1], to[0], to[1]));
        for (double side : new double[]{angle - SPREAD, angle + SPREAD}) {
            g.draw(new Line2D.Double(to[0], to[1], to[0] - head * Math.cos(side), to[1] - head * Math.sin(side)));
        }
    }
}
