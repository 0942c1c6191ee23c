package hadamask.samples;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Paints parts of an animal, back to front, each as a lit body covered with thousands of fine hairs.
final class Fur {
    private static final double LIGHT_X = -0.55;
    private static final double LIGHT_Y = -0.83;

    private final BufferedImage layer;
    private final RandomGenerator random;
    private final Noise clumps = new Noise(71);

    Fur(BufferedImage layer, RandomGenerator random) {
        this.layer = layer;
        this.random = random;
    }

    /// The way the hairs lie at `(x, y)`; the length of the vector scales the length of the hairs.
    interface Lie {
        Point2D at(double x, double y);
    }

    /// How a part is made: `roundness` is the radius in pixels over which it bends away from the viewer,
    /// `length` that of its hairs, `shadow` the darkness in [0, 1] that it casts on the parts behind it.
    record Coat(int roundness, double length, double shadow) {}

    /// Paints one part with the colours that `pattern` draws.
    void paint(Shape shape, Coat coat, Lie lie, Consumer<Graphics2D> pattern) {
        int width = layer.getWidth();
        int height = layer.getHeight();
        var inside = Plane.coverage(width, height, shape);
        castShadow(inside, coat.shadow());
        var light = light(inside, coat.roundness());
        var colours = draw(pattern);
        underpaint(inside, light, colours);

        var bounds = shape.getBounds();
        var g = smooth(layer.createGraphics());
        long hairs = (long) bounds.width * bounds.height;
        for (long i = 0; i < hairs; i++) {
            double x = bounds.x + random.nextDouble() * bounds.width;
            double y = bounds.y + random.nextDouble() * bounds.height;
            double pick = random.nextDouble();
            if (pick < 0.34 && inside.at(x, y) > 0.9) {
                hair(g, x, y, coat.length(), lie, light, colours);
            }
        }
        g.dispose();
    }

    private void hair(Graphics2D g, double x, double y, double mean, Lie lie, Plane light, BufferedImage colours) {
        var way = lie.at(x, y);
        double reach = StrictMath.hypot(way.getX(), way.getY());
        double clump = clumps.fractal(x / 16, y / 16, 3);
        double angle = StrictMath.atan2(way.getY(), way.getX()) + 0.16 * random.nextGaussian() + 0.8 * clump;
        double length = mean * reach * (0.65 + 0.7 * random.nextDouble());
        double bend = 0.22 * random.nextGaussian();
        double half = 0.45 + 0.5 * random.nextDouble();
        double ux = StrictMath.cos(angle);
        double uy = StrictMath.sin(angle);
        double tipX = x + length * StrictMath.cos(angle + bend);
        double tipY = y + length * StrictMath.sin(angle + bend);
        double midX = x + 0.5 * length * ux;
        double midY = y + 0.5 * length * uy;
        var blade = new Path2D.Double();
        blade.moveTo(x - uy * half, y + ux * half);
        blade.quadTo(midX - uy * half, midY + ux * half, tipX, tipY);
        blade.quadTo(midX + uy * half, midY - ux * half, x + uy * half, y - ux * half);
        blade.closePath();

        double gloss = 1 + 0.085 * random.nextGaussian() + 0.16 * clump;
        g.setColor(colourAt(colours, x, y).times(light.at(x, y) * gloss).color(0.55 + 0.4 * random.nextDouble()));
        g.fill(blade);
    }

    /// Lambert's law on a body whose height is the blurred shape: bright towards the upper left, dark away from it,
    /// once for the bend at its edge and once for its whole volume.
    private static Plane light(Plane inside, int roundness) {
        var edge = inside.blurred(roundness);
        var volume = inside.blurred(3 * roundness);
        return Plane.of(inside.width, inside.height, (x, y) -> {
            double near = facing(edge, x, y) * roundness;
            double far = facing(volume, x, y) * 3 * roundness;
            double depth = Math.clamp(2 * edge.get(x, y) - 1, -0.2, 1.0);
            return Math.clamp(0.90 + 0.13 * depth + 0.42 * near + 0.42 * far, 0.70, 1.26);
        });
    }

    private static double facing(Plane height, int x, int y) {
        return -(height.slopeX(x, y) * LIGHT_X + height.slopeY(x, y) * LIGHT_Y);
    }

    private void underpaint(Plane inside, Plane light, BufferedImage colours) {
        for (int y = 0; y < inside.height; y++) {
            for (int x = 0; x < inside.width; x++) {
                double share = inside.get(x, y);
                if (share > 0) {
                    int old = layer.getRGB(x, y);
                    double below = (old >>> 24) / 255.0 * (1 - share);
                    double alpha = share + below;
                    var own = colourAt(colours, x, y).times(0.86 * light.get(x, y));
                    int rgb = Tone.of(old).mix(own, share / alpha).rgb();
                    layer.setRGB(x, y, (Tone.byteOf(255 * alpha) << 24) | rgb);
                }
            }
        }
    }

    private void castShadow(Plane inside, double darkness) {
        var soft = inside.blurred(7);
        for (int y = 0; y < soft.height; y++) {
            for (int x = 0; x < soft.width; x++) {
                double share = soft.at(x - 4, y - 9) * darkness;
                int old = layer.getRGB(x, y);
                if (share > 0.004 && old >>> 24 != 0) {
                    layer.setRGB(x, y, (old & 0xFF000000) | Tone.of(old).times(1 - share).rgb());
                }
            }
        }
    }

    private BufferedImage draw(Consumer<Graphics2D> pattern) {
        var image = new BufferedImage(layer.getWidth(), layer.getHeight(), BufferedImage.TYPE_INT_RGB);
        var g = smooth(image.createGraphics());
        pattern.accept(g);
        g.dispose();
        return image;
    }

    /// The pattern near a position: a hair's root may sit a few pixels off, which frays the edges of stripes.
    private Tone colourAt(BufferedImage colours, double x, double y) {
        int px = Math.clamp(Math.round(x + 2.2 * random.nextGaussian()), 0, colours.getWidth() - 1);
        int py = Math.clamp(Math.round(y + 2.2 * random.nextGaussian()), 0, colours.getHeight() - 1);
        return Tone.of(colours.getRGB(px, py));
    }

    /// Turns on smooth edges and exact positions.
    static Graphics2D smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    /// The shape and its reflection at the vertical line `x = 0`.
    static Path2D mirrored(Shape shape) {
        var both = new Path2D.Double(shape);
        both.append(AffineTransform.getScaleInstance(-1, 1).createTransformedShape(shape), false);
        return both;
    }
}
