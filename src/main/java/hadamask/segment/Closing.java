package hadamask.segment;

import boofcv.alg.filter.convolve.noborder.ImplConvolveBox;
import boofcv.struct.image.GrayS16;
import boofcv.struct.image.GrayU8;
import hadamask.image.Mask;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Morphological closing by a square: dilation, then erosion, which joins what is near and fills narrow gaps.
///
/// `iterations` passes by a square of `side` are one pass by a square of `iterations * (side - 1) + 1`, with the radius
/// `iterations * (side - 1) / 2`. A pixel is in the dilation when the sum of the mask over the square around it is above
/// zero, and in the erosion when it is the area of the square; BoofCV computes such box sums, along rows and then along
/// columns, at a cost that does not grow with the square.
///
///     side 3, one iteration:    1 0 1        1 1 1
///     (extend)                  0 0 0   ->   0 0 0
///
/// @param side side of the square in pixels, odd
/// @param iterations how often it is dilated and then eroded, at least 0
/// @param border what lies outside of the image
public record Closing(int side, int iterations, Border border) {
    /// The square 5 x 5, 10 iterations, on the endless plane.
    public static final Closing DEFAULT = new Closing(5, 10, Border.EXTEND);
    /// No closing.
    public static final Closing NONE = new Closing(1, 0, Border.EXTEND);
    /// The largest radius: the box sums are kept in 16 bits.
    public static final int MAX_RADIUS = 16000;

    private static final int ROWS_PER_BAND = 700;

    /// What lies outside of the image.
    public enum Border {
        /// The endless plane: the image is padded with background before and cropped after, so that no pixel is lost.
        EXTEND,
        /// The dilation is cut at the edge, and the outside counts as 0 in the erosion, as SciPy has it.
        ZERO
    }

    public Closing {
        if (side < 1 || side % 2 == 0) {
            throw new IllegalArgumentException("a square with side " + side + " has no middle pixel");
        }
        if (iterations < 0 || (long) iterations * (side / 2) > MAX_RADIUS) {
            throw new IllegalArgumentException(iterations + " iterations of side " + side);
        }
    }

    /// The same closing with another outside.
    public Closing with(Border other) {
        return new Closing(side, iterations, other);
    }

    /// How far the square reaches from its middle pixel, over all iterations.
    public int radius() {
        return iterations * (side / 2);
    }

    /// The closed mask; the given one when the square is a single pixel.
    ///
    /// The rows are closed in bands, in parallel: a row of the result needs twice the radius of rows on both sides.
    public Mask close(Mask mask) {
        if (radius() == 0) {
            return mask;
        }
        byte[] closed = new byte[mask.values().length];
        int rowsPerBand = Math.max(ROWS_PER_BAND, 8 * radius());
        Queue<Frame> idle = new ConcurrentLinkedQueue<>(); // as many as there are threads: each is used again
        RowBands.forEach(mask.height(), rowsPerBand, (first, end) -> {
            Frame used = idle.poll();
            Frame frame = used != null ? used : new Frame(mask, Math.min(rowsPerBand, mask.height()));
            frame.close(first, end, closed);
            idle.add(frame);
        });
        return new Mask(mask.width(), mask.height(), closed);
    }

    /// The rows that the closing of some rows depends on, in a frame of background twice as wide as the square reaches:
    /// as BoofCV leaves out the sums of squares that do not lie inside, a radius is lost in each of the two steps.
    private final class Frame {
        private final Mask mask;
        private final int reach = 2 * radius();
        private final GrayU8 pixels;
        private final GrayS16 sums;
        /// Row of the mask that stands in the first row of the frame.
        private int top;

        /// @param rows the most rows that are closed at once
        Frame(Mask mask, int rows) {
            this.mask = mask;
            pixels = new GrayU8(mask.width() + 2 * reach, rows + 2 * reach);
            sums = new GrayS16(pixels.width, pixels.height);
        }

        /// Closes the rows from `first` (included) to `end` (excluded) and writes them.
        void close(int first, int end, byte[] closed) {
            top = first - reach;
            pixels.height = end - first + 2 * reach;
            sums.height = pixels.height;
            load();
            boxSums(1);
            if (border == Border.ZERO) {
                clearOutside();
            }
            boxSums(reach + 1);
            for (int y = first; y < end; y++) {
                System.arraycopy(pixels.data, inFrame(y), closed, y * mask.width(), mask.width());
            }
        }

        /// Puts the mask in the frame. What the sums leave in the outermost places is old, but no result depends on it.
        private void load() {
            int width = mask.width();
            for (int y = top; y < top + pixels.height; y++) {
                int to = inFrame(y);
                if (y < 0 || y >= mask.height()) {
                    Arrays.fill(pixels.data, to - reach, to + width + reach, (byte) 0);
                } else {
                    Arrays.fill(pixels.data, to - reach, to, (byte) 0);
                    System.arraycopy(mask.values(), y * width, pixels.data, to, width);
                    Arrays.fill(pixels.data, to + width, to + width + reach, (byte) 0);
                }
            }
        }

        /// The place in the frame of the first pixel of a row of the mask.
        private int inFrame(int y) {
            return (y - top) * pixels.stride + reach;
        }

        /// Along rows, then along columns: 1 where the sum is at least so large.
        private void boxSums(int least) {
            ImplConvolveBox.horizontal(pixels, sums, radius());
            threshold(least);
            ImplConvolveBox.vertical(pixels, sums, radius(), null);
            threshold(least);
        }

        private void threshold(int least) {
            for (int row = 0; row < pixels.height; row++) {
                Closing.threshold(sums.data, pixels.data, row * pixels.stride, pixels.stride, least);
            }
        }

        private void clearOutside() {
            for (int y = top; y < top + pixels.height; y++) {
                int from = inFrame(y) - reach;
                boolean outside = y < 0 || y >= mask.height();
                Arrays.fill(pixels.data, from, from + (outside ? pixels.stride : reach), (byte) 0);
                Arrays.fill(pixels.data, from + reach + mask.width(), from + pixels.stride, (byte) 0);
            }
        }
    }

    private static void threshold(short[] sums, byte[] values, int from, int length, int least) {
        for (int i = from; i < from + length; i++) {
            values[i] = (byte) ((least - 1 - sums[i]) >>> 31); // the sign: 1 where the sum is at least so large
        }
    }
}
