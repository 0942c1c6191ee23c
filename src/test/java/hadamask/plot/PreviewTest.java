package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.Segmentation;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Holes;
import hadamask.segment.refine.Refinement;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private static final SegmentationOptions SHARP = SegmentationOptions.DEFAULT
            .withRefinement(new Refinement(Holes.ALL, Closing.NONE, 0, false));

    /// A bright block with a hole on a dark ground, transparent at the left when there is alpha.
    private static Segmentation block(int width, int height, Layout layout) {
        byte[] samples = new byte[width * height * layout.samples()];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i += layout.samples()) {
                boolean in = x >= width / 4 && x < width / 2 && y >= height / 4 && y < height / 2;
                boolean hole = x == width * 3 / 8 && y == height * 3 / 8;
                samples[i + layout.red()] = (byte) (in && !hole ? 200 : 20);
                samples[i + layout.green()] = (byte) (in && !hole ? 180 : 10);
                samples[i + layout.blue()] = (byte) (in && !hole ? 160 : 30);
                if (layout.hasAlpha()) {
                    samples[i + layout.alpha()] = (byte) (x == 0 ? 0 : 255);
                }
            }
        }
        return Segmenter.of(SHARP).segment(Image.of8Bit(width, height, layout, samples, Attributes.NONE));
    }

    private static void assertSize(int width, int height, Image image) {
        assertEquals(width + " x " + height, image.width() + " x " + image.height());
    }

    @Test
    void picturesAreReducedByWholeNumbers() {
        Preview preview = Preview.of(block(2200, 1201, Layout.BGR));
        assertSize(367, 201, preview.card());
        assertSize(1100, 601, preview.original());
        assertSize(1100, 601, preview.mask());
        assertSize(367, 201, preview.gray());
        assertSize(3 * 367, 201, preview.stages());
    }

    @Test
    void eachPixelIsTheMeanOfASquare() {
        int[] argb = new Random(5).ints(11 * 7).map(color -> color | 0xFF000000).toArray();
        BoxAverage small = BoxAverage.of(11, 7, (y, row) -> System.arraycopy(argb, y * 11, row, 0, 11), 3);
        assertEquals(4 * 3, small.argb().length);
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 4; x++) {
                double sum = 0;
                int area = 0;
                for (int i = 0; i < 9; i++) {
                    int sx = 3 * x + i % 3;
                    int sy = 3 * y + i / 3;
                    if (sx < 11 && sy < 7) {
                        sum += argb[sy * 11 + sx] >> 8 & 0xFF;
                        area++;
                    }
                }
                assertEquals(sum / area, small.argb()[4 * y + x] >> 8 & 0xFF, 0.501);
            }
        }
    }

    @Test
    void smallImagesStaySmall() {
        Preview preview = Preview.of(block(40, 30, Layout.BGR));
        assertSize(40, 30, preview.card());
        assertSize(40, 30, preview.original());
        assertSize(120, 30, preview.stages());
    }

    @Test
    void longStripsStayAPixelWide() {
        Preview preview = Preview.of(block(8000, 4, Layout.BGR));
        assertSize(334, 1, preview.card());
        assertSize(1000, 1, preview.mask());
    }

    @Test
    void theImageIsSeenAsItIs() {
        Segmentation stages = block(40, 32, Layout.BGR);
        Preview preview = Preview.of(stages);
        assertEquals(stages.image(), preview.original());
        assertEquals(stages.image(), preview.card());
        assertEquals((20 + 10 + 30) / 3, preview.gray().sample(0, 0, 0));
    }

    @Test
    void theMaskIsAlpha() {
        Segmentation stages = block(40, 32, Layout.BGR);
        Image mask = Preview.of(stages).mask();
        assertEquals(Layout.GRAY_ALPHA, mask.layout());
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 40; x++) {
                assertEquals(stages.mask().contains(x, y) ? 255 : 0, mask.sample(x, y, 1));
            }
        }
    }

    @Test
    void transparentImagesStayTransparent() {
        Image original = Preview.of(block(40, 32, Layout.ABGR)).original();
        assertEquals(0, original.sample(0, 5, Layout.ABGR.alpha()));
        assertEquals(255, original.sample(1, 5, Layout.ABGR.alpha()));
        assertEquals(20, original.sample(1, 5, Layout.ABGR.red()));
    }

    @Test
    void theStagesShowWhatChanged() {
        Preview preview = Preview.of(block(40, 32, Layout.BGR));
        Image stages = preview.stages();
        int hole = 40 + 15; // in the second of the three
        assertEquals(StagePixels.FILLED.getRed(), stages.sample(hole, 12, stages.layout().red()), 8);
        assertEquals(StagePixels.OUT.getBlue(), stages.sample(40, 0, stages.layout().blue()), 8);
        assertEquals(255, stages.sample(2 * 40 + 15, 12, stages.layout().red()), 8);
        assertEquals(10 * 8 - 1, preview.stagePixels().getFirst());
        assertEquals(10 * 8, preview.stagePixels().get(1));
    }

    @Test
    void theHistogramCountsEveryPixel() {
        Preview preview = Preview.of(block(400, 320, Layout.BGR));
        assertEquals(64, preview.histogram().size());
        assertEquals(400 * 320, preview.histogram().stream().mapToLong(Long::longValue).sum());
        assertEquals(0, preview.histogram().getFirst());
    }
}
