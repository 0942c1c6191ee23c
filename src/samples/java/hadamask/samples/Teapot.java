package hadamask.samples;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// `teapot.jpg`: a glazed teapot on a checked cloth, as a shop without a studio photographs it.
///
/// The checks are darker and brighter than the pot, its glaze mirrors the window as bright as the cloth, its cream band has the
/// cloth's own colour, one sees through the handle, and the shadow falls to the right.
final class Teapot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private static final Tone CREAM = Tone.of(0xE6DAC2);
    private static final Tone RUST = Tone.of(0xA8583C);
    private static final Tone GLAZE = Tone.of(0x2E8A94);
    private static final Tone DEEP_GLAZE = Tone.of(0x14505E);
    private static final Tone WINDOW = Tone.of(0xF2F4F0);

    private static final double MIDDLE_X = 318;
    private static final double MIDDLE_Y = 278;
    private static final double REACH_X = 128;
    private static final double REACH_Y = 108;

    private Teapot() {
    }

    static void write(Path folder) throws IOException {
        var body = new Ellipse2D.Double(MIDDLE_X - REACH_X, MIDDLE_Y - REACH_Y, 2 * REACH_X, 2 * REACH_Y);
        var limbs = new Area(Brush.stroke(Brush.line(372, 316, 462, 300, 498, 236, 540, 190), 38, -2, 11));
        limbs.add(new Area(Brush.stroke(Brush.roundLine(236, 214, 136, 198, 112, 290, 240, 338), 15, 0, 13)));
        limbs.add(new Area(new Ellipse2D.Double(MIDDLE_X - 78, 362, 156, 34)));
        var lid = new Area(Brush.roundOutline(318, 148, 386, 184, 318, 200, 250, 184));
        lid.add(new Area(new Ellipse2D.Double(301, 121, 34, 32)));

        var outline = new Area(body);
        outline.add(limbs);
        outline.add(lid);
        var inside = Plane.coverage(WIDTH, HEIGHT, outline);
        var pot = pot(Plane.coverage(WIDTH, HEIGHT, body), Plane.coverage(WIDTH, HEIGHT, limbs),
                Plane.coverage(WIDTH, HEIGHT, lid));
        var cloth = cloth();
        var shadow = inside.blurred(11);
        var contact = Plane.coverage(WIDTH, HEIGHT, new Ellipse2D.Double(MIDDLE_X - 96, 360, 220, 50)).blurred(7);
        var photo = new Camera(new SplittableRandom(20_261)).take(WIDTH, HEIGHT, (x, y) -> {
            double dark = Math.max(0.42 * shadow.at(x - 46, y - 22), 0.6 * contact.get(x, y));
            return Tone.of(cloth.getRGB(x, y)).times(1 - dark).mix(Tone.of(pot.getRGB(x, y)), inside.get(x, y));
        });
        Pictures.writeTruth(folder, "teapot", WIDTH, HEIGHT, (x, y) -> inside.get(x, y) >= 0.5);
        Jpeg.write(photo, 0.88f, folder.resolve("teapot.jpg"));
    }

    /// A cloth of cream and rust checks, woven, lit from the left, with a fold or two.
    private static BufferedImage cloth() {
        var folds = new Noise(311);
        var threads = new Noise(313);
        var cloth = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double fold = folds.fractal(x / 260.0 + y / 900.0, y / 190.0, 3);
                double u = 0.93 * x + 0.37 * y + 14 * fold;
                double v = -0.33 * x + 0.94 * y - 10 * fold;
                double share = 0.5 * (band(u) + band(v));
                double weave = 0.05 * StrictMath.sin(2.1 * u) * StrictMath.sin(2.1 * v)
                        + 0.16 * threads.at(u / 1.7, v / 9)
                        + 0.16 * threads.at(u / 9, v / 1.7);
                double light = 1.06 - 0.26 * x / WIDTH + 0.22 * fold;
                cloth.setRGB(x, y, CREAM.mix(RUST, share).times(light * (1 + weave)).rgb());
            }
        }
        return cloth;
    }

    /// 1 on a stripe, 0 between two, each 38 pixels wide.
    private static double band(double along) {
        return Tone.smoothStep(-0.12, 0.12, StrictMath.sin(along * Math.PI / 38));
    }

    private static BufferedImage pot(Plane body, Plane limbs, Plane lid) {
        var height = limbs.blurred(6);
        var cover = lid.blurred(9);
        var flow = new Noise(317);
        var pot = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double nx = (x - MIDDLE_X) / REACH_X;
                double ny = (y - MIDDLE_Y) / REACH_Y;
                var limb = glazed(GLAZE, -9 * height.slopeX(x, y), -9 * height.slopeY(x, y),
                        flow.fractal(x / 30.0, y / 20.0, 3));
                var globe = glazed(glaze(nx, ny), nx, ny, flow.fractal(x / 60.0, y / 30.0, 3));
                var top = glazed(DEEP_GLAZE, -14 * cover.slopeX(x, y), -14 * cover.slopeY(x, y), 0);
                double rim = 0.5 * (lid.at(x - 2.0, y - 5.0) - lid.get(x, y));
                pot.setRGB(x, y,
                        limb.mix(globe.times(1 - Math.max(rim, 0)), body.get(x, y)).mix(top, lid.get(x, y)).rgb());
            }
        }
        return pot;
    }

    /// Teal that runs dark at the foot, with a cream band around the widest place.
    private static Tone glaze(double nx, double ny) {
        double latitude = ny - 0.16 * (1 - nx * nx);
        double wide = 0.115 + 0.02 * StrictMath.sin(30 * StrictMath.asin(Math.clamp(nx, -1, 1)));
        double cream = Tone.smoothStep(wide + 0.02, wide - 0.02, Math.abs(latitude));
        return GLAZE.mix(DEEP_GLAZE, Tone.smoothStep(0, 0.9, ny)).mix(CREAM, cream);
    }

    /// A glaze under a lamp at the upper left and a window that is mirrored. The surface faces `(nx, ny)`.
    private static Tone glazed(Tone glaze, double nx, double ny, double flow) {
        double length = Math.max(1, StrictMath.hypot(nx, ny) / 0.97);
        double ax = nx / length;
        double ay = ny / length;
        double az = Math.sqrt(1 - ax * ax - ay * ay);
        double facing = Math.max(0, -0.52 * ax - 0.6 * ay + 0.61 * az);
        double pane = Tone.smoothStep(0.20, 0.13, Math.abs(ax + 0.42))
                * Tone.smoothStep(0.22, 0.15, Math.abs(ay + 0.42));
        double bars = Tone.smoothStep(0.012, 0.03, Math.abs(ax + 0.42))
                * Tone.smoothStep(0.012, 0.03, Math.abs(ay + 0.42));
        double back = 0.22 * Tone.smoothStep(0.45, 0.1, az);
        return glaze.times(0.42 + 0.72 * facing + 0.25 * flow).mix(CREAM.mix(RUST, 0.5), back).mix(WINDOW,
                0.92 * pane * bars);
    }
}
