package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.color.ReducedPicture;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Frames around photographs are seen, and what is no frame is left alone.
class PictureFrameTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;

    /// What the colour of a pixel is: red, green, blue from 0 to 255.
    private interface Paint {
        double[] at(int x, int y);
    }

    private static Image paint(int width, int height, Paint paint) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i += 3) {
                double[] color = paint.at(x, y);
                for (int c = 0; c < 3; c++) {
                    rgb[i + c] = (byte) (int) Math.max(0, Math.min(255, color[c]));
                }
            }
        }
        return Image.of8Bit(width, height, Layout.RGB, rgb, Attributes.NONE);
    }

    /// A red disc on a green ground, both noisy.
    private static Paint scene(int width, int height) {
        Random random = new Random(3);
        return (x, y) -> {
            int noise = random.nextInt(50) - 25;
            return inDisc(x, y, width, height)
                    ? new double[]{170 + noise, 90 + noise, 80 + noise}
                    : new double[]{90 + noise, 125 + noise, 80 + noise};
        };
    }

    private static boolean inDisc(int x, int y, int width, int height) {
        return Math.hypot(x + 0.5 - 0.5 * width, y + 0.5 - 0.5 * height) < 0.25 * height;
    }

    /// How many pixels a place is away from the nearest side.
    private static int depth(int x, int y, int width, int height) {
        return Math.min(Math.min(x, y), Math.min(width - 1 - x, height - 1 - y));
    }

    private static Rectangle inside(Image image) {
        return PictureFrame.inside(ReducedPicture.of(image, 300), image.width(), image.height());
    }

    private static Image framed(int width, int height, int frame, double[] color) {
        Paint scene = scene(width, height);
        return paint(width, height, (x, y) -> depth(x, y, width, height) < frame ? color : scene.at(x, y));
    }

    @Test
    void aPaintedFrameIsLeftOut() {
        for (int frame : new int[]{1, 5, 12}) {
            Rectangle inside = inside(framed(WIDTH, HEIGHT, frame, new double[]{250, 250, 250}));
            assertEquals(new Rectangle(frame, frame, WIDTH - 2 * frame, HEIGHT - 2 * frame), inside);
        }
    }

    @Test
    void theFrameOfALargePictureIsSeenInTheReducedOne() {
        Rectangle inside = inside(framed(1200, 900, 40, new double[]{20, 20, 60}));
        assertTrue(inside.x() >= 40 && inside.x() <= 48 && inside.y() >= 40 && inside.y() <= 48, inside.toString());
        assertTrue(inside.width() <= 1120 && inside.width() >= 1104, inside.toString());
    }

    @Test
    void aSoftFrameIsLeftOutAsFarAsItGoes() {
        Paint scene = scene(WIDTH, HEIGHT);
        Image image = paint(WIDTH, HEIGHT, (x, y) -> {
            double share = Math.min(1, Math.max(0, depth(x, y, WIDTH, HEIGHT) - 6) / 6.0);
            double[] color = scene.at(x, y);
            return new double[]{255 + share * (color[0] - 255), 255 + share * (color[1] - 255),
                255 + share * (color[2] - 255)};
        });
        Rectangle inside = inside(image);
        assertTrue(inside.x() >= 10 && inside.x() <= 16 && inside.y() >= 10 && inside.y() <= 16, inside.toString());
    }

    @Test
    void whatIsNoFrameIsLeftAlone() {
        Rectangle all = new Rectangle(0, 0, WIDTH, HEIGHT);
        Paint scene = scene(WIDTH, HEIGHT);
        assertEquals(all, inside(paint(WIDTH, HEIGHT, scene)), "noise");
        assertEquals(all, inside(paint(WIDTH, HEIGHT, (x, y) -> new double[]{200, 200, 200})), "one colour");
        assertEquals(all, inside(paint(WIDTH, HEIGHT,
                (x, y) -> x > 90 && x < 200 && y > 4 ? new double[]{160, 60, 40} : new double[]{255, 255, 255})),
                "a product on white, from the lower side to near the upper one");
        assertEquals(all, inside(paint(WIDTH, HEIGHT,
                (x, y) -> y < 12 ? new double[]{120, 160, 230} : scene.at(x, y))), "a strip of sky");
        assertEquals(all, inside(paint(WIDTH, HEIGHT,
                (x, y) -> depth(x, y, WIDTH, HEIGHT) < 40 ? new double[]{250, 250, 250} : scene.at(x, y))),
                "a picture on a wall");
        assertEquals(all, inside(paint(WIDTH, HEIGHT, (x, y) -> new double[]{y, y, y})), "a slow gradient");
    }

    @Test
    void tinyPicturesHaveNoFrame() {
        for (int[] size : new int[][]{{1, 1}, {1, 50}, {50, 1}, {3, 3}, {8, 8}}) {
            Image image = paint(size[0], size[1], (x, y) -> new double[]{x * 90, y * 90, 0});
            assertEquals(new Rectangle(0, 0, size[0], size[1]), inside(image), size[0] + " x " + size[1]);
        }
    }

    @Test
    void theObjectOfAFramedPictureIsFound() {
        Image image = framed(640, 480, 30, new double[]{255, 80, 220});
        GraphCutResult result = GraphCut.of(GraphCutOptions.DEFAULT).segment(image);
        Mask mask = result.mask();
        int both = 0;
        int any = 0;
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                boolean truth = inDisc(x, y, 640, 480);
                both += truth && mask.contains(x, y) ? 1 : 0;
                any += truth || mask.contains(x, y) ? 1 : 0;
            }
        }
        assertTrue(both > 0.95 * any, both + " of " + any);
        assertTrue(result.region().x() >= 30 && result.region().width() <= 580, result.region().toString());
    }

    @Test
    void hintsOnAFrameHold() {
        Image image = framed(640, 480, 30, new double[]{255, 80, 220});
        Hints hints = Hints.NONE.withPoints(List.of(new Hints.Point(5, 7)), List.of(new Hints.Point(320, 240)));
        Mask mask = GraphCut.of(GraphCutOptions.DEFAULT.withHints(hints)).segment(image).mask();
        assertTrue(mask.contains(5, 7));
        assertFalse(mask.contains(320, 240));
    }
}
