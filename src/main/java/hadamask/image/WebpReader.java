package hadamask.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import hadamask.file.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads WebP, lossy and lossless, with or without alpha, by TwelveMonkeys; of an animation, the first frame.
final class WebpReader {
    private static final int LOSSY = tag("VP8 ");
    private static final int LOSSLESS = tag("VP8L");
    private static final int EXTENDED = tag("VP8X");
    private static final int PROFILE = tag("ICCP");
    private static final int EXIF = tag("EXIF");
    private static final int FRAME = tag("ANMF");

    /// The bits that VP8 takes at least for a macroblock of 16 x 16 pixels: 2.57 for its mode and 0.85 for that of its colours,
    /// by the fixed probabilities of a key frame (RFC 6386, section 11). Residuals come on top, if there are any.
    private static final int MACROBLOCK_BITS = 3;

    /// What stands before the chunks of a frame: its place, size and duration.
    private static final int FRAME_HEAD = 16;

    /// The decoder looks 8 bytes ahead; what it reads far behind the end is no picture.
    private static final int LOOK_AHEAD = 1024;

    /// What the decoder of the library keeps of each pixel while it works, in bytes.
    private static final int LOSSY_BYTES = 30;
    private static final int LOSSLESS_BYTES = 4;

    private final byte[] file;
    private final ByteBuffer data;
    private long width;
    private long height;
    private boolean lossy;
    private boolean starved;
    private byte @Nullable [] profile;
    private @Nullable TiffTags exif;

    private WebpReader(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Reads a WebP file, upright.
    static Image read(byte[] file, PixelLimit limit) throws IOException {
        WebpReader reader = new WebpReader(file);
        reader.walk(12, file.length);
        boolean truncated = (reader.data.getInt(4) & 0xFFFFFFFFL) + 8 > file.length;
        if (reader.width > 0) {
            limit.check(reader.width, reader.height, 4, reader.size());
        } else if (!truncated) {
            throw new BrokenImageException("it holds no picture");
        }
        if (truncated || reader.starved) {
            throw new InputException("is a truncated WebP: the data end before the picture does");
        }
        TiffTags tags = reader.exif;
        Attributes attributes = new Attributes(reader.profile, tags == null ? null : tags.resolution());
        Image stored = Rasters.toImage(Rasters.read(new WebPImageReaderSpi().createReaderInstance(null),
                BytesInput.padded(file, LOOK_AHEAD)),
                attributes);
        return (tags == null ? Orientation.UPRIGHT : tags.orientation()).apply(stored);
    }

    private PictureSize size() {
        return new PictureSize(width, height, 4, lossy ? LOSSY_BYTES : LOSSLESS_BYTES, 0);
    }

    private void walk(int start, int end) {
        int at = start;
        while (at + 8 <= end) {
            long length = data.getInt(at + 4) & 0xFFFFFFFFL;
            int from = at + 8;
            if (length > end - from) {
                takeSize(data.getInt(at), from, end - from);
                break;
            }
            take(data.getInt(at), from, (int) length);
            at = from + (int) length + (int) (length & 1);
        }
    }

    private void take(int type, int from, int length) {
        if (type == PROFILE) {
            profile = Arrays.copyOfRange(file, from, from + length);
        } else if (type == EXIF) {
            // Some writers keep the mark that EXIF has in JPEG.
            boolean marked = length > 6 && file[from] == 'E' && file[from + 1] == 'x';
            exif = TiffTags.of(file, marked ? from + 6 : from, from + length);
        } else if (type == FRAME && length > FRAME_HEAD) {
            walk(from + FRAME_HEAD, from + length);
        } else {
            takeSize(type, from, length);
        }
    }

    /// Takes the larger of the sizes of canvas and frame: they agree where nobody lies, and memory is taken for both.
    private void takeSize(int type, int from, int length) {
        if (file.length - from < 10) {
            return;
        }
        if (type == EXTENDED) {
            enlarge(1L + (data.getInt(from + 4) & 0xFFFFFF), 1L + (data.getInt(from + 6) >>> 8));
        } else if (type == LOSSY) {
            lossy = true;
            long columns = data.getShort(from + 6) & 0x3FFF;
            long rows = data.getShort(from + 8) & 0x3FFF;
            enlarge(columns, rows);
            starved |= 8L * length < MACROBLOCK_BITS * Math.ceilDiv(columns, 16) * Math.ceilDiv(rows, 16);
        } else if (type == LOSSLESS) {
            int bits = data.getInt(from + 1);
            enlarge(1L + (bits & 0x3FFF), 1L + (bits >> 14 & 0x3FFF));
        }
    }

    private void enlarge(long columns, long rows) {
        width = Math.max(width, columns);
        height = Math.max(height, rows);
    }

    private static int tag(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
