package hadamask.blackbox;

import hadamask.codec.ImageDecoder;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Pictures and folders of the tests.
final class Files {
    static final long LIMIT = 250_000_000;
    /// The samples of the project.
    static final Path SAMPLES = Path.of(System.getProperty("basedir", ".")).resolve("samples");

    private Files() {
    }

    static byte[] read(Path file) {
        try {
            return java.nio.file.Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, byte[] content) {
        try {
            return java.nio.file.Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String content) {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, Image image) {
        return write(file, encoded(image, Objects.requireNonNull(ImageFormat.ofName(file.toString()))));
    }

    static String text(Path file) {
        return new String(read(file), StandardCharsets.UTF_8);
    }

    static Image image(Path file) {
        return ImageDecoder.decode(read(file), LIMIT);
    }

    static Mask mask(Path file) {
        return Mask.of(image(file));
    }

    static boolean exists(Path file) {
        return java.nio.file.Files.exists(file);
    }

    static byte[] encoded(Image image, ImageFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageEncoder.encode(image, format, Encoding.DEFAULT, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Every file and folder below a folder, hidden ones too, with the checksum of its content.
    static Map<String, Long> contents(Path folder) {
        Map<String, Long> contents = new TreeMap<>();
        try (var paths = java.nio.file.Files.walk(folder)) {
            for (Path path : paths.toList()) {
                contents.put(folder.relativize(path).toString(),
                        java.nio.file.Files.isRegularFile(path) ? checksum(read(path)) : 0L);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private static long checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    /// A lit, noisy disc on a dark, noisy ground, in colours.
    static Image disc(int width, int height) {
        Random random = new Random(width * 1000L + height);
        byte[] samples = new byte[width * height * 3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i += 3) {
                int base = inDisc(x, y, width, height) ? 170 : 30;
                for (int c = 0; c < 3; c++) {
                    samples[i + c] = (byte) (base + 10 * c + random.nextInt(30));
                }
            }
        }
        return Image.of8Bit(width, height, Layout.BGR, samples, Attributes.NONE);
    }

    private static boolean inDisc(int x, int y, int width, int height) {
        return Math.hypot(x - width / 2.0, y - height / 2.0) < Math.min(width, height) / 3.0;
    }

    /// What is in when [#disc(int, int)] is segmented.
    static Mask discMask(int width, int height) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (inDisc(i % width, i / width, width, height) ? 1 : 0);
        }
        return new Mask(width, height, values);
    }

    /// A PNG whose header claims any size, with nearly nothing behind it.
    static byte[] pngThatClaims(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeBytes(chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2)
                .array()));
        out.writeBytes(chunk("IDAT", new byte[20]));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] typed = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data)
                .array();
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(typed).putInt((int) checksum(typed))
                .array();
    }
}
