package hadamask.segment.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.Pictures;
import hadamask.segment.refine.NaiveMorphology;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProductTest {
    private static final Background TRANSPARENT = new Background.Transparent();
    private static final List<Background> BACKGROUNDS = List.of(Background.BLACK, new Background.Color(255, 255, 255),
            new Background.Color(51, 102, 153), TRANSPARENT, new Background.Translucent(51, 102, 153, 85),
            new Background.Translucent(7, 7, 7, 254));

    private static List<Layout> layouts(int bits) {
        return bits == 8
                ? List.of(Layout.GRAY, Layout.GRAY_ALPHA, Layout.BGR, Layout.ABGR)
                : List.of(Layout.GRAY, Layout.GRAY_ALPHA, Layout.RGB, Layout.RGBA);
    }

    @Test
    void theExampleOfTheDocumentation() {
        Image image = Pictures.of(3, 2, Layout.GRAY, 8, 10, 20, 30, 40, 50, 60);
        assertEquals(Pictures.of(3, 2, Layout.GRAY, 8, 10, 0, 30, 0, 0, 60),
                Product.of(image, Pictures.mask(3, 1, 0, 1, 0, 0, 1), Background.BLACK));
    }

    @Test
    void keptPixelsAreBitIdenticalAndAllOthersAreBackground() {
        Random random = new Random(1);
        for (int bits : new int[]{8, 16}) {
            for (Layout layout : layouts(bits)) {
                for (Background background : BACKGROUNDS) {
                    Image image = Pictures.random(random, 13, 600, layout, bits);
                    Mask mask = NaiveMorphology.random(random, 13, 600);
                    assertProduct(image, mask, background, Product.of(image, mask, background));
                }
            }
        }
    }

    private static void assertProduct(Image image, Mask mask, Background background, Image product) {
        Layout from = image.layout();
        Layout to = product.layout();
        assertEquals(image.bitDepth(), product.bitDepth());
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                boolean kept = mask.contains(x, y);
                int alpha = kept && from.hasAlpha() ? image.sample(x, y, from.alpha()) : image.maxSample();
                int[] expected = kept
                        ? new int[]{image.sample(x, y, from.red()), image.sample(x, y, from.green()),
                            image.sample(x, y, from.blue()), alpha}
                        : outside(background, image.maxSample());
                assertEquals(expected[0], product.sample(x, y, to.red()));
                assertEquals(expected[1], product.sample(x, y, to.green()));
                assertEquals(expected[2], product.sample(x, y, to.blue()));
                if (to.hasAlpha()) {
                    assertEquals(expected[3], product.sample(x, y, to.alpha()));
                }
            }
        }
    }

    private static int[] outside(Background background, int max) {
        return switch (background) {
            case Background.Transparent none -> new int[4];
            case Background.Color(int red, int green, int blue) -> new int[]{red * max / 255, green * max / 255,
                blue * max / 255, max};
            case Background.Translucent(int red, int green, int blue, int alpha) -> new int[]{red * max / 255,
                green * max / 255, blue * max / 255, alpha * max / 255};
            case Background.Picture picture -> throw new IllegalArgumentException(picture.toString());
        };
    }

    @Test
    void theLayoutGrowsOnlyWhereTheBackgroundNeedsIt() {
        Random random = new Random(2);
        for (int bits : new int[]{8, 16}) {
            for (Layout layout : layouts(bits)) {
                Image image = Pictures.random(random, 3, 2, layout, bits);
                Mask mask = Pictures.mask(3, 1, 0, 1, 0, 0, 1);
                assertEquals(layout, Product.of(image, mask, Background.BLACK).layout());
                assertEquals(true, Product.of(image, mask, new Background.Color(1, 2, 3)).layout().isColor());
                assertEquals(layout.hasAlpha(),
                        Product.of(image, mask, new Background.Color(1, 2, 3)).layout().hasAlpha());
                assertEquals(true, Product.of(image, mask, TRANSPARENT).layout().hasAlpha());
                assertEquals(layout.isColor(), Product.of(image, mask, TRANSPARENT).layout().isColor());
            }
        }
    }

    @Test
    void theImageIsLeftAloneUnlessItIsGivenUp() {
        Image image = Pictures.of(2, 1, Layout.GRAY, 8, 10, 20);
        Mask mask = Pictures.mask(2, 1, 0);
        assertNotSame(image, Product.of(image, mask, Background.BLACK));
        assertEquals(20, image.sample(1, 0, 0));
        assertSame(image, Product.inPlace(image, mask, Background.BLACK));
        assertEquals(0, image.sample(1, 0, 0));
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        Image image = Pictures.of(2, 1, Layout.GRAY, 8, 10, 20);
        assertThrows(IllegalArgumentException.class,
                () -> Product.of(image, Pictures.mask(1, 1, 0), Background.BLACK));
    }
}
