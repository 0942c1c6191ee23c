package hadamask.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hadamask.codec.ImageDecoder;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.table.ReadOptions;
import hadamask.table.read.TableReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks made by hand, and what the mutation runs found: small files that would take memory or time without end.
class HostileFilesTest {
    private static final long MAX_PIXELS = 250_000;
    /// In all, released or not. A colour profile of 16 MB, the largest that is carried, takes twice as much.
    private static final long MEMORY = 40L << 20;

    /// Decodes under a limit of memory and time; what decoding throws, this throws.
    private static Image decoded(byte[] file) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                return ImageDecoder.decode(file, MAX_PIXELS);
            } finally {
                long taken = threads.getCurrentThreadAllocatedBytes() - before;
                assertTrue(taken < MEMORY, () -> taken + " bytes taken");
            }
        });
    }

    private static String imageProblem(byte[] file) {
        return assertThrows(InputException.class, () -> decoded(file)).problem();
    }

    private static String tableProblem(byte[] file, ReadOptions options) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(InputException.class,
                () -> TableReader.read(Input.stream("table", new ByteArrayInputStream(file)), options)).problem());
    }

    private static ByteBuffer littleEnd(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// A TIFF whose directory says something else.
    private static byte[] withTag(String name, int tag, int value) {
        byte[] file = ImageSeeds.fixture(name);
        ByteBuffer data = littleEnd(file);
        int directory = data.getInt(4);
        for (int i = 0; i < data.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if ((data.getShort(entry) & 0xFFFF) == tag) {
                data.putShort(entry + 2, (short) 4).putInt(entry + 4, 1).putInt(entry + 8, value);
                return file;
            }
        }
        throw new IllegalArgumentException(name + " has no tag " + tag);
    }

    /// A TIFF behind whose directory others follow.
    private static byte[] withDirectories(byte[] others) {
        byte[] plain = ImageSeeds.fixture("lzw.tif");
        byte[] file = Mutator.replaced(plain, plain.length, 0, others);
        ByteBuffer data = littleEnd(file);
        int directory = data.getInt(4);
        data.putInt(directory + 2 + 12 * data.getShort(directory), plain.length);
        return file;
    }

    @ParameterizedTest
    @CsvSource({"iCCP, 2", "zTXt, 2", "iTXt, 5"})
    void aChunkThatUnpacksTo200MegabytesIsLeftOut(String chunk, int head) {
        byte[] packed = PngRepair.deflated(new byte[200 << 20]);
        byte[] content = Mutator.replaced(packed, 0, 0, "bomb\0\1\0\0\0".substring(0, 4 + head).getBytes(ISO_8859_1));
        content[5] = (byte) (head == 5 ? 1 : 0);
        byte[] plain = ImageSeeds.fixture("palette.gif.png");
        byte[] file = Mutator.replaced(plain, 33, 0, PngRepair.chunk(chunk, content));
        assertEquals(decoded(plain), decoded(file));
    }

    @Test
    void directoriesThatReadTheSameBytesAgainAndAgainAreNotFollowed() {
        int count = 2000;
        byte[] others = new byte[18 * count + 2_000_000];
        ByteBuffer chain = littleEnd(others);
        int plain = ImageSeeds.fixture("lzw.tif").length;
        for (int i = 1; i <= count; i++) {
            chain.putShort((short) 1).putShort((short) 700).putShort((short) 1).putInt(1_900_000).putInt(8)
                    .putInt(i == count ? 0 : plain + 18 * i);
        }
        assertEquals(decoded(ImageSeeds.fixture("lzw.tif")), decoded(withDirectories(others)));
    }

    @ParameterizedTest
    @ValueSource(shorts = {330, (short) 34665})
    void directoriesInACircleAreNotFollowed(short tag) {
        int self = ImageSeeds.fixture("lzw.tif").length;
        byte[] circle = new byte[18];
        littleEnd(circle).putShort((short) 1).putShort(tag).putShort((short) 4).putInt(1)
                .putInt(self).putInt(self);
        assertEquals(decoded(ImageSeeds.fixture("lzw.tif")), decoded(withDirectories(circle)));
    }

    @ParameterizedTest
    @CsvSource({"lzw.tif, 277, 65535, 'is a broken TIFF: it has 65535 samples per pixel, expected 1 to 8'",
        "tiled.tif, 322, 100000000, is a broken TIFF: its tiles are wider than the picture",
        "lzw.tif, 273, 2147483647, is a truncated TIFF: the data end before the picture does",
        "lzw.tif, 278, 0, is a broken TIFF: its strips have no rows"})
    void aTiffThatAsksForTooMuchIsRefused(String name, int tag, int value, String problem) {
        assertEquals(problem, imageProblem(withTag(name, tag, value)));
    }

    @Test
    void aStripThatClaimsGigabytesTakesNone() {
        assertEquals(decoded(ImageSeeds.fixture("lzw.tif")), decoded(withTag("lzw.tif", 279, Integer.MAX_VALUE)));
    }

    @Test
    void aPackedBitmapTakesNoMemoryForAPaletteOrAGapThatIsNotThere() {
        byte[] palette = ImageSeeds.fixture("palette.bmp");
        littleEnd(palette).putInt(30, 1).putInt(46, 0xFF0000);
        assertEquals("is a broken BMP: its palette has 16711680 colours, expected at most 256", imageProblem(palette));
        byte[] gap = ImageSeeds.fixture("palette.bmp");
        littleEnd(gap).putInt(30, 1).putInt(10, 0x10000436);
        assertEquals("is a truncated BMP: the data end before the picture does", imageProblem(gap));
    }

    @ParameterizedTest
    @CsvSource({"lossless.webp, 9, 268435455, 16384 x 16384", "lossy.webp, 14, 1073692671, 16383 x 16383"})
    void aFrameThatIsLargerThanItsCanvasIsMeasured(String name, int sizeAt, int size, String claimed) {
        byte[] canvas = new byte[18];
        littleEnd(canvas).put("VP8X".getBytes(US_ASCII)).putInt(10);
        byte[] file = Mutator.replaced(ImageSeeds.fixture(name), 12, 0, canvas);
        littleEnd(file).putInt(4, file.length - 8).putInt(30 + sizeAt, size);
        assertEquals(claimed + " pixels are more than the limit of 250000", imageProblem(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UklGRjwAAABXRUJQVlA4TC8AAAAvJAAHAwAAANpffISI/qdaAAThv1xCRP9TQUhAiP7PloUxUAggAAqamADAk3oFAAA=",
        "UklGRjwAAABXRUJQVlA4TC8AAAAvJABaAAThv1xCRP9TQUhAiP7PloUxUAggAAqamADAk3oFAABSSUZGPAAAAFdFQlA="})
    void aWebpWhoseBitsEndTooEarlyIsRefusedAtOnce(String file) {
        String problem = imageProblem(Base64.getDecoder().decode(file));
        assertTrue(problem.startsWith("is a broken WebP: "), problem);
    }

    @Test
    void aNumPyHeaderIsNotMatchedForever() {
        byte[] header = ("'descr': '<f8'".repeat(20_000) + "'fortran_order': True".repeat(10_000)).getBytes(US_ASCII);
        byte[] file = new byte[12 + header.length];
        littleEnd(file).put("\u0093NUMPY\2\0".getBytes(ISO_8859_1))
                .putInt(header.length).put(header);
        assertEquals("has a NumPy header of 490000 bytes, expected at most 4096",
                tableProblem(file, ReadOptions.DEFAULT));
    }

    @Test
    void aNumPyMatrixOfLabelsAloneIsRefused() {
        byte[] file = TableSeeds.npy().get(14);
        assertEquals("has no column of numbers", tableProblem(file, ReadOptions.DEFAULT.withId("1")));
    }

    @Test
    void aNumPyShapeWithoutANumberIsRefused() {
        byte[] file = new String(TableSeeds.npy().getFirst(), ISO_8859_1).replace("(3, 4)", "( , 4)")
                .getBytes(ISO_8859_1);
        assertEquals("has a NumPy shape with a number missing, expected one or two",
                tableProblem(file, ReadOptions.DEFAULT));
    }

    @Test
    void aCellOfAHundredThousandCommasIsRefused() {
        byte[] file = ("a;b\n1,1" + ",1".repeat(200_000) + ";2\n1;2\n").getBytes(US_ASCII);
        String problem = tableProblem(file, ReadOptions.DEFAULT);
        assertTrue(problem.endsWith("...\" is not a number"), problem);
    }

    @Test
    void settingsThatGoOnOverManyLinesTakeAsLongAsTheyAre() {
        byte[] file = ("closing=" + "\\\n 5x1".repeat(500_000)).getBytes(US_ASCII);
        assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> assertFalse(Called.succeeds(file, 2, "segment", "--settings", "-", "--print-settings")));
    }

    /// A JPEG whose last scan is repeated until there are as many.
    private static byte[] withScans(int count) {
        byte[] file = ImageSeeds.fixture("progressive.jpg");
        int scans = 0;
        int last = 0;
        for (int i = 0; i + 1 < file.length; i++) {
            if (file[i] == (byte) 0xFF && file[i + 1] == (byte) 0xDA) {
                scans++;
                last = i;
            }
        }
        byte[] scan = Arrays.copyOfRange(file, last, file.length - 2);
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        for (; scans < count; scans++) {
            more.writeBytes(scan);
        }
        return Mutator.replaced(file, file.length - 2, 0, more.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 20_000})
    void aJpegOfVeryManyScansIsRefusedBeforeOneIsDecoded(int scans) {
        assertEquals("is a JPEG with " + scans + " scans, expected at most 100", imageProblem(withScans(scans)));
    }

    @Test
    void aLargeJpegOfManyScansIsRefusedBeforeOneIsDecoded() {
        byte[] file = withScans(60);
        int frame = 0;
        while (file[frame] != (byte) 0xFF || file[frame + 1] != (byte) 0xC2) {
            frame++;
        }
        ByteBuffer.wrap(file).putShort(frame + 5, (short) 15_000).putShort(frame + 7, (short) 16_000);
        String problem = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(InputException.class,
                () -> ImageDecoder.decode(file, 250_000_000)).problem());
        assertTrue(problem.startsWith("is a JPEG whose 60 scans walk over "), problem);
    }

    @Test
    void aLossyWebpThatClaimsMoreThanItsBytesCanHoldIsRefusedBeforeItIsDecoded() {
        byte[] file = ImageSeeds.fixture("lossy.webp");
        assertEquals(file.length, littleEnd(file).getInt(4) + 8);
        littleEnd(file).putInt(26, 496 << 16 | 500);
        assertEquals("is a truncated WebP: the data end before the picture does",
                assertThrows(InputException.class, () -> decoded(file)).problem());
    }

    /// A picture with a part of it there many times, of which one counts or none.
    private static byte[] withParts(byte[] picture, int at, byte[] part) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int i = 0; i < 20_000; i++) {
            parts.writeBytes(part);
        }
        return Mutator.replaced(picture, at, 0, parts.toByteArray());
    }

    @Test
    void chunksByTheThousandAreNoMatter() {
        byte[] png = ImageSeeds.fixture("palette.gif.png");
        byte[] texts = withParts(png, 33, PngRepair.chunk("tEXt", "a\0b".getBytes(US_ASCII)));
        assertEquals(decoded(png), decoded(texts));
    }

    @Test
    void segmentsByTheThousandAreNoMatter() {
        byte[] jpeg = ImageSeeds.fixture("baseline.jpg");
        byte[] marked = Wrapped.exifInJpeg(jpeg, Exif.block());
        byte[] segment = Arrays.copyOfRange(marked, 2, 2 + marked.length - jpeg.length);
        assertEquals(decoded(marked), decoded(withParts(jpeg, 2, segment)));
    }

    @Test
    void framesByTheThousandAreNoMatter() {
        byte[] gif = ImageSeeds.fixture("palette.gif");
        int palette = 3 << (1 + (gif[10] & 7));
        byte[] frame = Arrays.copyOfRange(gif, 13 + palette, gif.length - 1);
        assertEquals(decoded(gif), decoded(withParts(gif, gif.length - 1, frame)));
    }

    @Test
    void chunksOfWebpByTheThousandAreNoMatter() {
        byte[] webp = ImageSeeds.fixture("alpha.webp");
        byte[] marked = Wrapped.exifInWebp(webp, Exif.block());
        byte[] file = withParts(webp, webp.length, Arrays.copyOfRange(marked, webp.length, marked.length));
        littleEnd(file).putInt(4, file.length - 8);
        assertEquals(decoded(marked), decoded(file));
    }

    @Test
    void exifWhoseDirectoryIsBeyondAllBytesIsNone() {
        byte[] block = ByteBuffer.allocate(16).put("MM\0\53\0\10\0\0".getBytes(ISO_8859_1)).putLong(Long.MAX_VALUE)
                .array();
        byte[] jpeg = ImageSeeds.fixture("baseline.jpg");
        assertEquals(decoded(jpeg), decoded(Wrapped.exifInJpeg(jpeg, block)));
    }
}
