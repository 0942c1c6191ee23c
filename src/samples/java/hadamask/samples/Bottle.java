package hadamask.samples;

import java.awt.geom.Area;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// `product.png`: a bottle with a bright label and a highlight on a light sweep, its shadow beside it: what a shop shows.
final class Bottle {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 800;

    private static final Tone SWEEP = Tone.of(0xF0F0EE);
    private static final Tone LABEL = Tone.of(0xF4EFE2);
    private static final Tone PRINT = Tone.of(0x7A2030);
    private static final Tone[] GLASS = {Tone.of(0x2E5A3C), Tone.of(0x6A3A1C), Tone.of(0x28406E), Tone.of(0x8C2430),
        Tone.of(0x4A4A50), Tone.of(0x8A6A20)};

    private Bottle() {
    }

    /// @param variation chooses the glass, the depth of the shadow and every seed
    static void write(Path folder, int variation) throws IOException {
        var random = new SplittableRandom(2_020 + variation);
        var inside = Plane.coverage(WIDTH, HEIGHT, outline());
        var label = Plane.coverage(WIDTH, HEIGHT, new RoundRectangle2D.Double(213, 430, 174, 190, 8, 8));
        var print = Plane.coverage(WIDTH, HEIGHT, Glyphs.text("ground", 232, 520, 3.2, 4.0));
        var highlight = Plane.coverage(WIDTH, HEIGHT, new RoundRectangle2D.Double(232, 330, 12, 380, 12, 12))
                .blurred(3);
        var shadow = inside.blurred(12);
        var noise = new Noise(3_030 + variation);
        var glass = GLASS[Math.floorMod(variation, GLASS.length)];
        var photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double lit = 1.04 - 0.12 * y / HEIGHT - 0.05 * x / WIDTH + 0.01 * noise.fractal(x / 90.0, y / 90.0, 3);
                double dark = (0.12 + 0.05 * variation) * shadow.at(x - 22, y - 8);
                var ground = SWEEP.times(lit * (1 - dark));
                double round = Math.abs(x - 300) / 110.0;
                var body = glass.times(1.25 - 0.55 * round * round + 0.05 * noise.fractal(x / 40.0, y / 40.0, 2));
                body = body.mix(LABEL.times(1.02 - 0.2 * round * round), label.get(x, y));
                body = body.mix(PRINT, print.get(x, y) * label.get(x, y)).mix(SWEEP, 0.8 * highlight.get(x, y));
                photo.setRGB(x, y, ground.mix(body, inside.get(x, y)).plus(1.5 * random.nextGaussian()).rgb());
            }
        }
        Pictures.writePng(photo, folder.resolve("product.png"));
        Pictures.writeTruth(folder, "product", WIDTH, HEIGHT, (x, y) -> inside.get(x, y) >= 0.5);
    }

    private static Area outline() {
        var outline = new Area(new RoundRectangle2D.Double(200, 290, 200, 430, 60, 60));
        outline.add(new Area(Brush.roundOutline(300, 210, 400, 330, 300, 420, 200, 330)));
        outline.add(new Area(new RoundRectangle2D.Double(268, 110, 64, 220, 14, 14)));
        return outline;
    }
}
