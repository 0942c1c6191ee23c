package hadamask.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.util.random.RandomGenerator;

/// The squirrel's eye, nose, whiskers, and the nut that it holds.
final class SquirrelFace {
    private static final Tone LINER = Tone.of(0x2C1A10);

    private SquirrelFace() {
    }

    /// The nut, which the near arm lies over.
    static void nut(Graphics2D g) {
        var nut = Brush.roundOutline(236, 292, 256, 314, 236, 340, 216, 316);
        g.setPaint(new RadialGradientPaint(229, 306, 34, new float[]{0f, 0.55f, 1f},
                new Color[]{new Color(0xD9A566), new Color(0x9A6130), new Color(0x54301A)}));
        g.fill(nut);
        g.setColor(Tone.of(0x6E4626).color());
        g.fill(Brush.outline(214, 312, 218, 294, 236, 284, 254, 294, 258, 310, 236, 304));
        g.setColor(Tone.of(0xB98A58).color(0.6));
        g.fill(Brush.stroke(Brush.line(220, 302, 234, 293, 250, 299), 0.8, 1.4, 0.8));
    }

    static void paint(Graphics2D g, RandomGenerator random) {
        g.setColor(LINER.color());
        g.fill(Brush.outline(257, 190, 266, 178, 280, 174, 293, 181, 297, 192, 288, 202, 272, 204, 262, 198));
        g.setPaint(new RadialGradientPaint(280, 194, 14, new float[]{0f, 1f},
                new Color[]{new Color(0x4A2C18), new Color(0x0D0806)}));
        g.fill(new Ellipse2D.Double(263, 177, 30, 25));
        g.setColor(new Color(255, 255, 255, 235));
        g.fill(new Ellipse2D.Double(269, 180, 7.5, 6.5));
        g.setColor(new Color(220, 235, 255, 90));
        g.fill(new Ellipse2D.Double(280, 194, 6, 4));
        g.setColor(LINER.color(0.9));
        g.fill(Brush.outline(210, 206, 218, 201, 227, 205, 225, 213, 216, 217, 210, 213));
        g.setColor(new Color(255, 240, 230, 110));
        g.fill(new Ellipse2D.Double(214, 204, 7, 3));
        g.setColor(LINER.color(0.7));
        g.fill(Brush.stroke(Brush.line(217, 217, 224, 226, 240, 230), 1.0, 0.8, 0.4));
        for (int i = 0; i < 9; i++) {
            double y = 212 + 2.1 * i;
            double length = 46 + 26 * random.nextDouble();
            double drop = -14 + 7.0 * i;
            g.setColor(LINER.color(0.75));
            g.fill(Brush.stroke(
                    Brush.line(236 + 1.4 * i, y, 236 - 0.55 * length, y + 0.3 * drop - 5, 236 - length, y + drop), 0.9,
                    0,
                    0.25));
        }
    }
}
