package hadamask.codec.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.Threads;
import hadamask.codec.ImageEncoder;
import hadamask.codec.Samples;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {
    private final Random random = new Random(19);

    @Test
    void theBytesAreTheSameForAnyNumberOfThreads() {
        Image image = Samples.random(random, 1501, 603, Layout.BGR, 8, Attributes.NONE);
        for (int level : new int[]{1, 6}) {
            Encoding encoding = new Encoding(95, level);
            byte[] expected = Samples.encode(image, ImageFormat.PNG, encoding);
            for (int threads : new int[]{1, 2, 7}) {
                byte[] file = Threads.by(threads, () -> Samples.encode(image, ImageFormat.PNG, encoding));
                assertArrayEquals(expected, file, threads + " threads");
            }
        }
    }

    @Test
    void allLevelsKeepAllLayoutsWithTheirBlankRows() {
        for (int level = 0; level <= 9; level++) {
            for (int bits : new int[]{8, 16}) {
                for (Layout layout : bits == 8 ? Samples.SHALLOW : Samples.DEEP) {
                    Image image = withBlankRows(Samples.random(random, 67, 41, layout, bits, Attributes.NONE));
                    Image back = Samples.decode(Samples.encode(image, ImageFormat.PNG, new Encoding(95, level)));
                    assertEquals(image, back, level + " " + layout);
                }
            }
        }
    }

    /// Zeros in rows 0, 10 to 14 and at the end, one value in rows 20 to 24, row 30 repeated up to 34.
    private static Image withBlankRows(Image image) {
        Object samples = image.bitDepth() == 8 ? image.bytes() : image.shorts();
        int n = image.width() * image.layout().samples();
        Object zeros = image.bitDepth() == 8 ? new byte[n] : new short[n];
        Object white = image.bitDepth() == 8 ? new byte[n] : new short[n];
        if (white instanceof byte[] bytes) {
            Arrays.fill(bytes, (byte) 0xFF);
        } else {
            Arrays.fill((short[]) white, (short) 0xFFFE);
        }
        for (int y : new int[]{0, 10, 11, 12, 13, 14, image.height() - 1}) {
            System.arraycopy(zeros, 0, samples, y * n, n);
        }
        for (int y = 0; y < 5; y++) {
            System.arraycopy(white, 0, samples, (20 + y) * n, n);
            System.arraycopy(samples, 30 * n, samples, (30 + y) * n, n);
        }
        return image;
    }

    @Test
    void anotherReaderFindsTheSameSamples() throws IOException {
        for (int bits : new int[]{8, 16}) {
            for (Layout layout : bits == 8 ? Samples.SHALLOW : Samples.DEEP) {
                Image image = Samples.random(random, 613, 871, layout, bits, Attributes.NONE);
                byte[] file = Samples.encode(image, ImageFormat.PNG);
                BufferedImage other = ImageIO.read(new ByteArrayInputStream(file));
                assertSameSamples(image, other.getRaster());
            }
        }
    }

    private static void assertSameSamples(Image image, Raster raster) {
        Layout layout = image.layout();
        int[] places = layout.isColor()
                ? new int[]{layout.red(), layout.green(), layout.blue(), layout.alpha()}
                : new int[]{0, 1};
        assertEquals(layout.samples(), raster.getNumBands());
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3) {
                for (int c = 0; c < layout.samples(); c++) {
                    assertEquals(image.sample(x, y, places[c]), raster.getSample(x, y, c), image.toString());
                }
            }
        }
    }

    @Test
    void blankPicturesAreSmall() {
        for (int value : new int[]{0, 255, 77}) {
            byte[] samples = new byte[3 * 1000 * 800];
            Arrays.fill(samples, (byte) value);
            byte[] file = Samples.encode(Image.of8Bit(1000, 800, Layout.BGR, samples, Attributes.NONE),
                    ImageFormat.PNG);
            assertTrue(file.length < 20_000, value + ": " + file.length);
        }
    }

    @Test
    void whatTheStreamRefusesIsReported() {
        Image small = Samples.random(random, 30, 20, Layout.GRAY, 8, Attributes.NONE);
        Image large = Samples.random(random, 1501, 603, Layout.BGR, 8, Attributes.NONE);
        for (Image image : new Image[]{small, large}) {
            int length = Samples.encode(image, ImageFormat.PNG).length;
            for (int room : new int[]{0, 20, length / 3, length - 1}) {
                IOException e = assertThrows(IOException.class,
                        () -> ImageEncoder.encode(image, ImageFormat.PNG, Encoding.DEFAULT, new FullDisk(room)));
                assertEquals("full", e.getMessage());
            }
        }
    }

    /// Takes so many bytes and no more.
    private static final class FullDisk extends OutputStream {
        private int room;

        FullDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > room) {
                throw new IOException("full");
            }
            room -= length;
        }
    }
}
