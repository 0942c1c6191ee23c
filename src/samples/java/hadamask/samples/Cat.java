package hadamask.samples;

import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// `cat.jpg`: a ginger tabby that lies in the light, before a dark studio wall.
///
/// Its fur is brighter than wall and floor; pupils, stripes and the shaded belly are holes for the pipeline to fill.
final class Cat {
    static final int WIDTH = 960;
    static final int HEIGHT = 720;

    private static final Tone WALL = Tone.of(0x1C2F3A);
    private static final Tone GLOW = Tone.of(0x3F6470);
    private static final Tone FLOOR = Tone.of(0x35464A);
    private static final Tone LAMP = Tone.of(0xA8763C);

    private Cat() {
    }

    static void write(Path folder) throws IOException {
        var random = new SplittableRandom(20_251);
        var layer = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var fur = new Fur(layer, random);
        CatBody.paint(fur);
        var g = Fur.smooth(layer.createGraphics());
        CatBody.toes(g);
        CatHead.paint(fur);
        CatFace.paint(g, random);
        g.dispose();
        Pictures.writeTruth(folder, "cat", WIDTH, HEIGHT, (x, y) -> layer.getRGB(x, y) >>> 24 >= 128);
        Jpeg.write(photograph(layer, random), 0.9f, folder.resolve("cat.jpg"));
    }

    /// The cat before its backdrop, with shadow, vignette and the noise of a camera.
    private static BufferedImage photograph(BufferedImage layer, SplittableRandom random) {
        var outline = Plane.of(WIDTH, HEIGHT, (x, y) -> (layer.getRGB(x, y) >>> 24) / 255.0);
        var soft = outline.blurred(22);
        var contact = Plane.coverage(WIDTH, HEIGHT, new Ellipse2D.Double(190, 610, 730, 92)).blurred(12);
        var lamps = lamps();
        var grain = new Noise(5);
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double onFloor = Tone.smoothStep(430, 640, y);
                double pool = StrictMath.exp(-(sq((x - 430) / 330.0) + sq((y - 270) / 250.0)));
                double lamp = lamps.get(x, y);
                var back = WALL.mix(GLOW, 0.85 * pool).mix(FLOOR, onFloor);
                back = back.times(1 + 0.28 * lamp).mix(LAMP, 0.06 * lamp);
                back = back.times(1 + 0.14 * grain.fractal(x / 90.0, y / 40.0, 4));
                double shadow = Math.max(0.75 * contact.at(x - 12, y - 4), 0.5 * onFloor * soft.at(x - 46, y - 12));
                var seen = back.times(1 - shadow).mix(Tone.of(layer.getRGB(x, y)), outline.get(x, y));
                double offAxis = StrictMath.hypot((x - 500) / 600.0, (y - 400) / 480.0);
                double vignette = 1 - 0.27 * Tone.smoothStep(0.45, 1.15, offAxis);
                seen = seen.times(vignette);
                double sigma = 1.6 + 0.09 * Math.sqrt(Math.max(seen.green(), 0));
                double shared = sigma * random.nextGaussian();
                var noisy = new Tone(
                        seen.red() + shared + 0.7 * random.nextGaussian(),
                        seen.green() + shared + 0.7 * random.nextGaussian(),
                        seen.blue() + shared + 0.9 * random.nextGaussian());
                photo.setRGB(x, y, noisy.rgb());
            }
        }
        return photo;
    }

    /// Lights far behind the cat, out of focus.
    private static Plane lamps() {
        double[][] discs = {
            {640, 120, 46}, {730, 210, 30}, {810, 90, 58}, {880, 240, 36}, {560, 60, 26}, {90, 110, 40}, {60, 250, 26},
            {700, 60, 22}, {915, 150, 20}, {150, 40, 24}
        };
        var sum = new Plane(WIDTH, HEIGHT);
        for (var disc : discs) {
            double r = disc[2];
            var one = Plane.coverage(WIDTH, HEIGHT, new Ellipse2D.Double(disc[0] - r, disc[1] - r, 2 * r, 2 * r));
            var previous = sum;
            sum = Plane.of(WIDTH, HEIGHT, (x, y) -> previous.get(x, y) + one.get(x, y) * 30 / (10 + r));
        }
        return sum.blurred(3);
    }

    private static double sq(double x) {
        return x * x;
    }
}
