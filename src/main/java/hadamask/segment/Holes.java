package hadamask.segment;

import boofcv.alg.filter.binary.LinearExternalContours;
import boofcv.struct.ConnectRule;
import boofcv.struct.PackedSetsPoint2D_I32;
import boofcv.struct.image.GrayU8;
import georegression.struct.point.Point2D_I32;
import hadamask.image.Mask;
import hadamask.parallel.RowBands;
import java.util.Arrays;

/// Which holes of a mask are filled.
///
/// A hole is a background region that cannot reach the edge of the image over 4-connected background pixels:
///
///     0 0 0 0 0        0 0 0 0 0
///     0 1 1 1 0        0 1 1 1 0
///     0 1 0 1 0   ->   0 1 1 1 0
///     0 1 1 1 0        0 1 1 1 0
///     0 0 0 0 0        0 0 0 0 0
///
/// @param largest area in pixels up to which a hole is filled; 0 leaves all
public record Holes(int largest) {
    /// Every hole is filled.
    public static final Holes ALL = new Holes(Integer.MAX_VALUE);
    /// No hole is filled.
    public static final Holes NONE = new Holes(0);

    private static final int ROWS_PER_BAND = 256;

    public Holes {
        if (largest < 0) {
            throw new IllegalArgumentException("an area of " + largest + " pixels");
        }
    }

    /// The mask with its holes filled; the given one when there is nothing to fill.
    public Mask fill(Mask mask) {
        if (largest == 0) {
            return mask;
        }
        Mask filled = fillAll(mask);
        return largest == Integer.MAX_VALUE ? filled : withoutLargeHoles(mask, filled);
    }

    /// Fills everything inside the outer contours, which BoofCV traces.
    ///
    /// A contour that is followed around its region winds once around every pixel inside. Each step down a row adds one to
    /// the winding number of all pixels to its right, each step up takes one away, so a running sum along a row tells
    /// inside from outside. Time grows with the pixels, memory is one byte per pixel and 8 bytes per contour pixel.
    private static Mask fillAll(Mask mask) {
        int width = mask.width();
        int height = mask.height();
        GrayU8 padded = padded(mask);
        LinearExternalContours contours = new LinearExternalContours(ConnectRule.EIGHT);
        contours.process(padded, 1, 1);
        byte[] steps = cleared(padded); // from here on it holds the steps down and up
        addSteps(contours.getExternalContours(), steps, padded.stride);

        byte[] filled = mask.values().clone();
        byte[] ones = new byte[width];
        Arrays.fill(ones, (byte) 1);
        RowBands.forEach(height, ROWS_PER_BAND, (first, end) -> {
            for (int y = first; y < end; y++) {
                fillRow(steps, (y + 1) * padded.stride + 1, filled, y * width, ones);
            }
        });
        return new Mask(width, height, filled);
    }

    /// The array of an image whose work is done, with zeros: copying a row of them is faster than writing each.
    private static byte[] cleared(GrayU8 image) {
        byte[] zeros = new byte[image.stride];
        RowBands.forEach(image.height, ROWS_PER_BAND, (first, end) -> {
            for (int y = first; y < end; y++) {
                System.arraycopy(zeros, 0, image.data, y * image.stride, image.stride);
            }
        });
        return image.data;
    }

    /// Fills a row where the winding number is not 0; it changes at steps only.
    private static void fillRow(byte[] steps, int from, byte[] filled, int to, byte[] ones) {
        int width = ones.length;
        int winding = 0;
        for (int x = 0; x < width;) {
            winding += steps[from + x];
            int next = x + 1;
            if (next < width && steps[from + next] == 0) {
                next = Runs.end(steps, from + next, from + width) - from;
            }
            if (winding != 0) {
                System.arraycopy(ones, 0, filled, to + x, next - x);
            }
            x = next;
        }
    }

    /// The mask with a frame of zeros.
    static GrayU8 padded(Mask mask) {
        int width = mask.width();
        GrayU8 padded = new GrayU8(width + 2, mask.height() + 2);
        RowBands.forEach(mask.height(), ROWS_PER_BAND, (first, end) -> {
            for (int y = first; y < end; y++) {
                System.arraycopy(mask.values(), y * width, padded.data, (y + 1) * padded.stride + 1, width);
            }
        });
        return padded;
    }

    private static void addSteps(PackedSetsPoint2D_I32 contours, byte[] steps, int stride) {
        PackedSetsPoint2D_I32.SetIterator points = contours.createIterator();
        for (int c = 0; c < contours.size(); c++) {
            points.setup(c);
            Point2D_I32 point = points.next();
            int firstX = point.x;
            int firstY = point.y;
            int x = firstX;
            int y = firstY;
            while (points.hasNext()) {
                point = points.next();
                addStep(x, y, point.x, point.y, steps, stride);
                x = point.x;
                y = point.y;
            }
            addStep(x, y, firstX, firstY, steps, stride);
        }
    }

    /// A step between rows counts in the upper of the two, so that every row is crossed once.
    private static void addStep(int fromX, int fromY, int toX, int toY, byte[] steps, int stride) {
        if (toY > fromY) {
            steps[(fromY + 1) * stride + fromX + 1]++;
        } else if (toY < fromY) {
            steps[(toY + 1) * stride + toX + 1]--;
        }
    }

    private Mask withoutLargeHoles(Mask mask, Mask filled) {
        byte[] before = mask.values();
        byte[] holes = filled.values().clone();
        for (int i = 0; i < holes.length; i++) {
            holes[i] ^= before[i];
        }
        Mask small = Regions.of(new Mask(mask.width(), mask.height(), holes), Connectivity.FOUR)
                .select(area -> area <= largest);
        byte[] result = small.values();
        for (int i = 0; i < result.length; i++) {
            result[i] |= before[i];
        }
        return small;
    }
}
