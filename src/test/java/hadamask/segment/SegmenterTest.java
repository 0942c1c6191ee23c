package hadamask.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import hadamask.Threads;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Holes;
import hadamask.segment.refine.Refinement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    /// Blobs in noise, tall enough for many bands.
    private static Image blobs(int width, int height) {
        Random random = new Random(7);
        int[] samples = new int[3 * width * height];
        for (int i = 0; i < samples.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            boolean in = Math.sin(x * 0.11) * Math.cos(y * 0.07) > 0.2;
            samples[i] = (in ? 140 : 70) + random.nextInt(60);
        }
        return Pictures.of(width, height, Layout.BGR, 8, samples);
    }

    private static Segmentation by(int threads, Image image, SegmentationOptions options) {
        return Threads.by(threads, () -> Segmenter.of(options).segment(image));
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        Image image = blobs(120, 1700);
        SegmentationOptions options = SegmentationOptions.DEFAULT
                .withRefinement(new Refinement(new Holes(50), new Closing(5, 2, Closing.Border.EXTEND), 30, false));
        Segmentation one = by(1, image, options);
        for (int threads : List.of(2, 7)) {
            Segmentation many = by(threads, image, options);
            assertEquals(one.evidence(), many.evidence());
            assertEquals(one.foreground(), many.foreground());
            assertEquals(one.filled(), many.filled());
            assertEquals(one.closed(), many.closed());
            assertEquals(one.mask(), many.mask());
            Background white = new Background.Color(255, 255, 255);
            assertEquals(Product.of(image, one.mask(), white), Product.of(image, many.mask(), white));
        }
    }

    @Test
    void theStagesFollowEachOther() {
        Image image = blobs(90, 80);
        Segmentation s = Segmenter.of(SegmentationOptions.DEFAULT).segment(image);
        assertSame(image, s.image());
        assertEquals(s.filled(), Holes.ALL.fill(s.foreground()));
        assertEquals(s.closed(), Closing.DEFAULT.close(s.filled()));
        assertSame(s.closed(), s.mask());
        assertEquals(List.of("gray", "clusters", "foreground", "holes", "closing", "regions"),
                List.copyOf(s.seconds().keySet()));
    }

    @Test
    void invertingKeepsTheRest() {
        Image image = blobs(90, 80);
        SegmentationOptions plain = SegmentationOptions.DEFAULT.withRefinement(Refinement.NONE);
        SegmentationOptions inverted = plain.withInvert(true);
        Mask mask = Segmenter.of(plain).segment(image).mask();
        assertEquals(mask.inverted(), Segmenter.of(inverted).segment(image).mask());
    }

    @Test
    void brightAndDarkAreOpposites() {
        Image image = blobs(90, 80);
        SegmentationOptions plain = SegmentationOptions.DEFAULT.withRefinement(Refinement.NONE);
        GrayClustering method = GrayClustering.DEFAULT;
        assertEquals(Segmenter.of(plain.withMethod(method.with(new Foreground.Bright()))).segment(image).mask(),
                Segmenter.of(plain.withMethod(method.with(new Foreground.Dark()))).segment(image).mask().inverted());
    }

    @Test
    void regionsThatTouchAtACornerAreOne() {
        Image image = Pictures.of(3, 3, Layout.GRAY, 8, 200, 0, 0, 0, 200, 0, 0, 0, 0);
        Segmentation s = Segmenter.of(SegmentationOptions.DEFAULT.withRefinement(Refinement.NONE)).segment(image);
        assertEquals(1, s.regions());
        assertEquals(2, s.mask().count());
    }

    @Test
    void aSinglePixelCanBeCutByAThreshold() {
        Image image = Pictures.of(1, 1, Layout.GRAY, 8, 200);
        GrayClustering half = GrayClustering.DEFAULT.with(new Thresholding.Fixed(0.5));
        SegmentationOptions options = SegmentationOptions.DEFAULT;
        assertEquals(1,
                Segmenter.of(options.withMethod(half.with(new Foreground.Bright()))).segment(image).mask().count());
        assertEquals(0,
                Segmenter.of(options.withMethod(half.with(new Foreground.Dark()))).segment(image).mask().count());
    }
}
