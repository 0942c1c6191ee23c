package hadamask.codec.webp;

import hadamask.codec.format.TiffTags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The parts of a WebP file that matter for its first frame, and what they say of its size.
///
/// Reading never fails: a part that is not there, or is too short, is null. The parts are those of the "WebP Container
/// Specification"; of an animation, the frames behind the first are counted.
final class WebpFile {
    private static final int LOSSY = tag("VP8 ");
    private static final int LOSSLESS = tag("VP8L");
    private static final int EXTENDED = tag("VP8X");
    private static final int ALPHA = tag("ALPH");
    private static final int PROFILE = tag("ICCP");
    private static final int EXIF = tag("EXIF");
    private static final int FRAME = tag("ANMF");
    private static final int CHUNK_HEAD = 8;
    /// What stands before the chunks of a frame: its place, size and duration.
    private static final int FRAME_HEAD = 16;
    /// The bit of VP8X that says that some pixel is not opaque.
    private static final int ALPHA_FLAG = 0x10;
    private static final int LOSSY_HEAD = 10;
    private static final int LOSSLESS_HEAD = 5;

    private final byte[] file;
    private final ByteBuffer data;
    private @Nullable Part canvas;
    private @Nullable Part frame;
    private int frameEnd;
    private int frames;
    private @Nullable Picture picture;
    private byte @Nullable [] alphaPlane;
    private boolean saysAlpha;
    private boolean truncated;
    private byte @Nullable [] profile;
    private @Nullable TiffTags exif;

    /// A rectangle of pixels.
    record Part(long left, long top, long width, long height) {
        boolean contains(Part other) {
            return other.left + other.width <= width && other.top + other.height <= height;
        }

        boolean hasSizeOf(Part other) {
            return width == other.width && height == other.height;
        }
    }

    /// A compressed picture.
    ///
    /// @param from where its data begin, behind the head of their chunk
    /// @param size that its data say
    /// @param saysAlpha whether its data say that they hold alpha, which only lossless ones can
    record Picture(boolean lossless, int from, int length, Part size, boolean saysAlpha) {}

    private WebpFile(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// @param file at least 12 bytes, which say that it is a WebP
    static WebpFile of(byte[] file) {
        WebpFile webp = new WebpFile(file);
        long end = (webp.data.getInt(4) & 0xFFFFFFFFL) + CHUNK_HEAD;
        webp.truncated = end > file.length;
        webp.walk(12, (int) Math.min(end, file.length));
        return webp;
    }

    /// The whole picture: what VP8X says, or the compressed picture where there is none. Null where nothing says it.
    @Nullable
    Part canvas() {
        return canvas != null ? canvas : picture == null ? null : picture.size;
    }

    /// Where the first frame lies. Null where there is no picture.
    @Nullable
    Part frame() {
        return frame != null ? frame : picture == null ? null : picture.size;
    }

    /// How many frames there are; 0 of a picture that does not move.
    int frames() {
        return frames;
    }

    /// Whether there are frames.
    boolean isAnimation() {
        return frame != null;
    }

    /// The compressed pixels of the first frame.
    @Nullable
    Picture picture() {
        return picture;
    }

    /// The chunk of the alpha that belongs to a lossy picture.
    byte @Nullable [] alphaPlane() {
        return picture != null && picture.lossless ? null : alphaPlane;
    }

    /// Whether pixels of the first frame need not be opaque.
    boolean hasAlpha() {
        return picture != null && (picture.lossless ? saysAlpha || picture.saysAlpha : alphaPlane != null);
    }

    /// Whether the data end before the file says that it ends, or before the picture does.
    boolean truncated() {
        return truncated;
    }

    byte @Nullable [] profile() {
        return profile;
    }

    @Nullable
    TiffTags exif() {
        return exif;
    }

    private void walk(int start, int end) {
        int at = start;
        while (at + CHUNK_HEAD <= end) {
            long length = data.getInt(at + 4) & 0xFFFFFFFFL;
            int from = at + CHUNK_HEAD;
            int there = (int) Math.min(length, end - from);
            take(data.getInt(at), from, there, there < length);
            at = (int) Math.min(end, from + length + (length & 1));
        }
    }

    /// @param cut whether the chunk goes on behind the end of the data
    private void take(int type, int from, int length, boolean cut) {
        boolean first = picture == null && (frame == null || from < frameEnd);
        frames += type == FRAME && length >= FRAME_HEAD ? 1 : 0;
        if (type == EXTENDED && length >= 10) {
            saysAlpha = (file[from] & ALPHA_FLAG) != 0;
            canvas = new Part(0, 0, 1L + uint24(from + 4), 1L + uint24(from + 7));
        } else if (type == LOSSY && first && length >= LOSSY_HEAD) {
            Part size = new Part(0, 0, data.getShort(from + 6) & 0x3FFF, data.getShort(from + 8) & 0x3FFF);
            picture = new Picture(false, from, length, size, false);
            truncated |= cut;
        } else if (type == LOSSLESS && first && length >= LOSSLESS_HEAD) {
            int bits = data.getInt(from + 1);
            Part size = new Part(0, 0, 1L + (bits & 0x3FFF), 1L + (bits >> 14 & 0x3FFF));
            picture = new Picture(true, from, length, size, (bits >> 28 & 1) != 0);
            truncated |= cut;
        } else if (type == ALPHA && first) {
            alphaPlane = Arrays.copyOfRange(file, from, from + length);
            truncated |= cut;
        } else if (type == FRAME && frame == null && picture == null && length >= FRAME_HEAD) {
            frame = new Part(2L * uint24(from), 2L * uint24(from + 3), 1L + uint24(from + 6), 1L + uint24(from + 9));
            frameEnd = from + length;
            walk(from + FRAME_HEAD, frameEnd);
            truncated |= cut;
        } else if (!cut) {
            takeMark(type, from, length);
        }
    }

    private void takeMark(int type, int from, int length) {
        if (type == PROFILE) {
            profile = Arrays.copyOfRange(file, from, from + length);
        } else if (type == EXIF) {
            // Some writers keep the mark that EXIF has in JPEG.
            boolean marked = length > 6 && file[from] == 'E' && file[from + 1] == 'x';
            exif = TiffTags.of(file, marked ? from + 6 : from, from + length);
        }
    }

    private int uint24(int at) {
        return (data.getShort(at) & 0xFFFF) | (file[at + 2] & 0xFF) << 16;
    }

    /// The four letters of a chunk as the number that stands for them in the file.
    static int tag(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }

    /// The first frame as a file of its own, with nothing but what its pixels are decoded from: the decoder meets no size that
    /// was not looked at.
    ///
    /// @param of this file, whose picture there is
    byte[] alone(Picture of) {
        byte[] alpha = alphaPlane();
        int extra = alpha == null ? 0 : 2 * CHUNK_HEAD + 10 + alpha.length + (alpha.length & 1);
        int length = 12 + extra + CHUNK_HEAD + of.length + (of.length & 1);
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(tag("RIFF")).putInt(length - CHUNK_HEAD).putInt(tag("WEBP"));
        if (alpha != null) {
            out.putInt(EXTENDED).putInt(10).putInt(ALPHA_FLAG);
            putUint24(out, (int) of.size.width - 1);
            putUint24(out, (int) of.size.height - 1);
            out.putInt(ALPHA).putInt(alpha.length).put(alpha).position(out.position() + (alpha.length & 1));
        }
        out.putInt(of.lossless ? LOSSLESS : LOSSY).putInt(of.length).put(file, of.from, of.length);
        return out.array();
    }

    static void putUint24(ByteBuffer out, int value) {
        out.putShort((short) value).put((byte) (value >> 16));
    }
}
