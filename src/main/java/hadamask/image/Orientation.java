package hadamask.image;

import java.util.Arrays;

/// How the rows and columns that a file stores lie in the picture: the eight values of the tag Orientation of EXIF and
/// TIFF.
///
/// What each does to the stored pixels
/// ```
/// a b
/// c d
/// ```
/// to make them upright stands at the value.
public enum Orientation {
    /// `ab cd`: stored upright.
    UPRIGHT(1),
    /// `ba dc`: mirrored left to right.
    MIRRORED(2),
    /// `dc ba`: turned by half.
    UPSIDE_DOWN(3),
    /// `cd ab`: mirrored top to bottom.
    FLIPPED(4),
    /// `ac bd`: rows become columns.
    TRANSPOSED(5),
    /// `ca db`: turned clockwise to be upright.
    CLOCKWISE(6),
    /// `db ca`: mirrored along the other diagonal.
    TRANSVERSED(7),
    /// `bd ac`: turned counterclockwise to be upright.
    COUNTERCLOCKWISE(8);

    private final int tag;

    Orientation(int tag) {
        this.tag = tag;
    }

    /// @param tag the value of the tag; what is not 1 to 8 counts as upright, as everywhere
    public static Orientation of(long tag) {
        return Arrays.stream(values()).filter(o -> o.tag == tag).findFirst().orElse(UPRIGHT);
    }

    /// The image upright: itself where nothing is to be done, otherwise a copy. Where width and height change places, so
    /// do the two resolutions.
    public Image apply(Image stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.width();
        int height = stored.height();
        boolean swaps = tag >= 5;
        int n = stored.layout().samples();
        // The stored pixel (x, y) goes to the place origin + x * dx + y * dy, counted in pixels of the upright image.
        int rows = swaps ? width : height;
        int columns = swaps ? height : width;
        int last = rows * columns - 1;
        int toRight = columns - 1;
        int toLowerLeft = last - toRight;
        int origin = switch (this) {
            case UPRIGHT, TRANSPOSED -> 0;
            case MIRRORED, CLOCKWISE -> toRight;
            case UPSIDE_DOWN, TRANSVERSED -> last;
            case FLIPPED, COUNTERCLOCKWISE -> toLowerLeft;
        };
        int dx = switch (this) {
            case UPRIGHT, FLIPPED -> 1;
            case MIRRORED, UPSIDE_DOWN -> -1;
            case TRANSPOSED, CLOCKWISE -> columns;
            case TRANSVERSED, COUNTERCLOCKWISE -> -columns;
        };
        int dy = switch (this) {
            case UPRIGHT, MIRRORED -> columns;
            case FLIPPED, UPSIDE_DOWN -> -columns;
            case TRANSPOSED, COUNTERCLOCKWISE -> 1;
            case CLOCKWISE, TRANSVERSED -> -1;
        };
        Attributes attributes = swaps ? turned(stored.attributes()) : stored.attributes();
        if (stored.bitDepth() == 8) {
            byte[] upright = moved(stored.bytes(), width, height, n, origin, dx, dy);
            return Image.of8Bit(columns, rows, stored.layout(), upright, attributes);
        }
        short[] upright = moved(stored.shorts(), width, height, n, origin, dx, dy);
        return Image.of16Bit(columns, rows, stored.layout(), upright, attributes);
    }

    private static Attributes turned(Attributes stored) {
        Attributes.Resolution r = stored.resolution();
        Attributes.Description d = stored.description();
        return new Attributes(stored.colorProfile(), r == null ? null : new Attributes.Resolution(r.y(), r.x()))
                .describedBy(d == null ? null : new Attributes.Description(d.text(), d.y(), d.x(), d.unit()));
    }

    // Rows that become columns are moved in square tiles: a whole row would touch a new cache line with every pixel.
    private static final int TILE = 64;

    private static byte[] moved(byte[] from, int width, int height, int n, int origin, int dx, int dy) {
        byte[] to = new byte[from.length];
        int tileWidth = Math.abs(dx) == 1 ? width : TILE;
        for (int top = 0; top < height; top += TILE) {
            for (int left = 0; left < width; left += tileWidth) {
                int right = Math.min(width, left + tileWidth);
                for (int y = top; y < Math.min(height, top + TILE); y++) {
                    moveRow(from, (y * width + left) * n, right - left, to, (origin + left * dx + y * dy) * n, dx * n, n);
                }
            }
        }
        return to;
    }

    private static void moveRow(byte[] from, int start, int count, byte[] to, int target, int step, int n) {
        int f = start;
        int t = target;
        for (int i = 0; i < count; i++, f += n, t += step) {
            for (int c = 0; c < n; c++) {
                to[t + c] = from[f + c];
            }
        }
    }

    private static short[] moved(short[] from, int width, int height, int n, int origin, int dx, int dy) {
        short[] to = new short[from.length];
        int tileWidth = Math.abs(dx) == 1 ? width : TILE;
        for (int top = 0; top < height; top += TILE) {
            for (int left = 0; left < width; left += tileWidth) {
                int right = Math.min(width, left + tileWidth);
                for (int y = top; y < Math.min(height, top + TILE); y++) {
                    moveRow(from, (y * width + left) * n, right - left, to, (origin + left * dx + y * dy) * n, dx * n, n);
                }
            }
        }
        return to;
    }

    private static void moveRow(short[] from, int start, int count, short[] to, int target, int step, int n) {
        int f = start;
        int t = target;
        for (int i = 0; i < count; i++, f += n, t += step) {
            for (int c = 0; c < n; c++) {
                to[t + c] = from[f + c];
            }
        }
    }
}
