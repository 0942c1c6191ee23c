package hadamask.samples;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// `leaf.jpg`: a hazel leaf on light paper, 300 dpi, as a camera held sideways stores it.
///
/// The file's pixels lie on their side; EXIF orientation 6 tells the viewer to turn them by 90 degrees clockwise.
/// `truth/leaf.png` is upright.
final class Leaf {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 800;
    private static final int TURN_CLOCKWISE = 6;
    private static final int DPI = 300;
    private static final int SIDE_VEINS = 9;

    private static final Tone PAPER = Tone.of(0xECE6DA);
    private static final Tone GREEN = Tone.of(0x4C8234);
    private static final Tone YOUNG = Tone.of(0x86A63F);
    private static final Tone RUST = Tone.of(0x8A5226);
    private static final Tone VEIN = Tone.of(0xA9BE74);

    private Leaf() {
    }

    static void write(Path folder) throws IOException {
        write(folder, 0);
    }

    /// Another picture of the same kind.
    ///
    /// @param variation 0 for the sample itself; it shifts every seed
    static void write(Path folder, int variation) throws IOException {
        var random = new SplittableRandom(606 + variation);
        var blade = new Area(outline());
        blade.add(new Area(Brush.stroke(Brush.line(296, 655, 290, 700, 262, 762), 5, 0, 6.5)));
        var inside = Plane.coverage(WIDTH, HEIGHT, blade);
        var upright = photograph(inside, random, variation);
        var stored = new BufferedImage(HEIGHT, WIDTH, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                stored.setRGB(y, WIDTH - 1 - x, upright.getRGB(x, y));
            }
        }
        Jpeg.write(stored, 0.88f, DPI, TURN_CLOCKWISE, folder.resolve("leaf.jpg"));
        Pictures.writeTruth(folder, "leaf", WIDTH, HEIGHT, (x, y) -> inside.get(x, y) >= 0.5);
    }

    private static BufferedImage photograph(Plane inside, SplittableRandom random, int variation) {
        var veins = veins();
        var valleys = veins.blurred(7);
        var edge = inside.blurred(16);
        var shadow = inside.blurred(9);
        var noise = new Noise(404 + variation);
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double fibre = noise.fractal(x / 7.0, y / 4.0, 3);
                double lit = 1.03 - 0.10 * x / WIDTH - 0.09 * y / HEIGHT + 0.016 * fibre;
                var ground = PAPER.times(lit).times(1 - (0.27 + 0.05 * variation) * shadow.at(x - 9, y - 13));
                var blade = blade(x, y, veins, valleys, edge, noise);
                var seen = ground.mix(blade, inside.get(x, y));
                photo.setRGB(x, y, seen.plus(1.8 * random.nextGaussian()).rgb());
            }
        }
        return photo;
    }

    private static Tone blade(int x, int y, Plane veins, Plane valleys, Plane edge, Noise noise) {
        double patches = noise.fractal(x / 110.0, y / 110.0, 4);
        double net = 1 - Math.abs(noise.at(x / 9.0, y / 9.0)) * 2.2;
        double mesh = Math.max(0, net) * Math.max(0, net);
        double grain = noise.fractal(x / 2.5, y / 2.5, 2);
        double old = Tone.smoothStep(0.30, 0.02, edge.get(x, y) - 0.5 - 0.45 * noise.fractal(x / 60.0, y / 60.0, 3));
        old *= Tone.smoothStep(700, 640, y);
        var tone = GREEN.mix(YOUNG, Math.clamp(0.32 + 0.8 * patches + 0.1 * mesh, 0.0, 1.0)).mix(RUST, 0.62 * old);
        double pucker = 5.5 * (valleys.slopeX(x, y) * 0.55 + valleys.slopeY(x, y) * 0.83);
        double ridge = 0.35 * (veins.slopeX(x, y) + veins.slopeY(x, y));
        double half = 0.06 * StrictMath.tanh((midrib(y) - x) / 30);
        double light = Math.clamp(1 + pucker + ridge + half + 0.10 * grain - 0.05 * mesh, 0.55, 1.35);
        return tone.times(light).mix(VEIN, 0.62 * veins.get(x, y));
    }

    /// The x of the midrib at a height: slightly bent, from the stalk at y = 655 to the tip at y = 52.
    private static double midrib(double y) {
        double t = (655 - y) / 603;
        return 296 + 40 * t * t - 14 * StrictMath.sin(Math.PI * t);
    }

    private static double halfWidth(double t) {
        return 226 * StrictMath.pow(StrictMath.sin(Math.PI * StrictMath.pow(t, 0.82)), 0.66) * (1 - 0.20 * t)
                * (1 - 0.55 * Tone.smoothStep(0.80, 1.02, t));
    }

    /// Both edges with large and small teeth that point to the tip.
    private static Path2D outline() {
        var outline = new Path2D.Double();
        outline.moveTo(midrib(655), 655);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 1; i < 1200; i++) {
                double t = (side < 0 ? i : 1200 - i) / 1200.0;
                double large = 11 * saw(t * 15 + (side < 0 ? 0.1 : 0.45));
                double small = 5 * saw(t * 52);
                double calm = Math.sqrt(StrictMath.sin(Math.PI * t));
                double y = 655 - 603 * t - 0.9 * (large + small) * calm + lobe(t);
                double reach = halfWidth(t) + (large + small) * calm;
                outline.lineTo(midrib(655 - 603 * t) + side * reach, y);
            }
            if (side < 0) {
                outline.lineTo(midrib(45), 45);
            }
        }
        outline.closePath();
        return outline;
    }

    /// How far the edge hangs below the end of the stalk: a heart-shaped base.
    private static double lobe(double t) {
        return 44 * (t / 0.045) * StrictMath.exp(1 - t / 0.045);
    }

    /// Rises slowly from 0 to 1 and falls fast, once per unit.
    private static double saw(double phase) {
        double f = phase - Math.floor(phase);
        return f < 0.8 ? f / 0.8 : (1 - f) / 0.2;
    }

    /// Midrib, side veins that end in the large teeth, and the thin ladder of veins between them.
    private static Plane veins() {
        var strong = new Area(Brush.stroke(
                Brush.line(midrib(700), 700, midrib(560), 560, midrib(400), 400, midrib(200), 200, midrib(60), 60),
                5.5, 0, 1));
        var fine = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int side = -1; side <= 1; side += 2) {
            double[] below = sideVein(side, 0);
            strong.add(new Area(Brush.stroke(Brush.line(below), 2.3, 0, 0.6)));
            for (int i = 1; i < SIDE_VEINS; i++) {
                double[] vein = sideVein(side, i);
                strong.add(new Area(Brush.stroke(Brush.line(vein), 2.3, 0, 0.6)));
                for (int k = 2; k < vein.length - 4; k += 2) {
                    double midX = (below[k] + vein[k + 2]) / 2 - side * 3;
                    double midY = (below[k + 1] + vein[k + 3]) / 2 + 4;
                    fine.append(Brush.stroke(
                            Brush.line(below[k], below[k + 1], midX, midY, vein[k + 2], vein[k + 3]), 0.5, 0.2, 0.5),
                            false);
                }
                below = vein;
            }
        }
        var one = Plane.coverage(WIDTH, HEIGHT, strong);
        var two = Plane.coverage(WIDTH, HEIGHT, fine);
        return Plane.of(WIDTH, HEIGHT, (x, y) -> Math.max(one.get(x, y), 0.6 * two.get(x, y))).blurred(1);
    }

    /// Points of a vein from the midrib to the edge, bent towards the tip.
    private static double[] sideVein(int side, int i) {
        double t = 0.02 + 0.096 * i + (side < 0 ? 0.016 : 0);
        double end = Math.min(t + 0.20 - 0.012 * i, 0.95);
        int pieces = 12;
        double[] way = new double[2 * pieces + 2];
        for (int k = 0; k <= pieces; k++) {
            double s = (double) k / pieces;
            double y = 655 - 603 * (t + (end - t) * StrictMath.pow(s, 1.25));
            way[2 * k] = midrib(y) + side * halfWidth(end) * 0.98 * s;
            way[2 * k + 1] = y;
        }
        return way;
    }
}
