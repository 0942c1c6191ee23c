package hadamask.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/// The cat's eyes, nose, mouth and whiskers, drawn over the fur of the head.
final class CatFace {
    private static final Tone LINER = Tone.of(0x3A2416);
    private static final Path2D EYE = eye();

    private CatFace() {
    }

    static void paint(Graphics2D graphics, RandomGenerator random) {
        var g = Fur.smooth((Graphics2D) graphics.create());
        g.transform(CatHead.PLACE);
        for (int side = -1; side <= 1; side += 2) {
            eye(g, side, random);
        }
        nose(g);
        whiskers(g, random);
        g.dispose();
    }

    /// The right eye's opening about its middle: rounder above, the inner corner lower than the outer one.
    private static Path2D eye() {
        var eye = new Path2D.Double();
        eye.moveTo(-36, 15);
        eye.curveTo(-30, -14, -8, -31, 10, -29);
        eye.curveTo(28, -27, 37, -10, 35, -3);
        eye.curveTo(31, 16, 14, 27, -4, 25);
        eye.curveTo(-18, 23, -26, 17, -36, 15);
        eye.closePath();
        return eye;
    }

    private static void eye(Graphics2D parent, int side, RandomGenerator random) {
        var g = (Graphics2D) parent.create();
        g.translate(side * 63.0, -10);
        g.scale(1.1, 1.1);
        var opening = AffineTransform.getScaleInstance(side, 1).createTransformedShape(EYE);
        g.setColor(LINER.color());
        g.fill(AffineTransform.getScaleInstance(1.13, 1.15).createTransformedShape(opening));
        g.clip(opening);
        g.setPaint(new RadialGradientPaint(0, -2, 36, new float[]{0.2f, 0.62f, 0.86f, 1f}, new Color[]{
            new Color(0xE8C24A), new Color(0xC2B848), new Color(0x7F953C), new Color(0x36451F)
        }));
        g.fill(new Ellipse2D.Double(-40, -40, 80, 80));
        for (int i = 0; i < 260; i++) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double from = 8 + 12 * random.nextDouble();
            double to = from + 6 + 10 * random.nextDouble();
            var tone = random.nextBoolean() ? Tone.of(0xF2E58A) : Tone.of(0x5F6F25);
            g.setColor(tone.color(0.28));
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            g.fill(Brush.stroke(Brush.line(from * c, from * s - 2, to * c, to * s - 2), 0.3, 0.5, 0.2));
        }
        g.setColor(new Color(0x0B0A0C));
        g.fill(new Ellipse2D.Double(-15, -26, 30, 48));
        g.setPaint(new GradientPaint(0, -30, new Color(20, 12, 6, 190), 0, -10, new Color(20, 12, 6, 0)));
        g.fill(opening);
        g.setColor(new Color(255, 255, 255, 245));
        g.fill(new Ellipse2D.Double(-16, -20, 15, 15));
        g.setColor(new Color(255, 255, 255, 170));
        g.fill(new Ellipse2D.Double(8, 6, 7, 7));
        g.setColor(new Color(220, 235, 255, 60));
        g.fill(Brush.stroke(Brush.line(-20, 14, -2, 20, 16, 14), 0.3, 2.4, 0.3));
        g.dispose();

        var rim = Fur.smooth((Graphics2D) parent.create());
        rim.translate(side * 63.0, -10);
        rim.scale(1.1, 1.1);
        rim.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        rim.setColor(LINER.color());
        rim.draw(opening);
        rim.dispose();
    }

    private static void nose(Graphics2D g) {
        g.setColor(LINER.color(0.75));
        g.fill(Brush.stroke(Brush.line(0, 60, 0, 70, 0, 78), 1.6, 0, 1.2));
        g.fill(Fur.mirrored(Brush.stroke(Brush.line(0, 77, 12, 89, 28, 88, 38, 80), 1.2, 1.0, 0.4)));
        g.setColor(LINER.color(0.25));
        g.fill(Brush.stroke(Brush.line(-20, 106, 0, 111, 20, 106), 0.5, 2.0, 0.5));
        var nose = Brush.outline(0, 43, 13, 42, 20, 46, 15, 56, 0, 66, -15, 56, -20, 46, -13, 42);
        g.setColor(Tone.of(0x8A4A44).color());
        g.fill(AffineTransform.getTranslateInstance(0, 1.5).createTransformedShape(nose));
        g.setPaint(new GradientPaint(0, 40, new Color(0xE59A92), 0, 66, new Color(0xB8625D)));
        g.fill(nose);
        g.setColor(Tone.of(0x6B302E).color(0.8));
        g.fill(Fur.mirrored(Brush.stroke(Brush.line(5, 59, 10, 55, 15, 53), 0.6, 1.7, 0.6)));
        g.setColor(new Color(255, 240, 235, 150));
        g.fill(new Ellipse2D.Double(-9, 44, 11, 4));
    }

    private static void whiskers(Graphics2D g, RandomGenerator random) {
        for (int side = -1; side <= 1; side += 2) {
            for (int row = 0; row < 3; row++) {
                for (int i = 0; i < 4; i++) {
                    double x = side * (26 + 11.0 * i);
                    double y = 70 + 9.0 * row + 1.5 * i;
                    g.setColor(LINER.color(0.45));
                    g.fill(new Ellipse2D.Double(x - 1.3, y - 1.3, 2.6, 2.6));
                    if (i == 1 || i == 3) {
                        whisker(g, side, x, y, row, random);
                    }
                }
            }
            for (int i = 0; i < 3; i++) {
                double x = side * (52 + 10.0 * i);
                whiteHair(g, x, -46, x + side * (4 + 10.0 * i), -88, x + side * (18 + 16.0 * i), -116 - 6.0 * (2 - i));
            }
        }
    }

    private static void whisker(Graphics2D g, int side, double x, double y, int row, RandomGenerator random) {
        double length = 118 + 22 * random.nextDouble();
        double drop = -16 + 30.0 * row + 8 * random.nextDouble();
        whiteHair(g, x, y, x + side * length * 0.55, y - 14 + drop * 0.4, x + side * length, y + drop + 10);
    }

    private static void whiteHair(Graphics2D g, double... points) {
        var hair = Brush.line(points);
        g.setColor(LINER.color(0.2));
        g.fill(AffineTransform.getTranslateInstance(0.5, 1.6).createTransformedShape(Brush.stroke(hair, 1.1, 0, 0.2)));
        int n = points.length;
        g.setPaint(new GradientPaint(
                (float) points[0], (float) points[1], new Color(255, 252, 244, 235),
                (float) points[n - 2], (float) points[n - 1], new Color(255, 252, 244, 30)));
        g.fill(Brush.stroke(hair, 1.1, 0, 0.3));
    }
}
