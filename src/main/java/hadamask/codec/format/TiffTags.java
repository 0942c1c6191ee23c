package hadamask.codec.format;

import hadamask.image.Attributes.Description;
import hadamask.image.Attributes.Resolution;
import hadamask.image.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tags of the first directory of a TIFF file, or of the EXIF block that JPEG, PNG and WebP borrow from it.
///
/// Reading never fails: a tag that lies outside the data, or has a type that makes no sense, is as if it was not there.
///
/// @hidden public for other packages of Hadamask alone
public final class TiffTags {
    public static final int SUBFILE_TYPE = 254;
    public static final int WIDTH = 256;
    public static final int HEIGHT = 257;
    public static final int BITS_PER_SAMPLE = 258;
    public static final int COMPRESSION = 259;
    public static final int PHOTOMETRIC = 262;
    public static final int FILL_ORDER = 266;
    public static final int DESCRIPTION = 270;
    public static final int STRIP_OFFSETS = 273;
    public static final int MAKE = 271;
    public static final int ORIENTATION = 274;
    public static final int SAMPLES_PER_PIXEL = 277;
    public static final int ROWS_PER_STRIP = 278;
    public static final int STRIP_LENGTHS = 279;
    public static final int X_RESOLUTION = 282;
    public static final int Y_RESOLUTION = 283;
    public static final int PLANAR = 284;
    public static final int FAX_OPTIONS = 292;
    public static final int RESOLUTION_UNIT = 296;
    public static final int PREDICTOR = 317;
    public static final int COLOR_MAP = 320;
    public static final int TILE_WIDTH = 322;
    public static final int TILE_HEIGHT = 323;
    public static final int TILE_OFFSETS = 324;
    public static final int TILE_LENGTHS = 325;
    public static final int INK_SET = 332;
    public static final int SUB_DIRECTORIES = 330;
    public static final int EXTRA_SAMPLES = 338;
    public static final int SAMPLE_FORMAT = 339;
    public static final int JPEG_TABLES = 347;
    public static final int JPEG_STREAM = 513;
    public static final int JPEG_STREAM_LENGTH = 514;
    public static final int YCBCR_COEFFICIENTS = 529;
    public static final int YCBCR_SUBSAMPLING = 530;
    public static final int REFERENCE_BLACK_WHITE = 532;
    public static final int COLOR_PROFILE = 34675;
    public static final int DNG_VERSION = 50706;

    private static final int MAX_ENTRIES = 4096;
    /// Longer descriptions are read so far: scales stand at the beginning.
    private static final int MAX_DESCRIPTION = 1 << 20;
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final ByteBuffer data;
    private final Map<Integer, Entry> entries = new HashMap<>();
    /// The types of tags that cannot be used: the type is not known, or the values lie outside of the data.
    private final Map<Integer, Integer> useless = new HashMap<>();

    private long start;
    private boolean big;

    private record Entry(int type, long count, long position) {}

    private TiffTags(ByteBuffer data) {
        this.data = data;
    }

    /// @param block a whole TIFF file or EXIF block, from its byte order mark on
    public static TiffTags of(byte[] block) {
        return of(block, 0, block.length);
    }

    /// @param from where the byte order mark stands
    /// @param to where the block ends
    public static TiffTags of(byte[] bytes, int from, int to) {
        ByteBuffer data = ByteBuffer.wrap(bytes, from, Math.max(0, to - from)).slice();
        TiffTags tags = new TiffTags(data);
        if (data.limit() < 8) {
            return tags;
        }
        data.order(data.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tags.big = data.getShort(2) == 43;
        if (!tags.big && data.getShort(2) != 42) {
            return tags;
        }
        tags.start = tags.big ? tags.int64(8) : tags.uint32(4);
        tags.readDirectory();
        return tags;
    }

    private void readDirectory() {
        int entrySize = big ? 20 : 12;
        int head = big ? 8 : 2;
        if (start < 8 || start > data.limit() - head) {
            return;
        }
        long n = big ? int64(start) : uint16(start);
        if (n < 0 || n > MAX_ENTRIES) {
            return;
        }
        long at = start + head;
        for (long i = 0; i < n && at + entrySize <= data.limit(); i++, at += entrySize) {
            int type = uint16(at + 2);
            int size = type < TYPE_SIZES.length ? TYPE_SIZES[type] : 0;
            long count = big ? int64(at + 4) : uint32(at + 4);
            if (size == 0 || count < 1 || count > data.limit()) {
                useless.putIfAbsent(uint16(at), type);
                continue;
            }
            long inline = at + (big ? 12 : 8);
            long position = size * count <= (big ? 8 : 4) ? inline : big ? int64(inline) : uint32(inline);
            if (position >= 0 && position <= data.limit() - size * count) {
                entries.putIfAbsent(uint16(at), new Entry(type, count, position));
            } else {
                useless.putIfAbsent(uint16(at), type);
            }
        }
    }

    /// The values of a tag without which pixels cannot be read, or would be read wrongly.
    ///
    /// @return none where there is no such tag
    /// @throws BrokenImageException if the tag is there but holds no whole numbers
    public long[] pixelNumbers(int tag) throws BrokenImageException {
        Entry e = entries.get(tag);
        int type = e == null ? useless.getOrDefault(tag, -1) : e.type;
        if (type < 0) {
            return new long[0];
        }
        boolean whole = type == 1 || type == 3 || type == 4 || type == 13 || type == 16 || type == 18;
        if (!whole) {
            String what = type == 2
                    ? "text"
                    : type < TYPE_SIZES.length && TYPE_SIZES[type] > 0
                            ? "of type " + type
                            : "of type " + type + ", which does not exist";
            throw new BrokenImageException("its tag " + tag + " is " + what + ", expected whole numbers");
        }
        if (e == null) {
            throw new BrokenImageException("the values of its tag " + tag + " are not in the file");
        }
        return numbers(tag);
    }

    /// The first of [#pixelNumbers(int)], or `otherwise` where there is none.
    public long pixelNumber(int tag, long otherwise) throws BrokenImageException {
        long[] all = pixelNumbers(tag);
        return all.length == 0 ? otherwise : all[0];
    }

    /// Whether numbers of 16 bits have their high byte first.
    public boolean isBigEndian() {
        return data.order() == ByteOrder.BIG_ENDIAN;
    }

    /// Whether there is such a tag, whatever it holds.
    public boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /// The first value of a tag as a whole number, or `otherwise` where there is none.
    public long number(int tag, long otherwise) {
        long[] all = numbers(tag);
        return all.length == 0 ? otherwise : all[0];
    }

    /// All values of a tag as whole numbers; none where there is no such tag, or it does not hold whole numbers.
    long[] numbers(int tag) {
        Entry e = entries.get(tag);
        if (e == null) {
            return new long[0];
        }
        long[] values = new long[(int) e.count];
        for (int i = 0; i < values.length; i++) {
            switch (e.type) {
                case 1, 6, 7 -> values[i] = data.get((int) e.position + i) & 0xFF;
                case 3, 8 -> values[i] = uint16(e.position + 2L * i);
                case 4, 9, 13 -> values[i] = uint32(e.position + 4L * i);
                case 16, 17, 18 -> values[i] = int64(e.position + 8L * i);
                default -> {
                    return new long[0];
                }
            }
        }
        return values;
    }

    /// The bytes of a tag, or null.
    public byte @Nullable [] bytes(int tag) {
        Entry e = entries.get(tag);
        if (e == null || TYPE_SIZES[e.type] != 1) {
            return null;
        }
        byte[] copy = new byte[(int) e.count];
        data.get((int) e.position, copy);
        return copy;
    }

    /// How the pixels are to be turned.
    public Orientation orientation() {
        return Orientation.of(number(ORIENTATION, 1));
    }

    /// The resolution in dpi, or null where it is not said, or only as a ratio.
    @Nullable
    public Resolution resolution() {
        double x = ratio(X_RESOLUTION);
        double y = ratio(Y_RESOLUTION);
        long unit = number(RESOLUTION_UNIT, 2);
        double perInch = unit == 2 ? 1 : unit == 3 ? 2.54 : 0;
        boolean said = x > 0 && y > 0 && perInch > 0;
        return said ? new Resolution(x * perInch, y * perInch) : null;
    }

    /// The description, where a microscope's program has written its scale into it; null otherwise.
    public @Nullable Description description() {
        Entry e = entries.get(DESCRIPTION);
        if (e == null || TYPE_SIZES[e.type] != 1) {
            return null;
        }
        byte[] bytes = new byte[(int) Math.min(e.count, MAX_DESCRIPTION)];
        data.get((int) e.position, bytes);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
        boolean xml = text.stripLeading().startsWith("<") && text.contains("OME");
        return text.startsWith("ImageJ=") || xml
                ? new Description(text, ratio(X_RESOLUTION), ratio(Y_RESOLUTION), (int) number(RESOLUTION_UNIT, 2))
                : null;
    }

    /// All values of a tag of ratios; none where there is no such tag, or it holds others.
    public double[] ratios(int tag) {
        Entry e = entries.get(tag);
        if (e == null || e.type != 5) {
            return new double[0];
        }
        double[] values = new double[(int) e.count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (double) uint32(e.position + 8L * i) / uint32(e.position + 8L * i + 4);
        }
        return values;
    }

    private double ratio(int tag) {
        Entry e = entries.get(tag);
        if (e == null || e.type != 5) {
            return 0;
        }
        long divisor = uint32(e.position + 4);
        return divisor == 0 ? 0 : (double) uint32(e.position) / divisor;
    }

    /// The tags that are there.
    @Override
    public String toString() {
        return Arrays.toString(entries.keySet().stream().sorted().toArray());
    }

    private int uint16(long at) {
        return data.getShort((int) at) & 0xFFFF;
    }

    private long uint32(long at) {
        return data.getInt((int) at) & 0xFFFFFFFFL;
    }

    private long int64(long at) {
        return at + 8 <= data.limit() ? data.getLong((int) at) : -1;
    }
}
