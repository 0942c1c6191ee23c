package hadamask.samples;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/// The lying cat without its head: trunk, thigh, tail, chest and paws.
final class CatBody {
    static final Tone GINGER = Tone.of(0xE89A4E);
    static final Tone STRIPE = Tone.of(0xB3622A);
    static final Tone CREAM = Tone.of(0xEEDDC3);

    private static final Path2D TRUNK = Brush.outline(
            238, 420, 214, 500, 238, 590, 330, 634, 500, 640, 660, 640, 790, 622, 846, 560, 838, 470, 782, 392, 690,
            346, 590, 330, 500, 322, 420, 300, 330, 320);
    private static final Path2D THIGH = Brush.outline(
            612, 632, 590, 566, 606, 494, 658, 442, 728, 428, 800, 452, 846, 520, 842, 592, 800, 634, 700, 644);
    private static final Path2D HIND_PAW = Brush.outline(
            560, 652, 538, 634, 548, 610, 590, 600, 650, 604, 700, 620, 700, 646, 640, 656);
    private static final Path2D TAIL_LINE = Brush.line(
            822, 560, 868, 606, 866, 652, 800, 672, 710, 672, 620, 668, 540, 668, 488, 650, 470, 622);
    private static final double[] TAIL_WAY = Brush.flat(TAIL_LINE);
    private static final Path2D CHEST = Brush.outline(
            262, 380, 240, 440, 246, 500, 276, 548, 306, 580, 334, 602, 362, 582, 392, 552, 424, 510, 434, 450, 426,
            400, 350, 370);
    private static final Path2D LEFT_LEG = Brush.outline(
            250, 500, 232, 570, 224, 630, 214, 662, 234, 686, 280, 690, 316, 680, 322, 650, 324, 580, 318, 510);
    private static final Path2D RIGHT_LEG = Brush.outline(
            346, 510, 342, 580, 342, 640, 336, 666, 354, 690, 400, 695, 440, 684, 448, 656, 436, 600, 432, 520);

    private CatBody() {
    }

    static void paint(Fur fur) {
        fur.paint(TRUNK, new Fur.Coat(30, 17, 0), CatBody::alongTheBack, CatBody::trunkColours);
        fur.paint(THIGH, new Fur.Coat(24, 16, 0.34), CatBody::roundTheThigh, CatBody::thighColours);
        fur.paint(HIND_PAW, new Fur.Coat(8, 8, 0.3), (_, _) -> new Point2D.Double(-1, 0.1), CatBody::hindPawColours);
        fur.paint(tail(), new Fur.Coat(11, 14, 0.4), CatBody::alongTheTail, CatBody::tailColours);
        for (var leg : new Shape[]{RIGHT_LEG, LEFT_LEG}) {
            fur.paint(leg, new Fur.Coat(11, 11, 0.34), (_, _) -> new Point2D.Double(-0.06, 1), CatBody::legColours);
        }
        fur.paint(CHEST, new Fur.Coat(14, 22, 0.12), CatBody::downTheChest, CatBody::chestColours);
    }

    /// The tail comes out behind the thigh and runs round in front of the body.
    private static Area tail() {
        var tail = new Area(Brush.stroke(TAIL_LINE, 30, 0, 19));
        tail.add(new Area(new Ellipse2D.Double(451, 603, 38, 38)));
        var behind = new Area(THIGH);
        behind.add(new Area(TRUNK));
        behind.intersect(new Area(new Rectangle(700, 0, Cat.WIDTH, 606)));
        tail.subtract(behind);
        return tail;
    }

    /// The dark lines between the toes, drawn over the fur.
    static void toes(Graphics2D g) {
        g.setColor(Tone.of(0x5A3A22).color(0.6));
        double[] starts = {246, 660, 270, 662, 294, 658, 368, 665, 393, 667, 418, 662};
        for (int i = 0; i < starts.length; i += 2) {
            double x = starts[i];
            double y = starts[i + 1];
            g.fill(Brush.stroke(Brush.line(x, y, x - 2, y + 12, x, y + 25), 0.6, 1.5, 1.4));
        }
        for (double x = 556; x < 600; x += 17) {
            g.fill(Brush.stroke(Brush.line(x + 8, 618, x, 630, x + 2, 645), 0.6, 1.2, 1.2));
        }
    }

    private static Point2D alongTheBack(double x, double y) {
        double down = 0.15 + Tone.smoothStep(560, 840, x) * 0.9 + Math.max(0, (y - 360) / 420);
        return new Point2D.Double(1 - 0.4 * Tone.smoothStep(700, 850, x), down);
    }

    private static Point2D roundTheThigh(double x, double y) {
        double dx = (x - 720) / 120;
        double dy = (y - 540) / 100;
        return new Point2D.Double(0.35 - 0.55 * dy, 0.75 + 0.5 * dx);
    }

    private static Point2D alongTheTail(double x, double y) {
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
        return new Point2D.Double(dx / norm, dy / norm);
    }

    private static Point2D downTheChest(double x, double y) {
        return new Point2D.Double((x - 335) / 190, 1);
    }

    private static void trunkColours(Graphics2D g) {
        flood(g, GINGER);
        g.setColor(GINGER.mix(CREAM, 0.45).color());
        g.fill(Brush.outline(400, 600, 520, 585, 640, 600, 640, 680, 400, 680));
        g.setColor(STRIPE.color());
        g.fill(Brush.stroke(Brush.line(420, 318, 540, 330, 640, 343, 740, 376, 820, 450), 9, 5, 9));
        for (int i = 0; i < 7; i++) {
            double x = 448 + 40 * i;
            double y = 322 + 1.2 * i * i;
            double lean = 14 - 7 * i;
            double reach = 180 + 18 * (i % 2) - 7 * i;
            g.fill(Brush.stroke(
                    Brush.line(x, y, x + 15 + lean * 0.4, y + 0.33 * reach, x + 4 + lean, y + 0.7 * reach,
                            x - 14 + lean, y + reach),
                    9, 4, 1));
            g.fill(Brush.stroke(
                    Brush.line(x + 19, y + 0.62 * reach, x + 14 + lean, y + 0.85 * reach, x + lean, y + 1.13 * reach),
                    1, 5, 1));
        }
    }

    private static void thighColours(Graphics2D g) {
        flood(g, GINGER);
        g.setColor(STRIPE.color());
        g.fill(Brush.stroke(Brush.line(838, 490, 790, 452, 724, 446, 664, 474), 8, 4, 1));
        g.fill(Brush.stroke(Brush.line(852, 536, 800, 494, 734, 486, 664, 520, 640, 548), 8, 5, 1));
        g.fill(Brush.stroke(Brush.line(850, 584, 806, 540, 746, 530, 684, 556, 650, 596), 8, 5, 1));
        g.fill(Brush.stroke(Brush.line(826, 622, 790, 586, 748, 576, 706, 594, 690, 616), 7, 4, 1));
    }

    private static void hindPawColours(Graphics2D g) {
        flood(g, CREAM.mix(GINGER, 0.2));
        for (double cream = 0.6; cream >= 0; cream -= 0.2) {
            double x = 664 - 60 * cream;
            g.setColor(GINGER.mix(CREAM, cream).color());
            g.fill(Brush.outline(x + 8, 585, x - 8, 612, x - 4, 640, x + 14, 670, 760, 670, 760, 585));
        }
    }

    private static void tailColours(Graphics2D g) {
        flood(g, GINGER);
        g.setColor(STRIPE.color());
        double[] way = TAIL_WAY;
        double along = 0;
        for (int i = 2; i < way.length; i += 2) {
            double dx = way[i] - way[i - 2];
            double dy = way[i + 1] - way[i - 1];
            double step = StrictMath.hypot(dx, dy);
            along += step;
            if (step > 0 && (along % 46) < 17) {
                double nx = -dy / step * 36;
                double ny = dx / step * 36;
                g.fill(Brush.stroke(
                        Brush.line(way[i] - nx, way[i + 1] - ny, way[i] + dx * 3, way[i + 1] + dy * 3, way[i] + nx,
                                way[i + 1] + ny),
                        1.5, 1.5, 1.5));
            }
        }
        g.setColor(CREAM.color());
        g.fill(Brush.outline(440, 590, 500, 590, 502, 630, 470, 640, 440, 640));
    }

    private static void chestColours(Graphics2D g) {
        flood(g, GINGER);
        g.setColor(GINGER.mix(CREAM, 0.6).color());
        g.fill(Brush.outline(270, 390, 262, 460, 284, 530, 334, 590, 388, 535, 414, 460, 408, 390, 340, 380));
        g.setColor(CREAM.color());
        g.fill(Brush.outline(284, 390, 278, 460, 300, 530, 335, 602, 372, 535, 398, 460, 394, 390, 340, 380));
    }

    private static void legColours(Graphics2D g) {
        flood(g, GINGER);
        g.setColor(STRIPE.color());
        for (double y = 530; y < 630; y += 28) {
            g.fill(Brush.stroke(Brush.line(222, y + 6, 262, y + 12, 300, y - 2), 5, 2, 0.5));
            g.fill(Brush.stroke(Brush.line(452, y + 6, 410, y + 12, 372, y - 2), 5, 2, 0.5));
        }
        g.setColor(CREAM.color());
        g.fill(Brush.outline(190, 634, 270, 618, 332, 636, 340, 720, 190, 720));
        g.fill(Brush.outline(318, 650, 336, 634, 396, 622, 460, 640, 470, 720, 340, 720));
    }

    private static void flood(Graphics2D g, Tone tone) {
        g.setColor(tone.color());
        g.fillRect(0, 0, Cat.WIDTH, Cat.HEIGHT);
    }
}
