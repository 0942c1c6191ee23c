package hadamask.samples;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// `page.png`: a page of writing on paper that is lit from one side, 8-bit grey.
///
/// The letters have holes and lie close together: a picture for a run without hole filling and closing.
final class Page {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 520;
    private static final double UNIT = 3.3;
    private static final double PEN = 4.0;

    private static final List<String> LINES = List.of(
            "A mask times a picture, sample by",
            "sample. The product keeps what is",
            "one and drops what is zero. The eye",
            "then rests on the shape that we cut",
            "out of the ground.");

    private Page() {
    }

    static void write(Path folder) throws IOException {
        write(folder, 0);
    }

    /// Another picture of the same kind.
    ///
    /// @param variation 0 for the sample itself; it shifts every seed
    static void write(Path folder, int variation) throws IOException {
        var random = new SplittableRandom(1_909 + variation);
        var writing = Plane.coverage(WIDTH, HEIGHT, writing());
        var bled = writing.blurred(1);
        var paper = new Noise(88 + variation);
        var photo = Plane.of(WIDTH, HEIGHT, (x, y) -> {
            double fibre = 5 * paper.fractal(x / 5.0, y / 3.0, 3) + 8 * paper.fractal(x / 120.0, y / 90.0, 3);
            double right = (double) x / WIDTH;
            double down = (double) y / HEIGHT;
            double lit = 236 - (42 + 6 * variation) * StrictMath.pow(right, 1.5) - 26 * down * down + fibre;
            double ink = 44 + 22 * paper.fractal(x / 6.0, y / 6.0, 3);
            double covered = Math.clamp(0.75 * writing.get(x, y) + 0.45 * bled.get(x, y), 0.0, 1.0);
            return lit + (ink - lit) * covered + 1.2 * random.nextGaussian();
        });
        Pictures.writePng(Pictures.grey(photo), folder.resolve("page.png"));
        Pictures.writeTruth(folder, "page", WIDTH, HEIGHT, (x, y) -> writing.get(x, y) >= 0.5);
    }

    /// All lines, as a hand writes them: each a little off the one before, the page turned by half a degree.
    private static Path2D writing() {
        var page = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int row = 0; row < 10; row++) {
            var line = LINES.get(row % LINES.size());
            page.append(Glyphs.text(line, 52 + 2 * StrictMath.sin(row * 2.3), 74 + 44.0 * row, UNIT, PEN), false);
        }
        page.transform(AffineTransform.getRotateInstance(Math.toRadians(-0.5), WIDTH / 2.0, HEIGHT / 2.0));
        return page;
    }
}
