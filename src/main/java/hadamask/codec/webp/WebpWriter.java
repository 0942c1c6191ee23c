package hadamask.codec.webp;

import com.luciad.imageio.webp.Libwebp;
import hadamask.codec.format.Encoding;
import hadamask.codec.webp.WebpFile.Picture;
import hadamask.image.Attributes.Resolution;
import hadamask.image.Image;
import hadamask.image.Layout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes WebP by libwebp, without loss or with some, and the profile and resolution around its picture.
///
/// Without loss every sample is kept, also colours under alpha 0. The container is that of the "WebP Container Specification":
/// `VP8X`, `ICCP`, the picture, `EXIF`, which holds the resolution; without any of these the picture alone.
public final class WebpWriter {
    /// The most rows and columns that 14 bits count.
    private static final int MAX_SIZE = 16383;
    private static final int CHUNK_HEAD = 8;
    private static final int EXTENDED_LENGTH = 10;
    private static final int PROFILE_FLAG = 0x20;
    private static final int ALPHA_FLAG = 0x10;
    private static final int EXIF_FLAG = 0x08;
    /// Effort of the lossless encoder, from fast to slow: its method, and its quality. These are the levels of `cwebp -z`.
    private static final int[][] EFFORT = {{0, 0}, {1, 20}, {2, 25}, {3, 30}, {3, 50}, {4, 50}, {4, 75}, {4, 90},
        {5, 90},
        {6, 100}};
    private static final int LOSSY_METHOD = 4;
    /// Bytes per pixel that libwebp takes beside the heap, as they were measured: with loss, without by the first levels, and above.
    private static final int LOSSY_BYTES = 8;
    private static final int[] LOSSLESS_BYTES = {16, 26, 34};

    private WebpWriter() {
    }

    /// Bytes per pixel that are taken beside the heap to write a picture.
    public static int outside(Encoding encoding) {
        return encoding.lossy()
                ? LOSSY_BYTES
                : LOSSLESS_BYTES[Math.min(encoding.compression(), LOSSLESS_BYTES.length - 1)];
    }

    /// @param image 8 bits
    /// @throws IOException if a WebP cannot be as large, the encoder does not run here, or the stream cannot take it
    public static void write(Image image, Encoding encoding, OutputStream out) throws IOException {
        if (image.width() > MAX_SIZE || image.height() > MAX_SIZE) {
            throw new IOException(
                    "a WebP has at most " + MAX_SIZE + " rows and columns, the picture has " + image.width()
                            + " x " + image.height() + " (write a PNG or TIFF)");
        }
        byte[] file = encoded(image, encoding);
        byte[] profile = image.attributes().colorProfile();
        Resolution resolution = image.attributes().resolution();
        if (profile == null && resolution == null) {
            out.write(file);
        } else {
            out.write(wrapped(file, image, profile, resolution == null ? null : exif(resolution)));
        }
    }

    private static byte[] encoded(Image image, Encoding encoding) throws IOException {
        try {
            WebpReader.LIBRARY.load();
        } catch (IOException e) {
            throw new IOException("the encoder of WebP does not run here: "
                    + (Libwebp.isOnClassPath() ? e.getMessage() : "webp-imageio is not on the class path")
                    + " (write a PNG)", e);
        }
        int[] effort = encoding.lossy()
                ? new int[]{LOSSY_METHOD, encoding.quality()}
                : EFFORT[encoding.compression()];
        byte[] file = Libwebp.encode(samples(image), image.layout().hasAlpha(), image.width(), image.height(),
                !encoding.lossy(), effort[0], effort[1]);
        if (file == null) {
            throw new OutOfMemoryError("libwebp");
        }
        return file;
    }

    /// Red, green, blue and alpha, as libwebp takes them.
    private static byte[] samples(Image image) {
        Layout layout = image.layout();
        byte[] from = image.bytes();
        int step = layout.samples();
        int n = layout.hasAlpha() ? 4 : 3;
        byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(image.width(), image.height()), n)];
        for (int i = 0, o = 0; o < samples.length; i += step, o += n) {
            samples[o] = from[i + layout.red()];
            samples[o + 1] = from[i + layout.green()];
            samples[o + 2] = from[i + layout.blue()];
            if (n == 4) {
                samples[o + 3] = from[i + layout.alpha()];
            }
        }
        return samples;
    }

    private static byte[] wrapped(byte[] file, Image image, byte @Nullable [] profile, byte @Nullable [] exif)
            throws IOException {
        WebpFile webp = WebpFile.of(file);
        Picture picture = webp.picture();
        if (picture == null) {
            throw new IOException("libwebp has made no picture");
        }
        byte[] alpha = webp.alphaPlane();
        int length = 12 + chunk(EXTENDED_LENGTH) + chunk(profile) + chunk(alpha) + chunk(picture.length())
                + chunk(exif);
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(WebpFile.tag("RIFF")).putInt(length - CHUNK_HEAD).putInt(WebpFile.tag("WEBP"));
        int flags = (profile == null ? 0 : PROFILE_FLAG) | (webp.hasAlpha() ? ALPHA_FLAG : 0)
                | (exif == null ? 0 : EXIF_FLAG);
        out.putInt(WebpFile.tag("VP8X")).putInt(EXTENDED_LENGTH).putInt(flags);
        WebpFile.putUint24(out, image.width() - 1);
        WebpFile.putUint24(out, image.height() - 1);
        put(out, "ICCP", profile);
        put(out, "ALPH", alpha);
        out.putInt(WebpFile.tag(picture.lossless() ? "VP8L" : "VP8 ")).putInt(picture.length());
        out.put(file, picture.from(), picture.length()).position(out.position() + (picture.length() & 1));
        put(out, "EXIF", exif);
        return out.array();
    }

    private static int chunk(byte @Nullable [] data) {
        return data == null ? 0 : chunk(data.length);
    }

    private static int chunk(int length) {
        return CHUNK_HEAD + length + (length & 1);
    }

    private static void put(ByteBuffer out, String type, byte @Nullable [] data) {
        if (data != null) {
            out.putInt(WebpFile.tag(type)).putInt(data.length).put(data).position(out.position() + (data.length & 1));
        }
    }

    /// A block of EXIF with nothing but the resolution, in pixels per inch.
    private static byte[] exif(Resolution resolution) {
        ByteBuffer block = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + 2 * 8).order(ByteOrder.LITTLE_ENDIAN);
        int values = block.capacity() - 2 * 8;
        block.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 3);
        block.putShort((short) 282).putShort((short) 5).putInt(1).putInt(values);
        block.putShort((short) 283).putShort((short) 5).putInt(1).putInt(values + 8);
        block.putShort((short) 296).putShort((short) 3).putInt(1).putInt(2);
        block.putInt(0);
        putRatio(block, resolution.x());
        putRatio(block, resolution.y());
        return block.array();
    }

    private static void putRatio(ByteBuffer block, double value) {
        int divisor = value < 100_000 ? 10_000 : 1;
        block.putInt((int) Math.min(Integer.MAX_VALUE, Math.round(value * divisor))).putInt(divisor);
    }
}
