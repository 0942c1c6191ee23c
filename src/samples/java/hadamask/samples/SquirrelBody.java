package hadamask.samples;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/// The sitting squirrel but for its face: tail, body, legs, head and ears, seen from its left side.
final class SquirrelBody {
    static final Tone RUST = Tone.of(0xB0683A);
    static final Tone DARK = Tone.of(0x7C4526);
    static final Tone PALE = Tone.of(0xC9A57C);

    private static final Path2D TAIL_LINE = Brush.line(
            470, 438, 524, 420, 556, 362, 548, 290, 522, 226, 522, 160, 556, 112, 604, 108, 628, 140);
    private static final double[] TAIL_WAY = Brush.flat(TAIL_LINE);
    private static final Path2D BODY = Brush.outline(
            322, 206, 372, 226, 424, 276, 462, 340, 484, 410, 474, 462, 420, 484, 350, 480, 308, 458, 282, 410, 268,
            350,
            266, 290, 280, 236);
    private static final Path2D CHEST = Brush.outline(
            286, 246, 264, 300, 262, 350, 276, 404, 300, 448, 330, 452, 332, 390, 322, 320, 318, 262);
    private static final Path2D THIGH = Brush.outline(
            350, 444, 348, 396, 376, 358, 420, 350, 462, 378, 478, 428, 466, 466, 420, 482, 376, 476);
    private static final Path2D FOOT = Brush.outline(
            302, 484, 296, 472, 314, 462, 356, 460, 400, 464, 420, 480, 396, 492, 340, 492);
    private static final Path2D FAR_ARM = Brush.stroke(Brush.line(296, 296, 274, 330, 240, 318), 15, 2, 9);
    private static final Path2D NEAR_ARM = Brush.stroke(Brush.line(326, 286, 302, 342, 270, 348, 236, 326), 19, 2, 9);
    private static final Path2D HEAD = Brush.outline(
            214, 208, 222, 186, 248, 158, 288, 142, 326, 152, 350, 184, 350, 220, 330, 248, 296, 258, 258, 248, 230,
            232,
            216, 222);
    private static final Path2D FAR_EAR = Brush.outline(282, 158, 276, 126, 284, 98, 298, 116, 308, 152);
    private static final Path2D NEAR_EAR = Brush.outline(306, 164, 304, 128, 318, 94, 334, 120, 338, 166);

    private SquirrelBody() {
    }

    static void paint(Fur fur) {
        fur.paint(Brush.stroke(TAIL_LINE, 20, 34, 26), new Fur.Coat(20, 34, 0), SquirrelBody::outOfTheTail,
                SquirrelBody::tailColours);
        fur.paint(FAR_ARM, new Fur.Coat(7, 7, 0.2), (_, _) -> new Point2D.Double(-0.9, 0.2), g -> flood(g, DARK));
        fur.paint(BODY, new Fur.Coat(24, 14, 0.3), SquirrelBody::downTheBack, SquirrelBody::bodyColours);
        fur.paint(CHEST, new Fur.Coat(12, 16, 0), (_, _) -> new Point2D.Double(-0.2, 1), SquirrelBody::chestColours);
        fur.paint(FOOT, new Fur.Coat(7, 7, 0.3), (_, _) -> new Point2D.Double(-1, 0.05), g -> flood(g, RUST));
        fur.paint(THIGH, new Fur.Coat(22, 13, 0.3), SquirrelBody::roundTheThigh, SquirrelBody::thighColours);
        var up = new Point2D.Double(0.05, -1);
        fur.paint(FAR_EAR, new Fur.Coat(6, 19, 0), (_, _) -> up, g -> flood(g, DARK));
        fur.paint(HEAD, new Fur.Coat(20, 9, 0.34), SquirrelBody::backOverTheHead, SquirrelBody::headColours);
        fur.paint(NEAR_EAR, new Fur.Coat(7, 21, 0.12), (_, _) -> up, SquirrelBody::earColours);
    }

    /// The arm that lies over the nut.
    static void paintArm(Fur fur) {
        fur.paint(NEAR_ARM, new Fur.Coat(9, 8, 0.34),
                (x, _) -> new Point2D.Double(x > 300 ? -0.4 : -1, x > 300 ? 1 : 0),
                SquirrelBody::armColours);
    }

    /// Along the tail, and away from its middle.
    private static Point2D outOfTheTail(double x, double y) {
        double[] way = TAIL_WAY;
        int nearest = 2;
        double least = Double.MAX_VALUE;
        for (int i = 2; i < way.length - 2; i += 2) {
            double distance = StrictMath.hypot(way[i] - x, way[i + 1] - y);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        double dx = way[nearest + 2] - way[nearest - 2];
        double dy = way[nearest + 3] - way[nearest - 1];
        double norm = Math.max(StrictMath.hypot(dx, dy), 1e-9);
        double out = 0.75 / 50;
        return new Point2D.Double(0.75 * dx / norm + out * (x - way[nearest]),
                0.75 * dy / norm + out * (y - way[nearest + 1]));
    }

    private static Point2D downTheBack(double x, double y) {
        return new Point2D.Double(0.25 + 0.35 * Tone.smoothStep(330, 470, x), 0.9);
    }

    private static Point2D roundTheThigh(double x, double y) {
        return new Point2D.Double(0.2 - 0.6 * (y - 415) / 65, 0.7 + 0.4 * (x - 412) / 65);
    }

    private static Point2D backOverTheHead(double x, double y) {
        double dx = x - 226;
        double dy = y - 214;
        double away = Math.max(StrictMath.hypot(dx, dy), 1);
        double length = 0.4 + 0.8 * Tone.smoothStep(20, 120, away);
        return new Point2D.Double(dx / away * length, dy / away * length);
    }

    private static void tailColours(Graphics2D g) {
        flood(g, RUST.mix(DARK, 0.3));
        g.setColor(RUST.mix(PALE, 0.25).color());
        g.fill(Brush.stroke(TAIL_LINE, 8, 12, 10));
        g.setColor(DARK.color());
        g.fill(Brush.stroke(TAIL_LINE, 2, 4, 3));
    }

    private static void bodyColours(Graphics2D g) {
        flood(g, RUST);
        g.setColor(RUST.mix(DARK, 0.55).color());
        g.fill(Brush.stroke(Brush.line(330, 214, 400, 252, 446, 320, 474, 400), 12, 6, 10));
    }

    private static void chestColours(Graphics2D g) {
        flood(g, RUST.mix(PALE, 0.5));
        g.setColor(PALE.color());
        g.fill(Brush.outline(282, 262, 270, 320, 272, 370, 290, 430, 312, 440, 312, 380, 304, 320, 300, 270));
    }

    private static void thighColours(Graphics2D g) {
        flood(g, RUST);
        g.setColor(RUST.mix(DARK, 0.3).color());
        g.fill(Brush.outline(430, 350, 490, 380, 490, 480, 440, 480, 456, 420));
    }

    private static void armColours(Graphics2D g) {
        flood(g, RUST);
        g.setColor(DARK.color());
        g.fill(Brush.outline(220, 300, 252, 300, 262, 340, 240, 350, 220, 340));
    }

    private static void headColours(Graphics2D g) {
        flood(g, RUST);
        g.setColor(RUST.mix(DARK, 0.45).color());
        g.fill(Brush.stroke(Brush.line(216, 200, 246, 166, 290, 146, 340, 162), 9, 5, 10));
        g.setColor(RUST.mix(PALE, 0.55).color());
        g.fill(Brush.outline(222, 226, 250, 218, 286, 226, 300, 244, 290, 264, 250, 256));
        g.setColor(PALE.color());
        g.fill(Brush.outline(222, 232, 244, 230, 272, 240, 282, 256, 250, 254));
        g.fill(Brush.stroke(Brush.line(252, 186, 268, 170, 292, 172, 302, 190, 292, 206, 268, 208, 252, 192), 3, 1, 3));
    }

    private static void earColours(Graphics2D g) {
        flood(g, RUST.mix(DARK, 0.5));
        g.setColor(RUST.mix(PALE, 0.2).color());
        g.fill(Brush.outline(314, 160, 312, 134, 320, 116, 328, 134, 330, 160));
    }

    private static void flood(Graphics2D g, Tone tone) {
        g.setColor(tone.color());
        g.fillRect(0, 0, Squirrel.WIDTH, Squirrel.HEIGHT);
    }
}
