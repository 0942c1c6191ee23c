package hadamask.samples;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// `seedlings.jpg`: young plants in stony soil from above, whose mean grey is that of the soil.
///
/// Stones are brighter than the leaves, cracks and shadows darker: grey does not tell them, green does.
final class Seedlings {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private static final Tone SOIL = Tone.of(0x8A6E54);
    private static final Tone DRY = Tone.of(0xB49A7C);
    private static final Tone DAMP = Tone.of(0x4E3A2C);
    private static final Tone STRAW = Tone.of(0xC8AA6A);
    private static final Tone LEAF = Tone.of(0x5E9A3C);
    private static final Tone YOUNG = Tone.of(0x8CBA50);
    private static final Tone OLD = Tone.of(0x3E7238);

    /// Where each plant stands, how far its leaves reach in pixels, how many pairs of leaves it has.
    private static final double[][] PLANTS = {
        {118, 112, 56, 3}, {300, 92, 42, 2}, {500, 130, 62, 3}, {206, 258, 38, 2}, {372, 262, 58, 3}, {560, 300, 40, 2},
        {96, 380, 52, 3}, {270, 400, 46, 2}, {446, 402, 54, 3}
    };

    private Seedlings() {
    }

    static void write(Path folder) throws IOException {
        var random = new SplittableRandom(515_253);
        var soil = soil(random);
        var layer = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var g = Fur.smooth(layer.createGraphics());
        for (double[] plant : PLANTS) {
            plant(g, random, plant);
        }
        g.dispose();
        var inside = Plane.of(WIDTH, HEIGHT, (x, y) -> (layer.getRGB(x, y) >>> 24) / 255.0);
        var shadow = inside.blurred(3);
        var mottled = new Noise(401);
        Camera.Scene leaves = (x, y) -> Tone.of(layer.getRGB(x, y))
                .times(1 + 0.24 * mottled.fractal(x / 9.0, y / 9.0, 3)
                        + 0.2 * (inside.at(x - 3, y - 3) - shadow.at(x + 4, y + 4)));
        Camera.Scene ground = (x, y) -> Tone.of(soil.getRGB(x, y)).times(1 - 0.55 * shadow.at(x - 7, y - 6));
        double same = Camera.sameGrey(inside, leaves, ground);
        var photo = new Camera(random).take(WIDTH, HEIGHT,
                (x, y) -> ground.at(x, y).times(same).mix(leaves.at(x, y), inside.get(x, y)));
        Pictures.writeTruth(folder, "seedlings", WIDTH, HEIGHT, (x, y) -> inside.get(x, y) >= 0.5);
        Jpeg.write(photo, 0.88f, folder.resolve("seedlings.jpg"));
    }

    private static void plant(Graphics2D g, RandomGenerator random, double[] plant) {
        double turn = Math.PI * random.nextDouble();
        int pairs = (int) plant[3];
        for (int pair = 0; pair < pairs; pair++) {
            double share = 1 - 0.27 * pair;
            for (int side = 0; side < 2; side++) {
                double angle = turn + pair * 1.45 + side * Math.PI + 0.18 * random.nextGaussian();
                leaf(g, random, plant[0], plant[1], angle, plant[2] * share,
                        LEAF.mix(OLD, 0.7 - 0.5 * pair).mix(YOUNG, 0.35 * pair));
            }
        }
        g.setColor(YOUNG.color());
        g.fill(new Ellipse2D.Double(plant[0] - 5, plant[1] - 5, 10, 10));
    }

    private static void leaf(Graphics2D g, RandomGenerator random, double x, double y, double angle, double reach,
            Tone tone) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(angle);
        double broad = reach * (0.26 + 0.05 * random.nextDouble());
        double bend = 0.08 * reach * random.nextGaussian();
        g.setColor(tone.times(0.9).color());
        g.fill(place.createTransformedShape(Brush.stroke(Brush.line(0, 0, 0.4 * reach, bend), 2.4, 0, 1.8)));
        var blade = Brush.outline(0.22 * reach, 0, 0.45 * reach, -broad + bend, 0.8 * reach, -0.8 * broad + bend, reach,
                bend,
                0.8 * reach, 0.8 * broad + bend, 0.45 * reach, broad + bend);
        g.fill(place.createTransformedShape(blade));
        var half = Brush.outline(0.22 * reach, 0, 0.45 * reach, -broad + bend, 0.8 * reach, -0.8 * broad + bend, reach,
                bend,
                0.6 * reach, bend);
        g.setColor(tone.times(1.12).color());
        g.fill(place.createTransformedShape(half));
        g.setColor(tone.mix(YOUNG, 0.7).color());
        g.fill(place.createTransformedShape(
                Brush.stroke(Brush.line(0, 0, 0.5 * reach, bend, 0.95 * reach, bend), 1.3, 0, 0.4)));
        for (int rib = 1; rib <= 3; rib++) {
            double at = reach * (0.25 + 0.17 * rib);
            for (int side = -1; side <= 1; side += 2) {
                var line = Brush.line(at, bend, at + 0.1 * reach, bend + side * 0.35 * broad, at + 0.16 * reach,
                        bend + side * 0.7 * broad);
                g.fill(place.createTransformedShape(Brush.stroke(line, 0.7, 0, 0.3)));
            }
        }
    }

    private static BufferedImage soil(RandomGenerator random) {
        var clods = new Noise(403);
        var crumbs = new Noise(407);
        var soil = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double damp = clods.fractal(x / 120.0, y / 120.0, 4);
                double crumb = crumbs.fractal(x / 7.0, y / 7.0, 4);
                double slope = crumbs.fractal((x + 2) / 7.0, (y + 2) / 7.0, 4) - crumb;
                var tone = SOIL.mix(DAMP, Tone.smoothStep(-0.1, 0.4, damp)).mix(DRY,
                        Tone.smoothStep(0.05, 0.5, crumb - damp));
                soil.setRGB(x, y, tone.times(1 + 0.35 * crumb + 1.1 * slope).rgb());
            }
        }
        var g = Fur.smooth(soil.createGraphics());
        for (int i = 0; i < 240; i++) {
            stone(g, random);
        }
        for (int i = 0; i < 46; i++) {
            double x = WIDTH * random.nextDouble();
            double y = HEIGHT * random.nextDouble();
            double dx = 16 * random.nextGaussian();
            double dy = 16 * random.nextGaussian();
            g.setColor(STRAW.times(0.8 + 0.3 * random.nextDouble()).color(0.8));
            g.fill(Brush.stroke(Brush.line(x, y, x + dx, y + dy, x + 2 * dx, y + 2.2 * dy), 1.3, 0.2, 0.8));
        }
        g.dispose();
        return soil;
    }

    private static void stone(Graphics2D g, RandomGenerator random) {
        double x = WIDTH * random.nextDouble();
        double y = HEIGHT * random.nextDouble();
        double r = 2.5 + 9 * StrictMath.pow(random.nextDouble(), 4);
        double w = r * (1 + 0.5 * random.nextDouble());
        var tone = DRY.mix(Tone.of(0xB8B4AC), random.nextDouble()).times(0.75 + 0.4 * random.nextDouble());
        g.setColor(DAMP.times(0.5).color(0.6));
        g.fill(new Ellipse2D.Double(x - w + 2, y - r + 2, 2 * w, 2 * r));
        g.setColor(tone.times(0.82).color());
        g.fill(new Ellipse2D.Double(x - w, y - r, 2 * w, 2 * r));
        g.setColor(tone.times(1.1).color(0.9));
        g.fill(new Ellipse2D.Double(x - 0.9 * w, y - 0.9 * r, 1.5 * w, 1.4 * r));
    }
}
