package hadamask.codec.webp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hadamask.codec.Samples;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Attributes.Resolution;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.LayoutChange;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// WebP as it is written.
class WebpWriterTest {
    private static final Encoding LOSSY = new Encoding(80, 1, true);

    private final Random random = new Random(1);

    private static Image inColors(Image image) {
        return LayoutChange.to(Layout.color(image.bitDepth(), image.layout().hasAlpha()), image);
    }

    private Image smooth(Layout layout) {
        int n = layout.samples();
        byte[] samples = new byte[64 * 48 * n];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / n % 64 + i / n / 64 * 2 + i % n * 30);
        }
        return Image.of8Bit(64, 48, layout, samples, Attributes.NONE);
    }

    @Test
    void withoutLossEverySampleIsKeptAlsoUnderNoAlpha() {
        for (Layout layout : Samples.SHALLOW) {
            for (int compression = 0; compression <= 9; compression += 3) {
                Image image = Samples.random(random, 1 + random.nextInt(90), 1 + random.nextInt(90), layout, 8,
                        Attributes.NONE);
                byte[] file = Samples.encode(image, ImageFormat.WEBP, new Encoding(95, compression));
                assertEquals(ImageFormat.WEBP, ImageFormat.ofContent(file));
                assertEquals(inColors(image), Samples.decode(file), layout + " " + compression);
            }
        }
    }

    @Test
    void aSecondDecoderSeesTheSame(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "dwebp"))), "no dwebp");
        byte[] profile = new byte[3001];
        random.nextBytes(profile);
        for (Layout layout : Samples.SHALLOW) {
            for (Attributes attributes : new Attributes[]{Attributes.NONE,
                new Attributes(profile, new Resolution(300, 72))}) {
                Image image = Samples.random(random, 61, 33, layout, 8, attributes);
                Path file = Files.write(folder.resolve("a.webp"), Samples.encode(image, ImageFormat.WEBP));
                Path seen = folder.resolve("a.pam");
                Process dwebp = new ProcessBuilder("dwebp", "-quiet", "-pam", file.toString(), "-o", seen.toString())
                        .inheritIO().start();
                assertEquals(0, dwebp.waitFor());
                assertEquals(LayoutChange.to(Layout.ABGR, inColors(image)), Samples.decode(Files.readAllBytes(seen)));
            }
        }
    }

    @Test
    void withSomeLossItStaysNearAndIsSmaller() {
        for (Layout layout : new Layout[]{Layout.BGR, Layout.GRAY}) {
            Image image = smooth(layout);
            Image back = Samples.decode(Samples.encode(image, ImageFormat.WEBP, LOSSY));
            Image expected = inColors(image);
            for (int i = 0; i < expected.bytes().length; i++) {
                assertEquals(expected.bytes()[i] & 0xFF, back.bytes()[i] & 0xFF, 40);
            }
        }
        Image noise = Samples.random(random, 128, 128, Layout.BGR, 8, Attributes.NONE);
        int all = Samples.encode(noise, ImageFormat.WEBP).length;
        int most = Samples.encode(noise, ImageFormat.WEBP, LOSSY).length;
        int some = Samples.encode(noise, ImageFormat.WEBP, new Encoding(20, 1, true)).length;
        assertTrue(some < most && most < all, some + ", " + most + ", " + all);
    }

    @Test
    void profileResolutionAndAlphaStandBesideThePicture() {
        for (int length : new int[]{1000, 1001}) {
            byte[] profile = new byte[length];
            random.nextBytes(profile);
            for (Layout layout : Samples.SHALLOW) {
                for (Encoding encoding : new Encoding[]{Encoding.DEFAULT, LOSSY}) {
                    Image image = Samples.random(random, 33, 20, layout, 8,
                            new Attributes(profile, new Resolution(300, 150)));
                    Image plain = image.with(Attributes.NONE);
                    Image back = Samples.decode(Samples.encode(image, ImageFormat.WEBP, encoding));
                    assertEquals(Samples.decode(Samples.encode(plain, ImageFormat.WEBP, encoding)), back);
                    assertArrayEquals(profile, back.attributes().colorProfile());
                    Resolution found = back.attributes().resolution();
                    assertNotNull(found);
                    assertEquals(300, found.x(), 0.01);
                    assertEquals(150, found.y(), 0.01);
                }
            }
        }
    }

    @Test
    void sixteenBitsAreRounded() {
        Image deep = Samples.random(random, 31, 7, Layout.RGB, 16, Attributes.NONE);
        Image shallow = Samples.decode(Samples.encode(deep, ImageFormat.WEBP));
        for (int i = 0; i < 31 * 7; i++) {
            assertEquals(Math.round(deep.sample(i % 31, i / 31, 1) / 257.0), shallow.sample(i % 31, i / 31, 1));
        }
    }

    @Test
    void whatIsLargerThanItMayBeIsRefused() throws IOException {
        Image longest = Samples.random(random, 16383, 1, Layout.GRAY, 8, Attributes.NONE);
        assertEquals(16383, Samples.decode(Samples.encode(longest, ImageFormat.WEBP)).width());
        Image longer = Samples.random(random, 1, 16384, Layout.GRAY, 8, Attributes.NONE);
        IOException refusal = assertThrows(IOException.class,
                () -> WebpWriter.write(longer, Encoding.DEFAULT, OutputStream.nullOutputStream()));
        assertEquals("a WebP has at most 16383 rows and columns, the picture has 1 x 16384 (write a PNG or TIFF)",
                refusal.getMessage());
    }
}
