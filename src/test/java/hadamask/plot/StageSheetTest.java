package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.Foreground;
import hadamask.segment.GrayClustering;
import hadamask.segment.GrayClusters;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Levels;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Holes;
import hadamask.segment.refine.Refinement;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class StageSheetTest {
    private static final SegmentationOptions BRIGHT = SegmentationOptions.DEFAULT
            .withMethod(GrayClustering.DEFAULT.with(new Foreground.Bright()))
            .withRefinement(new Refinement(Holes.ALL, new Closing(3, 1, Closing.Border.EXTEND), 0, false));

    private static Image noise(int width, int height, Layout layout, int bitDepth, Random random) {
        int n = width * height * layout.samples();
        if (bitDepth == 8) {
            byte[] samples = new byte[n];
            random.nextBytes(samples);
            return Image.of8Bit(width, height, layout, samples, Attributes.NONE);
        }
        short[] samples = new short[n];
        for (int i = 0; i < n; i++) {
            samples[i] = (short) random.nextInt();
        }
        return Image.of16Bit(width, height, layout, samples, Attributes.NONE);
    }

    private static Image sheet(Image image, SegmentationOptions options) {
        return StageSheet.draw("seeded", Segmenter.of(options).segment(image), options, Background.BLACK);
    }

    private static Rectangle picture(int place, Image image) {
        Dimension shown = AreaAverage.fitting(image.width(), image.height(), StageSheet.ROOM, StageSheet.MIN_SIDE);
        return StageSheet.pictureIn(StageSheet.room(place), shown);
    }

    private static int countOf(Color color, Image sheet, Rectangle area) {
        int n = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                boolean same = sheet.sample(x, y, 2) == color.getRed() && sheet.sample(x, y, 1) == color.getGreen()
                        && sheet.sample(x, y, 0) == color.getBlue();
                n += same ? 1 : 0;
            }
        }
        return n;
    }

    private static int difference(Mask before, Mask after) {
        return after.count() - before.count();
    }

    /// Holds a panel to a colour for each pixel of the image.
    ///
    /// @param image one that is shown larger by a whole number
    /// @param rgb the colour of (x, y)
    private static void assertPanel(String what, Image sheet, int place, Image image, IntBinaryOperator rgb) {
        Rectangle area = picture(place, image);
        int side = area.width / image.width();
        for (int y = 0; y < area.height; y++) {
            for (int x = 0; x < area.width; x++) {
                int shown = sheet.sample(area.x + x, area.y + y, 2) << 16
                        | sheet.sample(area.x + x, area.y + y, 1) << 8 | sheet.sample(area.x + x, area.y + y, 0);
                int expected = rgb.applyAsInt(x / side, y / side) & 0xFFFFFF;
                if (shown != expected) {
                    assertEquals(Integer.toHexString(expected), Integer.toHexString(shown),
                            what + ", panel " + place + ", pixel " + x / side + ", " + y / side);
                }
            }
        }
    }

    private static IntBinaryOperator colors(Image image) {
        int[][] rows = new int[image.height()][image.width()];
        for (int y = 0; y < rows.length; y++) {
            ImagePixels.of(image).row(y, rows[y]);
        }
        return (x, y) -> rows[y][x];
    }

    @Test
    void imagesOfEveryShapeKeepTheirMeanColour() {
        Random random = new Random(7);
        int[][] shapes = {{1, 1}, {2, 1}, {1, 70}, {63, 65}, {3000, 10}, {10, 3000}, {200, 300}, {437, 337}, {900, 7}};
        SegmentationOptions options = SegmentationOptions.DEFAULT
                .withMethod(GrayClustering.DEFAULT.with(new Thresholding.Fixed(0.5)));
        for (int[] shape : shapes) {
            Image image = noise(shape[0], shape[1], Layout.BGR, 8, random);
            Image sheet = sheet(image, options);
            for (int c = 0; c < 3; c++) {
                assertEquals(mean(image, new Rectangle(0, 0, shape[0], shape[1]), c),
                        mean(sheet, picture(0, image), c), 0.5, shape[0] + " x " + shape[1]);
            }
        }
    }

    @Test
    void everyLayoutAndDepthIsShownInItsColours() {
        Random random = new Random(8);
        for (Layout layout : Layout.values()) {
            for (int depth : new int[]{8, 16}) {
                Image image = opaque(noise(31, 17, layout, depth, random));
                assertPanel(layout + ", " + depth, sheet(image, SegmentationOptions.DEFAULT), 0, image, colors(image));
            }
        }
    }

    private static Image opaque(Image image) {
        Layout layout = image.layout();
        for (int at = layout.alpha(); layout.hasAlpha()
                && at < image.width() * image.height() * layout.samples(); at += layout
                        .samples()) {
            if (image.bitDepth() == 8) {
                image.bytes()[at] = -1;
            } else {
                image.shorts()[at] = -1;
            }
        }
        return image;
    }

    @Test
    void anyNumberOfClustersAndAnyGreyIsShownInItsColours() {
        Image image = noise(40, 30, Layout.BGR, 8, new Random(9));
        for (int k : new int[]{2, 3, 4, 6, 7, 9, 64}) {
            assertGreysAndClusters(image, SegmentationOptions.DEFAULT
                    .withMethod(GrayClustering.DEFAULT.with(new Thresholding.KMeans(k, 0))));
        }
        for (GrayScale scale : GrayScale.values()) {
            for (double threshold : new double[]{0, 0.001, 0.5, 1}) {
                assertGreysAndClusters(image,
                        new SegmentationOptions(
                                new GrayClustering(scale, new Thresholding.Fixed(threshold), new Foreground.Dark(),
                                        AlphaUse.WEIGHT),
                                new Refinement(new Holes(5), Closing.NONE, 20, true), true));
            }
        }
    }

    private static void assertGreysAndClusters(Image image, SegmentationOptions options) {
        Segmentation stages = Segmenter.of(options).segment(image);
        GrayClusters found = (GrayClusters) stages.evidence();
        Image sheet = StageSheet.draw("seeded", stages, options, Background.BLACK);
        int size = found.clusters().size();
        Levels levels = found.plane().of(image, PixelWeights.of(image, found.alpha()));
        double white = levels.maxLevel();
        assertPanel(options.toString(), sheet, 1, image,
                (x, y) -> (int) Math.round(255 * (levels.at(x, y) / white)) * 0x010101);
        assertPanel(options.toString(), sheet, 4, image,
                (x, y) -> ColorScale.of(found.clusters().of(levels.at(x, y)), size).getRGB());
        IntBinaryOperator colors = colors(image);
        assertPanel(options.toString(), sheet, 7, image,
                (x, y) -> stages.mask().values()[y * image.width() + x] != 0 ? colors.applyAsInt(x, y) : 0);
    }

    @Test
    void theSameStagesGiveTheSameSheet() {
        Image image = noise(500, 400, Layout.RGBA, 16, new Random(10));
        assertArrayEquals(sheet(image, SegmentationOptions.DEFAULT).bytes(),
                sheet(image, SegmentationOptions.DEFAULT).bytes());
    }

    @Test
    void everyFilledAndEveryClosedPixelIsTinted() {
        Image image = noise(43, 33, Layout.GRAY, 8, new Random(11)); // each pixel is shown as 10 x 10
        Segmentation stages = Segmenter.of(BRIGHT).segment(image);
        Image sheet = StageSheet.draw("seeded", stages, BRIGHT, Background.BLACK);
        int filled = difference(stages.foreground(), stages.filled());
        int closed = difference(stages.filled(), stages.closed());
        assertTrue(filled > 0 && closed > 0);
        assertEquals(100 * filled, countOf(StagePixels.FILLED, sheet, picture(5, image)));
        assertEquals(100 * closed, countOf(StagePixels.CLOSED, sheet, picture(6, image)));
        assertEquals(100 * stages.filled().count(), countOf(StagePixels.IN, sheet, picture(6, image)));
    }

    @Test
    void eachClusterHasItsShareOfThePanelOfClusters() {
        Image image = noise(20, 20, Layout.BGR, 8, new Random(12)); // each pixel is shown as 16 x 16
        SegmentationOptions options = SegmentationOptions.DEFAULT
                .withMethod(GrayClustering.DEFAULT.with(new Thresholding.KMeans(3, 0)));
        Segmentation stages = Segmenter.of(options).segment(image);
        Image sheet = StageSheet.draw("seeded", stages, options, Background.BLACK);
        for (int c = 0; c < 3; c++) {
            assertEquals(256 * ((GrayClusters) stages.evidence()).clusters().all().get(c).pixels(),
                    countOf(ColorScale.of(c, 3), sheet, picture(4, image)));
        }
    }

    @Test
    void theResultHasTheMeanColourOfTheProduct() {
        Image image = noise(1300, 900, Layout.BGR, 8, new Random(13));
        Segmentation stages = Segmenter.of(BRIGHT).segment(image);
        Background ground = new Background.Color(200, 30, 90);
        Image sheet = StageSheet.draw("seeded", stages, BRIGHT, ground);
        Image product = Product.of(image, stages.mask(), ground);
        for (int c = 0; c < 3; c++) {
            assertEquals(mean(product, new Rectangle(0, 0, 1300, 900), c), mean(sheet, picture(7, image), c), 0.1);
        }
    }

    private static double mean(Image image, Rectangle area, int sample) {
        long sum = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                sum += image.sample(x, y, sample);
            }
        }
        return sum / ((double) area.width * area.height);
    }

    @Test
    void aTransparentResultLiesOnACheckerboard() {
        Image image = noise(43, 33, Layout.BGR, 8, new Random(14));
        SegmentationOptions nothing = BRIGHT
                .withMethod(GrayClustering.DEFAULT.with(new Foreground.Bright()).with(new Thresholding.Fixed(1)));
        Segmentation stages = Segmenter.of(nothing).segment(image);
        Image sheet = StageSheet.draw("seeded", stages, nothing, new Background.Transparent());
        Rectangle area = picture(7, image);
        int white = countOf(Color.WHITE, sheet, area);
        assertEquals(area.width * area.height, white + countOf(SheetStyle.GRID, sheet, area));
        assertEquals(0.5, white / (double) (area.width * area.height), 0.05);
    }

    @Test
    void theHeadingIsOnTheSheet() {
        Image image = noise(9, 9, Layout.GRAY, 8, new Random(15));
        Segmentation stages = Segmenter.of(BRIGHT).segment(image);
        Image one = StageSheet.draw("one.png", stages, BRIGHT, Background.BLACK);
        Image other = StageSheet.draw("other.png", stages, BRIGHT, Background.BLACK);
        assertNotEquals(one, other);
    }
}
