package hadamask.samples;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/// The cat's head and ears; all shapes are given about the middle of the head, as if it were held upright.
final class CatHead {
    /// From the head's own coordinates to the picture: a place above the chest, a little tilted.
    static final AffineTransform PLACE = place();

    private static final Path2D SKULL = Brush.outline(
            0, -116, 60, -110, 112, -76, 140, -20, 156, 36, 140, 82, 92, 110, 44, 128, 0, 134, -44, 128, -92, 110,
            -140, 82, -156, 36, -140, -20, -112, -76, -60, -110);
    private static final Path2D EAR = ear(0, 0, 1);
    private static final Path2D INNER_EAR = ear(6, 8, 0.66);

    private CatHead() {
    }

    static void paint(Fur fur) {
        var upright = new Point2D.Double(0, -1);
        for (int side = -1; side <= 1; side += 2) {
            var mirror = AffineTransform.getScaleInstance(side, 1);
            fur.paint(
                    PLACE.createTransformedShape(mirror.createTransformedShape(EAR)),
                    new Fur.Coat(9, 11, 0.1),
                    (_, _) -> upright,
                    CatHead::earColours);
        }
        fur.paint(PLACE.createTransformedShape(SKULL), new Fur.Coat(20, 12, 0.42), CatHead::awayFromTheNose,
                CatHead::faceColours);
    }

    private static AffineTransform place() {
        var place = AffineTransform.getTranslateInstance(338, 272);
        place.rotate(Math.toRadians(-5));
        return place;
    }

    private static Path2D ear(double inX, double inY, double scale) {
        var ear = new Path2D.Double();
        ear.moveTo(26, -94);
        ear.curveTo(52, -128, 88, -170, 116, -186);
        ear.curveTo(124, -190, 132, -187, 134, -179);
        ear.curveTo(150, -138, 158, -80, 147, -16);
        ear.curveTo(124, -56, 80, -84, 26, -94);
        ear.closePath();
        var smaller = AffineTransform.getTranslateInstance(108 - inX, -116 + inY);
        smaller.scale(scale, scale);
        smaller.translate(-108, 116);
        ear.transform(smaller);
        return ear;
    }

    /// Short hairs round the nose, longer ones towards the cheeks.
    private static Point2D awayFromTheNose(double x, double y) {
        try {
            var own = PLACE.inverseTransform(new Point2D.Double(x, y), null);
            double dx = own.getX();
            double dy = own.getY() - 22;
            double away = Math.max(StrictMath.hypot(dx, dy), 1);
            double length = 0.45 + 0.85 * Tone.smoothStep(30, 150, away);
            return PLACE.deltaTransform(new Point2D.Double(dx / away * length, dy / away * length), null);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void earColours(Graphics2D g) {
        g.setColor(CatBody.GINGER.mix(CatBody.STRIPE, 0.35).color());
        g.fillRect(0, 0, Cat.WIDTH, Cat.HEIGHT);
        g.transform(PLACE);
        g.setColor(Tone.of(0xE3A489).color());
        g.fill(Fur.mirrored(INNER_EAR));
        g.setColor(Tone.of(0xC98468).color());
        g.fill(Fur.mirrored(Brush.stroke(Brush.line(104, -176, 100, -130, 84, -96), 4, 14, 8)));
    }

    private static void faceColours(Graphics2D g) {
        g.setColor(CatBody.GINGER.color());
        g.fillRect(0, 0, Cat.WIDTH, Cat.HEIGHT);
        g.transform(PLACE);
        var pale = CatBody.GINGER.mix(CatBody.CREAM, 0.55);
        g.setColor(pale.color());
        g.fill(Fur.mirrored(Brush.outline(58, 26, 96, 22, 118, 40, 104, 82, 70, 104, 30, 110, 0, 90, 20, 50)));
        g.fill(Fur.mirrored(Brush.outline(30, -48, 60, -56, 84, -46, 70, -40, 50, -42)));
        stripes(g);
        g.setColor(CatBody.CREAM.color());
        g.fill(Brush.outline(0, 10, 13, 34, 50, 52, 76, 78, 60, 104, 30, 130, 0, 140, -30, 130, -60, 104, -76, 78, -50,
                52, -13, 34));
        g.fill(Fur.mirrored(Brush.outline(26, 24, 58, 36, 88, 24, 70, 38, 40, 40)));
    }

    /// The M of a tabby's forehead, the lines from the eyes to the cheeks, and the stripes of the crown.
    private static void stripes(Graphics2D g) {
        g.setColor(CatBody.STRIPE.color());
        double[][] lines = {
            {16, -44, 20, -74, 22, -128},
            {30, -46, 44, -74, 54, -120},
            {46, -52, 72, -70, 88, -104},
            {92, -8, 122, -8, 156, 2},
            {96, 14, 122, 22, 152, 44},
            {84, 60, 112, 70, 140, 88},
            {98, -34, 118, -40, 140, -34},
        };
        for (var line : lines) {
            g.fill(Fur.mirrored(Brush.stroke(Brush.line(line), 1.5, 4.2, 3.5)));
        }
        g.fill(Brush.stroke(Brush.line(0, -60, 0, -90, 0, -130), 1, 3, 4));
        g.fill(Fur.mirrored(Brush.stroke(Brush.line(12, 22, 14, -10, 15, -44), 0.5, 2, 1.5)));
    }
}
