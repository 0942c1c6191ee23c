package hadamask.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import hadamask.codec.format.ImageFormat;
import hadamask.codec.png.PngSketch;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DamagedFileTest {
    private static final Map<String, byte[]> FILES = files();

    private static final String[] JPEGS = {"baseline.jpg", "progressive.jpg", "restart.jpg", "gray.jpg", "cmyk.jpg",
        "ycck.jpg"};

    private static Map<String, byte[]> files() {
        Random random = new Random(3);
        Map<String, byte[]> files = new LinkedHashMap<>();
        Image image = Samples.random(random, 37, 29, Layout.BGR, 8, Attributes.NONE);
        for (ImageFormat format : ImageFormat.values()) {
            if (format.writable()) {
                files.put(format.name(), Samples.encode(image, format));
            }
        }
        for (String name : new String[]{"progressive.jpg", "cmyk-profile.jpg", "palette.gif", "interlaced.gif",
            "lossy.webp", "alpha.webp", "lzw.tif", "group4.tif", "jpeg.tif", "palette.bmp"}) {
            files.put(name, Samples.file(name));
        }
        return files;
    }

    private static String problem(byte[] file) {
        return assertThrows(InputException.class, () -> Samples.decode(file)).problem();
    }

    @Test
    void aFileCutAnywhereIsRefusedInOneLine() {
        FILES.forEach((name, file) -> {
            // What a TIFF has at its end may be a tag that nobody needs; what a GIF has, an end mark.
            int whole = file.length - 3;
            for (int length = 0; length < whole; length += 1 + file.length / 60) {
                byte[] cut = Arrays.copyOf(file, length);
                assertRefusedOrWhole(name + " cut at " + length, cut, file);
            }
        });
    }

    private static void assertRefusedOrWhole(String what, byte[] cut, byte[] file) {
        try {
            Image image = Samples.decode(cut);
            assertEquals(Samples.decode(file), image, what);
        } catch (InputException e) {
            assertOneLine(e, what);
        } catch (RuntimeException | StackOverflowError e) {
            fail(what, e);
        }
    }

    private static void assertOneLine(InputException e, String what) {
        assertTrue(!e.problem().isBlank() && e.problem().indexOf('\n') < 0, what + ": " + e.problem());
    }

    @Test
    void flippedBitsGiveAnImageOrARefusalAndNothingElse() {
        FILES.forEach((name, file) -> {
            Random random = new Random(name.hashCode());
            for (int i = 0; i < 300; i++) {
                byte[] damaged = file.clone();
                // Headers are where most harm can be done.
                int reach = i % 2 == 0 ? Math.min(100, file.length) : file.length;
                for (int flips = random.nextInt(3); flips >= 0; flips--) {
                    damaged[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
                }
                String what = name + " damaged, run " + i;
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> decodeOrRefuse(what, damaged), what);
            }
        });
    }

    private static void decodeOrRefuse(String what, byte[] damaged) {
        try {
            Samples.decode(damaged);
        } catch (InputException e) {
            assertOneLine(e, what);
        } catch (RuntimeException | StackOverflowError e) {
            fail(what, e);
        }
    }

    @Test
    void truncationIsCalledByItsName() {
        for (String name : new String[]{"PNG", "JPEG", "progressive.jpg", "BMP", "PNM", "palette.gif", "lossy.webp"}) {
            byte[] file = FILES.getOrDefault(name, new byte[0]);
            String problem = problem(Arrays.copyOf(file, file.length * 3 / 4));
            assertTrue(problem.matches("is a truncated \\w+: the data end before the picture does"),
                    name + ": " + problem);
        }
    }

    @Test
    void aWrongChecksumOfAPngIsSaidWithItsPlace() {
        byte[] file = FILES.getOrDefault("PNG", new byte[0]).clone();
        file[8 + 25 + 8 + 40] ^= 4;
        assertEquals("has a wrong checksum in chunk IDAT at byte 33: the file is damaged", problem(file));
    }

    @Test
    void trailingBytesAfterTheEndDoNotMatter() {
        for (String name : new String[]{"PNG", "JPEG", "PNM", "BMP", "palette.gif"}) {
            byte[] file = FILES.getOrDefault(name, new byte[0]);
            assertEquals(Samples.decode(file), Samples.decode(Arrays.copyOf(file, file.length + 99)), name);
        }
    }

    @Test
    void aJpegWhosePixelsAreWholeNeedsNoEndMark() {
        for (String name : JPEGS) {
            byte[] file = Samples.file(name);
            Image whole = Samples.decode(file);
            assertEquals(whole, Samples.decode(Arrays.copyOf(file, file.length - 2)), name);
            assertEquals(whole, Samples.decode(Arrays.copyOf(file, file.length - 1)), name);
            for (int cut = 3; cut < file.length; cut += 1 + cut / 4) {
                byte[] part = Arrays.copyOf(file, file.length - cut);
                assertRefusedOrWhole(name + " without its last " + cut, part, file);
            }
        }
    }

    @Test
    void aProgressiveJpegThatEndsBetweenTwoScansIsTruncated() {
        byte[] file = Samples.file("progressive.jpg");
        for (int at = 0; at + 1 < file.length; at++) {
            boolean beforeTable = file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xC4;
            if (beforeTable || (file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xDA)) {
                assertEquals("is a truncated JPEG: the data end before the picture does",
                        problem(Arrays.copyOf(file, at)));
            }
        }
    }

    @Test
    void surplusBytesBeforeTheEndMarkOfAJpegDoNotMatter() {
        for (String name : JPEGS) {
            byte[] file = Samples.file(name);
            Image whole = Samples.decode(file);
            for (int surplus : new int[]{1, 7, 400}) {
                byte[] longer = Samples.inserted(file, file.length - 2, new byte[surplus]);
                assertEquals(whole, Samples.decode(longer), name);
                assertEquals(whole, Samples.decode(Arrays.copyOf(longer, longer.length - 2)), name);
            }
        }
    }

    @Test
    void textAndEmptyFilesAreNoImages() {
        assertEquals("is an empty file", problem(new byte[0]));
        String expected = "is not an image: none of PNG, JPEG, TIFF, BMP, PNM, GIF, WebP was recognised";
        for (String text : new String[]{"Not a picture.\n", "BMW drives\n", "P", "RIFFxxxxWAVE", "P9 1 1"}) {
            assertEquals(expected, problem(text.getBytes(US_ASCII)));
        }
    }

    @Test
    void aHeaderThatClaims60000x60000IsRefusedWithSizeLimitAndOption() {
        Map<String, byte[]> bombs = new LinkedHashMap<>();
        bombs.put("PNG", new PngSketch(60000, 60000, 2, 8, false, new int[0]).header());
        byte[] jpeg = Samples.file("baseline.jpg");
        int frame = indexOf(jpeg, (byte) 0xFF, (byte) 0xC0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 60000).putShort(frame + 7, (short) 60000);
        bombs.put("JPEG", jpeg);
        byte[] tiff = FILES.getOrDefault("TIFF", new byte[0]).clone();
        ByteBuffer tags = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
        int directory = tags.getInt(4) + 2;
        tags.putInt(directory + 8, 60000).putInt(directory + 20, 60000);
        bombs.put("TIFF", tiff);
        byte[] bmp = FILES.getOrDefault("BMP", new byte[0]).clone();
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 60000).putInt(22, 60000);
        bombs.put("BMP", bmp);
        byte[] gif = Samples.file("palette.gif");
        ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).putShort(6, (short) 60000).putShort(8, (short) 60000);
        bombs.put("GIF", gif);
        bombs.put("PNM", "P6 60000 60000 255\nabc".getBytes(US_ASCII));
        bombs.forEach((name, file) -> {
            InputException e = assertThrows(InputException.class, () -> ImageDecoder.decode(file, 250_000_000), name);
            assertEquals("60000 x 60000 pixels are more than the limit of 250000000", e.problem(), name);
            assertEquals(Remedy.of(Remedy.Kind.MORE_PIXELS), e.remedy(), name);
        });
    }

    @Test
    void aWebpThatClaimsItsLargestSizeIsRefused() {
        byte[] webp = Samples.file("lossless.webp");
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(21, 0x0FFFFFFF);
        InputException e = assertThrows(InputException.class, () -> ImageDecoder.decode(webp, 250_000_000));
        assertEquals("16384 x 16384 pixels are more than the limit of 250000000", e.problem());
    }

    @Test
    void aSmallFileThatClaimsALargePictureWithinTheLimitTakesNoMemory() {
        byte[] png = new PngSketch(15000, 15000, 2, 8, false, new int[0]).header();
        InputException e = assertThrows(InputException.class, () -> ImageDecoder.decode(png, 250_000_000));
        assertEquals("is a truncated PNG: the data end before the picture does", e.problem());
    }

    private static int indexOf(byte[] bytes, byte first, byte second) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == first && bytes[i + 1] == second) {
                return i;
            }
        }
        throw new IllegalArgumentException();
    }
}
