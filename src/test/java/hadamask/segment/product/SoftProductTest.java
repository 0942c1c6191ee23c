package hadamask.segment.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Threads;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.image.SoftMask;
import hadamask.segment.Pictures;
import hadamask.segment.edge.Edge;
import hadamask.segment.edge.SoftEdge;
import hadamask.segment.refine.NaiveMorphology;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftProductTest {
    private static final Background TRANSPARENT = new Background.Transparent();
    private static final List<Background> BACKGROUNDS = List.of(Background.BLACK, new Background.Color(255, 255, 255),
            new Background.Color(51, 102, 153), TRANSPARENT, new Background.Translucent(51, 102, 153, 85),
            new Background.Picture(Pictures.random(new Random(9), 31, 12, Layout.BGR, 8)),
            new Background.Picture(Pictures.random(new Random(9), 11, 42, Layout.GRAY, 16)),
            new Background.Picture(Pictures.random(new Random(9), 23, 19, Layout.ABGR, 8)));

    private static List<Image> pictures(Random random) {
        return List.of(Pictures.random(random, 23, 19, Layout.GRAY, 8),
                Pictures.random(random, 23, 19, Layout.GRAY_ALPHA, 8),
                Pictures.random(random, 23, 19, Layout.BGR, 8), Pictures.random(random, 23, 19, Layout.ABGR, 8),
                Pictures.random(random, 23, 19, Layout.GRAY, 16),
                Pictures.random(random, 23, 19, Layout.GRAY_ALPHA, 16),
                Pictures.random(random, 23, 19, Layout.RGB, 16), Pictures.random(random, 23, 19, Layout.RGBA, 16));
    }

    private static Image copy(Image image) {
        return image.crop(new Rectangle(0, 0, image.width(), image.height()));
    }

    private static Image soft(Image image, SoftMask mask, Background background, double attenuation) {
        return SoftProduct.inPlace(copy(image), mask, background, attenuation);
    }

    private static SoftMask weights(Random random, int bits) {
        return new SoftMask(Pictures.random(random, 23, 19, Layout.GRAY, bits));
    }

    @Test
    void theExampleOfTheDocumentation() {
        SoftMask mask = new SoftMask(Pictures.of(3, 1, Layout.GRAY, 16, 65535, 32768, 0));
        assertEquals(Pictures.of(3, 1, Layout.GRAY, 8, 10, 10, 0),
                soft(Pictures.of(3, 1, Layout.GRAY, 8, 10, 20, 30), mask, Background.BLACK, 0));
    }

    @Test
    void aMaskOfZerosAndOnesGivesTheHardProductBitForBit() {
        Random random = new Random(1);
        for (Image image : pictures(random)) {
            Mask mask = NaiveMorphology.random(random, 23, 19);
            for (Background background : BACKGROUNDS) {
                Image hard = Product.of(image, mask, background);
                assertEquals(hard, soft(image, SoftMask.of(mask), background, 0));
                assertEquals(hard, new ProductOptions(background, null, new Edge(Edge.Kind.FEATHER, 1), 0)
                        .product(copy(image), mask, true));
            }
        }
    }

    @Test
    void anAttenuationToOneIsTheImage() {
        Random random = new Random(2);
        for (Image image : pictures(random)) {
            for (Background background : BACKGROUNDS) {
                Image product = soft(image, weights(random, 8), background, 1);
                assertEquals(LayoutChange.to(product.layout(), image), product);
                assertEquals(product, new ProductOptions(background, null, Edge.HARD, 1)
                        .product(copy(image), NaiveMorphology.random(random, 23, 19), true));
            }
        }
    }

    @Test
    void onBlackASampleIsMultipliedByItsWeight() {
        Random random = new Random(3);
        for (int bits : new int[]{8, 16}) {
            for (int depth : new int[]{8, 16}) {
                Image image = Pictures.random(random, 23, 19, Layout.GRAY, depth);
                SoftMask mask = weights(random, bits);
                for (double attenuation : new double[]{0, 0.3}) {
                    Image product = soft(image, mask, Background.BLACK, attenuation);
                    assertEquals(depth, product.bitDepth());
                    for (int i = 0; i < 23 * 19; i++) {
                        double weight = attenuation
                                + (1 - attenuation) * mask.sample(i % 23, i / 23) / mask.one();
                        double step = attenuation == 0 ? 0 : product.maxSample() / 131070.0; // of 65535 shares
                        assertEquals(weight * image.sample(i % 23, i / 23, 0), product.sample(i % 23, i / 23, 0),
                                0.5 + step + 1e-9);
                    }
                }
            }
        }
    }

    @Test
    void onNothingAlphaIsMultipliedAndColoursStay() {
        Random random = new Random(4);
        for (Image image : pictures(random)) {
            SoftMask mask = weights(random, image.bitDepth());
            Image product = soft(image, mask, TRANSPARENT, 0);
            Layout from = image.layout();
            Layout to = product.layout();
            for (int y = 0; y < 19; y++) {
                for (int x = 0; x < 23; x++) {
                    long weight = mask.sample(x, y);
                    int alpha = from.hasAlpha() ? image.sample(x, y, from.alpha()) : image.maxSample();
                    assertEquals(Math.round((double) weight * alpha / mask.one()), product.sample(x, y, to.alpha()));
                    assertEquals(weight == 0 ? 0 : image.sample(x, y, from.green()),
                            product.sample(x, y, to.green()));
                }
            }
        }
    }

    @Test
    void aColourIsMixedByTheAlphaOfTheImageToo() {
        Image image = Pictures.of(1, 1, Layout.GRAY_ALPHA, 8, 200, 100);
        SoftMask half = new SoftMask(Pictures.of(1, 1, Layout.GRAY, 8, 51)); // a fifth
        // 0.2 of (200, alpha 100/255) over 0.8 of opaque white: alpha 0.2 * 100 + 0.8 * 255, colours by alpha
        assertEquals(Pictures.of(1, 1, Layout.GRAY_ALPHA, 8, 250, 224),
                soft(image, half, new Background.Color(255, 255, 255), 0));
    }

    @Test
    void moreWeightOrMoreLightIsNeverDarker() {
        for (int bits : new int[]{8, 16}) {
            int levels = 1 << bits;
            int[] ramp = new int[levels];
            for (int i = 0; i < levels; i++) {
                ramp[i] = i;
            }
            SoftMask mask = new SoftMask(Pictures.of(256, levels / 256, Layout.GRAY, bits, ramp));
            Image image = Pictures.of(256, levels / 256, Layout.GRAY, bits,
                    new Random(5).ints(levels, levels - 56, levels - 55).toArray());
            Image last = null;
            for (double attenuation : new double[]{0, 0.25, 0.7, 1}) {
                Image product = soft(image, mask, Background.BLACK, attenuation);
                for (int i = 1; i < levels; i++) {
                    int sample = product.sample(i % 256, i / 256, 0);
                    assertTrue(sample >= product.sample((i - 1) % 256, (i - 1) / 256, 0));
                    assertTrue(last == null || sample >= last.sample(i % 256, i / 256, 0));
                }
                last = product;
            }
        }
    }

    @Test
    void theNumberOfThreadsDoesNotCount() {
        Image image = Pictures.random(new Random(6), 20, 2000, Layout.BGR, 8);
        SoftMask mask = new SoftMask(Pictures.random(new Random(7), 20, 2000, Layout.GRAY, 8));
        assertEquals(Threads.by(1, () -> soft(image, mask, Background.BLACK, 0.2)),
                Threads.by(5, () -> soft(image, mask, Background.BLACK, 0.2)));
    }

    @Test
    void croppingKeepsAllThatHasWeight() {
        Image image = Pictures.random(new Random(8), 5, 1, Layout.GRAY, 8);
        SoftMask mask = new SoftMask(Pictures.of(5, 1, Layout.GRAY, 8, 0, 1, 255, 0, 0));
        Image product = new ProductOptions(Background.BLACK, 0L, Edge.HARD, 0)
                .product(copy(image), SoftEdge.of(mask), true);
        assertEquals(2, product.width());
        assertEquals(image.sample(2, 0, 0), product.sample(1, 0, 0));
    }

    @Test
    void sizesAndSharesOutOfRangeAreRefused() {
        Image image = Pictures.of(2, 1, Layout.GRAY, 8, 1, 2);
        SoftMask mask = new SoftMask(Pictures.of(1, 1, Layout.GRAY, 8, 1));
        assertThrows(IllegalArgumentException.class, () -> soft(image, mask, Background.BLACK, 0));
        for (double share : new double[]{-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> soft(image, new SoftMask(image), TRANSPARENT, share));
            assertThrows(IllegalArgumentException.class,
                    () -> new ProductOptions(TRANSPARENT, null, Edge.HARD, share));
        }
        assertThrows(IllegalArgumentException.class,
                () -> new SoftMask(Pictures.of(1, 1, Layout.GRAY_ALPHA, 8, 1, 2)));
    }

    @Test
    void whatShinesThroughTheBackgroundShinesThroughTheMixture() {
        Image image = Pictures.of(1, 1, Layout.GRAY, 8, 200);
        SoftMask half = new SoftMask(Pictures.of(1, 1, Layout.GRAY, 8, 51)); // a fifth
        // 0.2 of opaque 200 over 0.8 of 100 with alpha 51: alpha 0.2 * 255 + 0.8 * 51, colours by alpha
        assertEquals(Pictures.of(1, 1, Layout.GRAY_ALPHA, 8, 156, 92),
                soft(image, half, new Background.Translucent(100, 100, 100, 51), 0));
    }

    @Test
    void anImageWithAlphaIsLaidOnThePictureWhereTheFormatHasNone() {
        Image image = Pictures.of(2, 1, Layout.GRAY_ALPHA, 8, 200, 51, 200, 255);
        Image behind = Pictures.of(2, 1, Layout.GRAY, 8, 100, 100);
        ProductOptions options = new ProductOptions(new Background.Picture(behind), null, Edge.HARD, 0);
        assertEquals(Pictures.of(2, 1, Layout.GRAY, 8, 120, 200),
                options.product(image, Pictures.mask(2, 1, 1), false));
    }
}
