package hadamask.samples;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// `squirrel.jpg`: a red squirrel with a nut on a mossy floor in the wood, as hard for grey levels as a photograph.
///
/// The mean grey of the animal is that of its ground: the one is told from the other by colour, not by brightness. Long hairs
/// fray the outline, the floor has a grain like the fur's, and the shadow is darker than any of the two.
final class Squirrel {
    static final int WIDTH = 720;
    static final int HEIGHT = 540;

    private static final Tone LEAVES = Tone.of(0x5E8A4E);
    private static final Tone DEEP = Tone.of(0x3E6650);
    private static final Tone SUN = Tone.of(0xA6B868);
    private static final Tone AUTUMN = Tone.of(0xA0703A);
    private static final Tone BARK = Tone.of(0x806448);
    private static final Tone MOSS = Tone.of(0x64803C);
    private static final int HORIZON = 400;

    private Squirrel() {
    }

    static void write(Path folder) throws IOException {
        var random = new SplittableRandom(77_015);
        var layer = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        var fur = new Fur(layer, random);
        SquirrelBody.paint(fur);
        var g = Fur.smooth(layer.createGraphics());
        SquirrelFace.nut(g);
        SquirrelBody.paintArm(fur);
        SquirrelFace.paint(g, random);
        g.dispose();
        Pictures.writeTruth(folder, "squirrel", WIDTH, HEIGHT, (x, y) -> layer.getRGB(x, y) >>> 24 >= 128);
        Jpeg.write(photograph(layer, ground(random), random), 0.88f, folder.resolve("squirrel.jpg"));
    }

    /// The wood out of focus, and the floor, which gets sharp towards the viewer.
    private static BufferedImage ground(SplittableRandom random) {
        var far = new Noise(41);
        var near = new Noise(43);
        var spots = spots();
        var ground = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double hills = far.fractal(x / 150.0, y / 110.0, 3);
                var wood = LEAVES.mix(DEEP, Tone.smoothStep(-0.25, 0.3, hills)).mix(SUN, 0.55 * spots.get(x, y));
                wood = wood.mix(AUTUMN, 0.8 * Tone.smoothStep(-0.12, 0.42, far.fractal(x / 130.0 + 31, y / 100.0, 2)));
                double trunk = Tone.smoothStep(58, 22, Math.abs(x - 92 - 0.05 * y - 12 * far.at(7, y / 160.0)));
                wood = wood.mix(BARK.times(1 + 0.5 * far.fractal(x / 14.0, y / 120.0, 3)), 0.9 * trunk);
                double grain = near.fractal(x / 9.0, y / 5.0, 4);
                double mounds = near.fractal(x / 80.0, y / 30.0, 3);
                var floor = MOSS.times(1 + 0.5 * grain + 0.5 * mounds);
                double edge = HORIZON + 26 * far.fractal(x / 70.0, 3, 3);
                ground.setRGB(x, y, wood.mix(floor, Tone.smoothStep(edge - 22, edge + 22, y)).rgb());
            }
        }
        var g = Fur.smooth(ground.createGraphics());
        for (int i = 0; i < 5200; i++) {
            double y = HORIZON + 10 + (HEIGHT + 10 - HORIZON) * StrictMath.sqrt(i / 5200.0);
            double nearness = (y - HORIZON) / (HEIGHT - HORIZON);
            blade(g, random, WIDTH * random.nextDouble(), y, nearness);
            if (i % 24 == 0) {
                leaf(g, random, WIDTH * random.nextDouble(), y, nearness);
            }
        }
        g.dispose();
        return ground;
    }

    /// A fallen leaf that lies on the floor, seen from the side; smaller the farther it is.
    private static void leaf(Graphics2D g, SplittableRandom random, double x, double y, double near) {
        double reach = (7 + 15 * near) * (0.7 + 0.6 * random.nextDouble());
        double turn = 0.5 * random.nextGaussian();
        double dx = reach * StrictMath.cos(turn);
        double dy = 0.5 * reach * StrictMath.sin(turn);
        double broad = 0.32 * reach;
        var tone = random.nextInt(3) == 0 ? SUN.mix(AUTUMN, 0.6) : SquirrelBody.RUST.mix(AUTUMN, random.nextDouble());
        tone = tone.times(0.75 + 0.4 * random.nextDouble());
        g.setColor(DEEP.times(0.5).color(0.4));
        g.fill(Brush.outline(x - dx, y - dy + 3, x, y - broad + 3, x + dx, y + dy + 3, x, y + broad + 3));
        g.setColor(tone.color());
        g.fill(Brush.outline(x - dx, y - dy, x - 0.2 * dx, y - broad, x + dx, y + dy, x - 0.1 * dx, y + broad));
        g.setColor(tone.times(0.7).color(0.7));
        g.fill(Brush.stroke(Brush.line(x - dx, y - dy, x, y, x + 0.9 * dx, y + 0.9 * dy), 0.4 + 0.5 * near, 0.2, 0.2));
    }

    /// A blade of moss or grass: longer and sharper the nearer it is, from 0 (far) to 1.
    private static void blade(Graphics2D g, SplittableRandom random, double x, double y, double near) {
        double length = (7 + 17 * near) * (0.5 + random.nextDouble());
        double lean = 0.55 * length * random.nextGaussian();
        var tone = MOSS.mix(random.nextInt(6) == 0 ? SUN : DEEP, 0.7 * random.nextDouble());
        g.setColor(tone.times(0.75 + 0.55 * random.nextDouble()).color(0.35 + 0.5 * near));
        g.fill(Brush.stroke(Brush.line(x, y, x + 0.3 * lean, y - 0.6 * length, x + lean, y - length), 0.6 + 0.8 * near,
                0.3, 0.2));
    }

    /// Light through leaves, far out of focus.
    private static Plane spots() {
        double[][] discs = {
            {90, 90, 44}, {160, 170, 30}, {60, 230, 34}, {400, 70, 40}, {455, 150, 24}, {660, 70, 48}, {690, 220, 30},
            {640, 320, 36}, {190, 40, 26}, {120, 320, 28}, {430, 210, 18}, {600, 230, 20}
        };
        var sum = new Plane(WIDTH, HEIGHT);
        for (var disc : discs) {
            double r = disc[2];
            var one = Plane.coverage(WIDTH, HEIGHT, new Ellipse2D.Double(disc[0] - r, disc[1] - r, 2 * r, 2 * r));
            var before = sum;
            sum = Plane.of(WIDTH, HEIGHT, (x, y) -> Math.min(1.3, before.get(x, y) + one.get(x, y) * 26 / (8 + r)));
        }
        return sum.blurred(4);
    }

    /// The squirrel on its ground, whose mean grey is made that of the animal, with shadow and the noise of a camera.
    private static BufferedImage photograph(BufferedImage layer, BufferedImage ground, SplittableRandom random) {
        var outline = Plane.of(WIDTH, HEIGHT, (x, y) -> (layer.getRGB(x, y) >>> 24) / 255.0);
        var contact = Plane.coverage(WIDTH, HEIGHT, new Ellipse2D.Double(276, 464, 260, 44)).blurred(9);
        var cast = Plane.coverage(WIDTH, HEIGHT, new Ellipse2D.Double(390, 462, 320, 52)).blurred(13);
        Camera.Scene animal = (x, y) -> Tone.of(layer.getRGB(x, y));
        Camera.Scene shaded = (x, y) -> Tone.of(ground.getRGB(x, y))
                .times(1 - Math.max(0.6 * contact.get(x, y), 0.45 * cast.get(x, y)));
        double same = Camera.sameGrey(outline, animal, shaded);
        return new Camera(random).take(WIDTH, HEIGHT,
                (x, y) -> shaded.at(x, y).times(same).mix(animal.at(x, y), outline.get(x, y)));
    }
}
