package hadamask.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// `coins.png`: a dozen coins on dark cloth, 8-bit grey; the light comes from the upper left.
///
/// The coins lie further apart than the closing reaches, so that each stays an object of its own.
final class Coins {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    /// Middle, radius, degrees of rotation, motif and brightness of the metal of every coin.
    private static final double[][] COINS = {
        {84, 86, 47, 12, 0, 178}, {244, 76, 38, -30, 1, 205}, {400, 88, 54, 5, 2, 190}, {560, 78, 41, 40, 3, 168},
        {78, 240, 36, 80, 3, 200}, {232, 232, 55, -12, 2, 172}, {402, 250, 40, 100, 0, 208}, {560, 238, 50, -8, 1, 184},
        {92, 392, 52, -20, 1, 194}, {246, 398, 42, 15, 4, 170}, {400, 398, 47, 60, 4, 182}, {558, 396, 37, 25, 0, 204},
    };

    private Coins() {
    }

    static void write(Path folder) throws IOException {
        var random = new SplittableRandom(7_777);
        var discs = new Path2D.Double();
        for (var coin : COINS) {
            discs.append(disc(coin[0], coin[1], coin[2]), false);
        }
        var inside = Plane.coverage(WIDTH, HEIGHT, discs);
        var shadow = inside.blurred(4);
        var relief = relief().blurred(1);
        var wear = new Noise(31);
        var metal = metal();
        var photo = Plane.of(WIDTH, HEIGHT, (x, y) -> {
            double dark = Math.max(0, shadow.at(x - 5, y - 7));
            double cloth = cloth(x, y, wear) * (1 - 0.62 * dark);
            double face = face(x, y, relief, metal.get(x, y), wear);
            return cloth + (face - cloth) * inside.get(x, y) + 1.1 * random.nextGaussian();
        });
        Pictures.writePng(Pictures.grey(photo), folder.resolve("coins.png"));
        Pictures.writeTruth(folder, "coins", WIDTH, HEIGHT, (x, y) -> inside.get(x, y) >= 0.5);
    }

    /// A plain weave of threads, lit from the left and worn in patches.
    private static double cloth(int x, int y, Noise wear) {
        double warp = StrictMath.sin(x * 1.26 + 1.5 * wear.at(x / 30.0, y / 30.0));
        double weft = StrictMath.sin(y * 1.26 + 1.5 * wear.at(y / 30.0 + 90, x / 30.0));
        double lit = 66 - 22.0 * x / WIDTH - 8.0 * y / HEIGHT;
        return lit * (1 + 0.13 * warp * weft + 0.18 * wear.fractal(x / 80.0, y / 80.0, 4));
    }

    /// Lambert's and Phong's light on the relief, with a broad soft reflection of the room.
    private static double face(int x, int y, Plane relief, double metal, Noise wear) {
        double nx = -relief.slopeX(x, y) * 1.9;
        double ny = -relief.slopeY(x, y) * 1.9;
        double norm = Math.sqrt(nx * nx + ny * ny + 1);
        double diffuse = Math.max(0, (-0.5 * nx - 0.6 * ny + 0.63) / norm);
        double mirror = Math.max(0, (-0.277 * nx - 0.332 * ny + 0.902) / norm);
        double room = 0.09 * StrictMath.sin(x / 31.0 - y / 24.0);
        double scratches = 0.05 * wear.fractal(x / 3.0, y / 9.0, 2) + 0.10 * wear.fractal(x / 25.0, y / 25.0, 3);
        double patina = 0.72 + 0.28 * relief.at(x, y);
        return metal * patina * (0.42 + 0.86 * diffuse + room + scratches) + 75 * StrictMath.pow(mirror, 55);
    }

    private static Plane metal() {
        var plane = new Plane(WIDTH, HEIGHT);
        for (var coin : COINS) {
            double reach = coin[2] + 2;
            for (int y = (int) (coin[1] - reach); y <= coin[1] + reach; y++) {
                for (int x = (int) (coin[0] - reach); x <= coin[0] + reach; x++) {
                    if (StrictMath.hypot(x - coin[0], y - coin[1]) < reach) {
                        plane.set(x, y, coin[5]);
                    }
                }
            }
        }
        return plane;
    }

    /// The height of every point in steps of about a pixel: cloth 0, field 0.35, rim and motif 1.
    private static Plane relief() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var g = Fur.smooth(image.createGraphics());
        for (var coin : COINS) {
            var own = (Graphics2D) g.create();
            own.translate(coin[0], coin[1]);
            own.rotate(Math.toRadians(coin[3]));
            own.scale(coin[2] / 100, coin[2] / 100);
            strike(own, (int) coin[4]);
            own.dispose();
        }
        g.dispose();
        var raster = image.getRaster();
        return Plane.of(WIDTH, HEIGHT, (x, y) -> raster.getSample(x, y, 0) / 255.0);
    }

    /// Draws the heights of a coin of radius 100.
    private static void strike(Graphics2D g, int motif) {
        g.setColor(new Color(220, 220, 220));
        g.fill(disc(0, 0, 100));
        g.setColor(new Color(255, 255, 255));
        g.fill(disc(0, 0, 95));
        g.setColor(new Color(70, 70, 70));
        g.fill(disc(0, 0, 86));
        g.setColor(new Color(200, 200, 200));
        int beads = 36;
        for (int i = 0; i < beads; i++) {
            double angle = 2 * Math.PI * i / beads;
            g.fill(disc(78 * StrictMath.cos(angle), 78 * StrictMath.sin(angle), 3.6));
        }
        g.setColor(new Color(235, 235, 235));
        g.fill(motif(motif));
    }

    private static Shape motif(int motif) {
        return switch (motif) {
            case 0 -> star(5, 62, 26);
            case 1 -> catHead();
            case 2 -> twig();
            case 3 -> rings();
            default -> sun();
        };
    }

    private static Path2D star(int points, double outer, double inner) {
        var star = new Path2D.Double();
        for (int i = 0; i < 2 * points; i++) {
            double angle = Math.PI * i / points - Math.PI / 2;
            double r = i % 2 == 0 ? outer : inner;
            if (i == 0) {
                star.moveTo(r * StrictMath.cos(angle), r * StrictMath.sin(angle));
            } else {
                star.lineTo(r * StrictMath.cos(angle), r * StrictMath.sin(angle));
            }
        }
        star.closePath();
        return star;
    }

    private static Shape catHead() {
        var head = new Area(Brush.outline(0, -28, 36, -20, 50, 14, 34, 42, 0, 52, -34, 42, -50, 14, -36, -20));
        var ear = new Path2D.Double();
        ear.moveTo(8, -26);
        ear.lineTo(44, -62);
        ear.lineTo(50, 4);
        ear.closePath();
        head.add(new Area(Fur.mirrored(ear)));
        head.subtract(new Area(Fur.mirrored(new Ellipse2D.Double(13, -4, 17, 20))));
        head.subtract(new Area(Brush.outline(-9, 22, 9, 22, 0, 32)));
        return head;
    }

    private static Shape twig() {
        var twig = new Area(Brush.stroke(Brush.line(-6, 64, 4, 20, 0, -30), 4, 0, 2));
        for (int i = 0; i < 4; i++) {
            double y = 42 - 24.0 * i;
            var leaf = Brush.stroke(Brush.line(2, y, 26, y - 14, 48 - 5.0 * i, y - 34), 0.5, 9, 0.5);
            twig.add(new Area(Fur.mirrored(leaf)));
        }
        twig.add(new Area(Brush.stroke(Brush.line(0, -30, 0, -46, 0, -66), 0.5, 9, 0.5)));
        return twig;
    }

    private static Shape rings() {
        var rings = new Area(disc(0, 0, 60));
        rings.subtract(new Area(disc(0, 0, 48)));
        rings.add(new Area(star(4, 44, 15)));
        return rings;
    }

    private static Shape sun() {
        var sun = new Area(disc(0, 0, 28));
        var stroke = new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        for (int i = 0; i < 12; i++) {
            double c = StrictMath.cos(Math.PI * i / 6);
            double s = StrictMath.sin(Math.PI * i / 6);
            double to = i % 2 == 0 ? 64 : 52;
            sun.add(new Area(stroke.createStrokedShape(Brush.line(38 * c, 38 * s, to * c, to * s))));
        }
        return sun;
    }

    private static Ellipse2D disc(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }
}
