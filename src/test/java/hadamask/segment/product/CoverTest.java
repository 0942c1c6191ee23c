package hadamask.segment.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.segment.Pictures;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A picture that covers a size.
class CoverTest {
    /// The picture behind everything: nothing is kept of the image.
    private static Image covered(Image picture, int width, int height, Layout layout, int bits) {
        Image blank = Pictures.of(width, height, layout, bits, new int[width * height * layout.samples()]);
        return Product.of(blank, new Mask(width, height, new byte[width * height]), new Background.Picture(picture));
    }

    /// Made by Pillow 9.4.0: `ImageOps.fit(picture, (width, height), method=Image.BILINEAR)`, which rounds between its two passes.
    @ParameterizedTest
    @CsvSource({"4, 4, 56 93 130 167 136 186 108 30 217 152 87 150 41 117 193 141", "3, 2, 90 128 129 124 138 135",
        "10, 3, 49 74 108 142 175 136 36 70 103 128 92 123 163 202 159 108 64 104 144 175 134 142 165 211 124 98 141 151 184 221",
        "2, 9, 103 119 119 127 162 147 194 160 149 117 104 74 114 109 131 155 138 172", "1, 1, 126"})
    void itIsWhatPillowMakes(int width, int height, String expected) {
        Image picture = Pictures.of(7, 4, Layout.GRAY, 8, IntStream.range(0, 28)
                .map(i -> (i % 7 * 37 + i / 7 * 61 + i % 7 * (i / 7) * 13) % 256).toArray());
        Image found = covered(picture, width, height, Layout.GRAY, 8);
        String[] samples = expected.split(" ", -1);
        assertEquals(width * height, samples.length);
        for (int i = 0; i < samples.length; i++) {
            assertEquals(Integer.parseInt(samples[i]), found.sample(i % width, i / width, 0), 1.0, "pixel " + i);
        }
    }

    @Test
    void atItsOwnSizeEverySampleIsKept() {
        Random random = new Random(1);
        for (Layout layout : new Layout[]{Layout.GRAY, Layout.BGR}) {
            Image picture = Pictures.random(random, 17, 11, layout, 8);
            assertEquals(picture, covered(picture, 17, 11, layout, 8));
            assertEquals(LayoutChange.to(Layout.BGR, picture), covered(picture, 17, 11, Layout.BGR, 8));
        }
        Image deep = Pictures.random(random, 17, 11, Layout.RGBA, 16);
        Image found = covered(deep, 17, 11, Layout.RGBA, 16);
        for (int i = 0; i < 17 * 11; i++) {
            assertEquals(deep.sample(i % 17, i / 17, 3), found.sample(i % 17, i / 17, 3));
        }
    }

    @Test
    void whatSticksOutIsCroppedEvenly() {
        Image wide = Pictures.of(6, 2, Layout.GRAY, 8, 9, 1, 2, 3, 4, 9, 9, 5, 6, 7, 8, 9);
        assertEquals(Pictures.of(4, 2, Layout.GRAY, 8, 1, 2, 3, 4, 5, 6, 7, 8), covered(wide, 4, 2, Layout.GRAY, 8));
        Image high = Pictures.of(1, 5, Layout.GRAY, 8, 9, 1, 2, 3, 9);
        assertEquals(Pictures.of(1, 3, Layout.GRAY, 8, 1, 2, 3), covered(high, 1, 3, Layout.GRAY, 8));
    }

    @Test
    void depthsAreThoseOfTheImage() {
        Image deep = Pictures.of(1, 1, Layout.GRAY, 16, 0x1234);
        assertEquals(0x12, covered(deep, 3, 2, Layout.GRAY, 8).sample(2, 1, 0));
        Image flat = Pictures.of(1, 1, Layout.GRAY, 8, 0x12);
        assertEquals(0x1212, covered(flat, 3, 2, Layout.GRAY, 16).sample(2, 1, 0));
    }

    @Test
    void coloursThatAreNotSeenDoNotBleed() {
        Image half = Pictures.of(2, 1, Layout.GRAY_ALPHA, 8, 100, 255, 255, 0);
        Image found = covered(half, 4, 2, Layout.GRAY, 8);
        assertEquals(Layout.GRAY_ALPHA, found.layout());
        for (int x = 0; x < 3; x++) {
            assertEquals(100, found.sample(x, 0, 0));
        }
        assertTrue(found.sample(1, 0, 1) > found.sample(2, 0, 1));
    }

    @Test
    void aPlainPictureStaysPlainAtAnySize() {
        Random random = new Random(2);
        Image plain = Pictures.of(5, 3, Layout.GRAY, 16, IntStream.generate(() -> 54321).limit(15).toArray());
        for (int time = 0; time < 40; time++) {
            int width = 1 + random.nextInt(60);
            int height = 1 + random.nextInt(60);
            Image found = covered(plain, width, height, Layout.GRAY, 16);
            for (int i = 0; i < width * height; i++) {
                assertEquals(54321, found.sample(i % width, i / width, 0));
            }
        }
    }
}
