package hadamask.plot;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/// Text and arrows at a place of a picture.
final class Lettering {
    private static final double HEAD = 14;
    private static final double SPREAD = Math.toRadians(26);

    private Lettering() {
    }

    /// Centred on x.
    static void centred(Graphics2D g, String text, double x, double baseline) {
        g.drawString(text, (float) (x - g.getFontMetrics().stringWidth(text) / 2.0), (float) baseline);
    }

    /// Ends at x.
    static void right(Graphics2D g, String text, double x, double baseline) {
        g.drawString(text, (float) (x - g.getFontMetrics().stringWidth(text)), (float) baseline);
    }

    /// Reads from below, centred on y.
    static void upwards(Graphics2D g, String text, double x, double y) {
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2, x, y);
        centred(g, text, x, y);
        g.setTransform(upright);
    }

    /// White on a box, centred on a point.
    static void boxed(Graphics2D g, String text, double x, double y, Color box) {
        FontMetrics metrics = g.getFontMetrics();
        double width = metrics.stringWidth(text) + 14;
        double height = metrics.getAscent() + 8;
        g.setColor(box);
        g.fill(new RoundRectangle2D.Double(x - width / 2, y - height / 2, width, height, 10, 10));
        g.setColor(Color.WHITE);
        centred(g, text, x, y + metrics.getAscent() / 2.0 - 2);
    }

    /// Beside a point: to the right of it, or to the left where there is no room.
    static void beside(Graphics2D g, String text, double x, double y, double edge) {
        if (x + 10 + g.getFontMetrics().stringWidth(text) < edge) {
            g.drawString(text, (float) (x + 9), (float) (y + 5));
        } else {
            right(g, text, x - 9, y + 5);
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
