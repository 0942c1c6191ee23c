package hadamask.codec.webp;

import com.luciad.imageio.webp.Libwebp;
import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.PictureSize;
import hadamask.codec.format.PixelLimit;
import hadamask.codec.format.TiffTags;
import hadamask.codec.webp.WebpFile.Part;
import hadamask.codec.webp.WebpFile.Picture;
import hadamask.file.InputException;
import hadamask.file.NativeLibrary;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Orientation;
import java.io.IOException;

/// Reads WebP, lossy and lossless, with or without alpha, by libwebp; of an animation, the first frame at its place on the
/// canvas, what it does not cover being transparent.
///
/// Native code does not forgive: it is handed one picture in a file made for it, whose size was looked at, and nothing else of
/// what a stranger wrote ([WebpFile#alone(Picture)]).
public final class WebpReader {
    /// The native code, for which the package makes a file beside its jar.
    public static final NativeLibrary LIBRARY = new NativeLibrary("webp-imageio");

    /// The bits that VP8 takes at least for a macroblock of 16 x 16 pixels: 2.57 for its mode and 0.85 for that of its colours,
    /// by the fixed probabilities of a key frame (RFC 6386, section 11). Residuals come on top, if there are any.
    private static final int MACROBLOCK_BITS = 3;

    /// What the decoder fills: a number for each pixel.
    private static final int DECODED_BYTES = 4;
    /// What libwebp keeps beside the heap of each pixel: of a lossless picture its pixels, of a plane of alpha the same and the
    /// plane; and of each column some rows and the state of its macroblock.
    private static final int LOSSLESS_BYTES = 4;
    private static final int ALPHA_BYTES = 5;
    private static final int COLUMN_BYTES = 256;

    private WebpReader() {
    }

    /// How many frames an animation has; 0 of a picture that does not move.
    public static int frames(byte[] file) {
        return WebpFile.of(file).frames();
    }

    /// Reads a WebP file, upright.
    public static Image read(byte[] file, PixelLimit limit) throws IOException {
        WebpFile webp = WebpFile.of(file);
        Part canvas = webp.canvas();
        Part frame = webp.frame();
        Picture picture = webp.picture();
        if (canvas != null) {
            // They agree where nobody lies, and memory is taken for both.
            long width = Math.max(canvas.width(), frame == null ? 0 : frame.width());
            long height = Math.max(canvas.height(), frame == null ? 0 : frame.height());
            limit.check(width, height, 4, size(webp, width, height));
        }
        if (webp.truncated() || (picture != null && isStarved(picture))) {
            throw truncated();
        }
        if (canvas == null || frame == null || picture == null) {
            throw new BrokenImageException("it holds no picture");
        }
        if (!frame.hasSizeOf(picture.size()) || !canvas.contains(frame)
                || (!webp.isAnimation() && !canvas.hasSizeOf(frame))) {
            throw new BrokenImageException("its parts contradict each other: a picture of " + picture.size().width()
                    + " x " + picture.size().height() + " pixels on a canvas of " + canvas.width() + " x "
                    + canvas.height());
        }
        return upright(webp, pixels(webp, picture), canvas, frame);
    }

    private static PictureSize size(WebpFile webp, long width, long height) {
        Picture picture = webp.picture();
        boolean lossless = picture != null && picture.lossless();
        int outside = lossless ? LOSSLESS_BYTES : webp.alphaPlane() != null ? ALPHA_BYTES : 0;
        boolean opaque = !webp.hasAlpha() && !webp.isAnimation();
        return new PictureSize(width, height, opaque ? 3 : 4, DECODED_BYTES,
                outside * width * height + COLUMN_BYTES * width);
    }

    private static boolean isStarved(Picture picture) {
        Part size = picture.size();
        return !picture.lossless() && 8L * picture.length() < MACROBLOCK_BITS * Math.ceilDiv(size.width(), 16)
                * Math.ceilDiv(size.height(), 16);
    }

    /// A number for each pixel, as [Libwebp] gives them.
    private static int[] pixels(WebpFile webp, Picture picture) throws IOException {
        try {
            LIBRARY.load();
        } catch (IOException e) {
            String reason = Libwebp.isOnClassPath() ? e.getMessage() : "webp-imageio is not on the class path";
            throw new InputException("is a WebP, whose decoder does not run here: " + reason,
                    "convert it to PNG, such as by: dwebp in.webp -o out.png");
        }
        int[] outcome = new int[4];
        int[] pixels = Libwebp.decode(webp.alone(picture), outcome);
        return switch (outcome[0]) {
            case Libwebp.OK -> {
                if (pixels == null || outcome[1] != picture.size().width() || outcome[2] != picture.size().height()) {
                    throw new BrokenImageException("libwebp sees another size in it");
                }
                yield pixels;
            }
            case Libwebp.OUT_OF_MEMORY -> {
                if (webp.alphaPlane() != null) {
                    // The same is said of a plane of alpha whose head makes no sense.
                    throw new BrokenImageException("libwebp cannot decode its alpha, or has no memory for it");
                }
                throw new OutOfMemoryError("libwebp");
            }
            case Libwebp.SUSPENDED, Libwebp.NOT_ENOUGH_DATA -> throw truncated();
            default -> throw new BrokenImageException("libwebp cannot decode its data");
        };
    }

    private static Image upright(WebpFile webp, int[] pixels, Part canvas, Part frame) {
        TiffTags exif = webp.exif();
        Attributes attributes = new Attributes(webp.profile(), exif == null ? null : exif.resolution());
        boolean covered = canvas.hasSizeOf(frame);
        Layout layout = covered && !webp.hasAlpha() ? Layout.BGR : Layout.ABGR;
        int width = (int) canvas.width();
        int n = layout.samples();
        byte[] samples = new byte[Math.multiplyExact(width * n, (int) canvas.height())];
        int columns = (int) frame.width();
        for (int y = 0; y < frame.height(); y++) {
            int to = n * (width * (y + (int) frame.top()) + (int) frame.left());
            if (layout == Layout.BGR) {
                putOpaque(pixels, y * columns, columns, samples, to);
            } else {
                putAlpha(pixels, y * columns, columns, webp.hasAlpha() ? 0 : 0xFF, samples, to);
            }
        }
        Image stored = Image.of8Bit(width, (int) canvas.height(), layout, samples, attributes);
        return (exif == null ? Orientation.UPRIGHT : exif.orientation()).apply(stored);
    }

    private static void putOpaque(int[] pixels, int from, int count, byte[] samples, int to) {
        for (int i = from, o = to; i < from + count; i++, o += 3) {
            int pixel = pixels[i];
            samples[o] = (byte) pixel;
            samples[o + 1] = (byte) (pixel >> 8);
            samples[o + 2] = (byte) (pixel >> 16);
        }
    }

    /// @param least what alpha has at least: 255 where the frame is opaque, whatever the decoder leaves there
    private static void putAlpha(int[] pixels, int from, int count, int least, byte[] samples, int to) {
        for (int i = from, o = to; i < from + count; i++, o += 4) {
            int pixel = pixels[i];
            samples[o] = (byte) (pixel >> 24 | least);
            samples[o + 1] = (byte) pixel;
            samples[o + 2] = (byte) (pixel >> 8);
            samples[o + 3] = (byte) (pixel >> 16);
        }
    }

    private static InputException truncated() {
        return new InputException("is a truncated WebP: the data end before the picture does");
    }
}
