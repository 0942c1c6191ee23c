package hadamask.codec.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hadamask.codec.Samples;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class PngReaderTest {
    private static final int[][] SIZES = {{1, 1}, {1, 9}, {9, 1}, {63, 5}, {64, 3}, {65, 7}, {5, 17}};
    private static final int[][] KINDS = {{0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {4, 8}, {4, 16},
        {6, 8}, {6, 16}};

    private final Random random = new Random(7);

    @Test
    void everyDepthColourTypeAndInterlacingGivesTheSamplesOfTheFile() {
        for (int[] size : SIZES) {
            for (int[] kind : KINDS) {
                for (boolean interlaced : new boolean[]{false, true}) {
                    PngSketch sketch = PngSketch.random(random, size[0], size[1], kind[0], kind[1], interlaced);
                    check(sketch, Samples.decode(sketch.file(random)));
                }
            }
        }
    }

    private static void check(PngSketch sketch, Image image) {
        Layout layout = image.layout();
        assertEquals(Math.max(8, sketch.bits()), image.bitDepth());
        assertEquals(PngSketch.channels(sketch.colorType()), layout.samples());
        int[] places = layout.isColor()
                ? new int[]{layout.red(), layout.green(), layout.blue(), layout.alpha()}
                : new int[]{0, 1};
        int scale = sketch.bits() < 8 ? 255 / ((1 << sketch.bits()) - 1) : 1;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                for (int c = 0; c < layout.samples(); c++) {
                    assertEquals(sketch.value(x, y, c) * scale, image.sample(x, y, places[c]), sketch.toString());
                }
            }
        }
    }

    @Test
    void paletteEntriesBecomeColoursWithTheirAlpha() {
        byte[] palette = new byte[3 * 16];
        random.nextBytes(palette);
        byte[] alpha = {0, 100, (byte) 200};
        for (int bits : new int[]{1, 2, 4, 8}) {
            PngSketch sketch = PngSketch.random(random, 19, 11, 3, bits, bits == 4);
            if (bits == 8) {
                Arrays.setAll(sketch.values(), i -> sketch.values()[i] % 16);
            }
            Image opaque = Samples.decode(sketch.file(random, PngSketch.chunk("PLTE", palette)));
            Image clear = Samples
                    .decode(sketch.file(random, PngSketch.chunk("PLTE", palette), PngSketch.chunk("tRNS", alpha)));
            assertEquals(Layout.BGR, opaque.layout());
            assertEquals(Layout.ABGR, clear.layout());
            for (int i = 0; i < 19 * 11; i++) {
                int index = sketch.values()[i];
                int x = i % 19;
                int y = i / 19;
                assertEquals(palette[3 * index] & 0xFF, opaque.sample(x, y, Layout.BGR.red()));
                assertEquals(palette[3 * index + 1] & 0xFF, opaque.sample(x, y, Layout.BGR.green()));
                assertEquals(palette[3 * index + 2] & 0xFF, clear.sample(x, y, Layout.ABGR.blue()));
                assertEquals(index < 3 ? alpha[index] & 0xFF : 255, clear.sample(x, y, Layout.ABGR.alpha()));
            }
        }
    }

    @Test
    void theTransparentColourIsTransparentAndNoOther() {
        for (int[] kind : new int[][]{{0, 1}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}}) {
            PngSketch sketch = PngSketch.random(random, 13, 6, kind[0], kind[1], false);
            int n = PngSketch.channels(kind[0]);
            byte[] key = new byte[2 * n];
            for (int c = 0; c < n; c++) {
                key[2 * c] = (byte) (sketch.value(4, 3, c) >> 8);
                key[2 * c + 1] = (byte) sketch.value(4, 3, c);
            }
            Image image = Samples.decode(sketch.file(random, PngSketch.chunk("tRNS", key)));
            for (int y = 0; y < 6; y++) {
                for (int x = 0; x < 13; x++) {
                    boolean same = true;
                    for (int c = 0; c < n; c++) {
                        same &= sketch.value(x, y, c) == sketch.value(4, 3, c);
                    }
                    assertEquals(same ? 0 : image.maxSample(), image.sample(x, y, image.layout().alpha()));
                }
            }
        }
    }

    @Test
    void aProfileThatUnpacksToGigabytesIsLeftOut() {
        byte[] packed = new byte[40 << 10];
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[32 << 20]);
        deflater.finish();
        int length = deflater.deflate(packed);
        deflater.end();
        byte[] chunk = new byte[length + 3];
        chunk[0] = 'p';
        System.arraycopy(packed, 0, chunk, 3, length);
        PngSketch sketch = PngSketch.random(random, 3, 3, 0, 8, false);
        Image image = Samples.decode(sketch.file(random, PngSketch.chunk("iCCP", chunk)));
        assertNull(image.attributes().colorProfile());
    }

    @Test
    void theOrientationOfItsExifChunkIsApplied() {
        PngSketch sketch = PngSketch.random(random, 3, 2, 0, 8, false);
        Image image = Samples.decode(sketch.file(random, PngSketch.chunk("eXIf", Samples.exif(6))));
        int[] v = sketch.values();
        byte[] clockwise = {(byte) v[3], (byte) v[0], (byte) v[4], (byte) v[1], (byte) v[5], (byte) v[2]};
        assertEquals(2, image.width());
        assertArrayEquals(clockwise, image.bytes());
    }
}
