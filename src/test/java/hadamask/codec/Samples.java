package hadamask.codec;

import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

/// Images and files that the tests of this package share.
public final class Samples {
    public static final long LIMIT = 1_000_000;
    public static final List<Layout> SHALLOW = List.of(Layout.GRAY, Layout.GRAY_ALPHA, Layout.BGR, Layout.ABGR);
    public static final List<Layout> DEEP = List.of(Layout.GRAY, Layout.GRAY_ALPHA, Layout.RGB, Layout.RGBA);

    private Samples() {
    }

    /// Half noise, half smooth, so that every way of packing has something to do.
    public static Image random(Random random, int width, int height, Layout layout, int bits, Attributes attributes) {
        int count = width * height * layout.samples();
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        short[] shorts = new short[count];
        for (int i = 0; i < count; i++) {
            boolean smooth = i > count / 2;
            bytes[i] = smooth ? (byte) (i / 7) : bytes[i];
            shorts[i] = (short) (smooth ? i * 5 : random.nextInt());
        }
        return bits == 8
                ? Image.of8Bit(width, height, layout, bytes, attributes)
                : Image.of16Bit(width, height, layout, shorts, attributes);
    }

    public static byte[] encode(Image image, ImageFormat format) {
        return encode(image, format, Encoding.DEFAULT);
    }

    public static byte[] encode(Image image, ImageFormat format, Encoding options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageEncoder.encode(image, format, options, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static Image decode(byte[] file) {
        return ImageDecoder.decode(file, LIMIT);
    }

    /// A file that stands beside the tests.
    public static byte[] file(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Bytes put into others.
    public static byte[] inserted(byte[] file, int at, byte[] part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(part);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    /// An EXIF block, big end first, with nothing but an orientation.
    public static byte[] exif(int orientation) {
        return new byte[]{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0,
            0, 0};
    }
}
