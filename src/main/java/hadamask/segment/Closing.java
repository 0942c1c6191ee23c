package hadamask.segment;

import boofcv.alg.filter.convolve.ConvolveImageBox;
import boofcv.concurrency.BoofConcurrency;
import boofcv.struct.image.GrayS16;
import boofcv.struct.image.GrayU8;
import hadamask.image.Mask;
import java.util.Arrays;

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

    private static final int ROWS_PER_BAND = 512;

    static {
        // The bands are the parallel work: threads within threads would only wait for each other.
        BoofConcurrency.USE_CONCURRENT = false;
    }

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
        RowBands.forEach(mask.height(), rowsPerBand, (first, end) -> new Band(mask, first, end).close(closed));
        return new Mask(mask.width(), mask.height(), closed);
    }

    /// The rows that the closing of some rows depends on, in a frame of background as wide as the square reaches.
    private final class Band {
        private final Mask mask;
        private final int first;
        private final int end;
        private final int top;
        private final GrayU8 frame;
        private final GrayS16 sums;

        Band(Mask mask, int first, int end) {
            this.mask = mask;
            this.first = first;
            this.end = end;
            top = Math.max(-radius(), first - 2 * radius());
            int bottom = Math.min(mask.height() + radius(), end + 2 * radius());
            frame = new GrayU8(mask.width() + 2 * radius(), bottom - top);
            sums = new GrayS16(frame.width, frame.height);
        }

        /// Writes the closed rows. Beyond the frame BoofCV counts zeros, which is background.
        void close(byte[] closed) {
            for (int y = Math.max(0, top); y < Math.min(mask.height(), top + frame.height); y++) {
                System.arraycopy(mask.values(), y * mask.width(), frame.data, inFrame(y), mask.width());
            }
            horizontalSums(1);
            verticalSums(1);
            if (border == Border.ZERO) {
                clearOutside();
            }
            horizontalSums(2 * radius() + 1);
            verticalSums(2 * radius() + 1);
            for (int y = first; y < end; y++) {
                System.arraycopy(frame.data, inFrame(y), closed, y * mask.width(), mask.width());
            }
        }

        /// The place in the frame of the first pixel of a row of the mask.
        private int inFrame(int y) {
            return (y - top) * frame.stride + radius();
        }

        private void clearOutside() {
            int right = radius() + mask.width();
            for (int row = 0; row < frame.height; row++) {
                int from = row * frame.stride;
                boolean outside = row + top < 0 || row + top >= mask.height();
                Arrays.fill(frame.data, from, from + (outside ? frame.stride : radius()), (byte) 0);
                Arrays.fill(frame.data, from + right, from + frame.stride, (byte) 0);
            }
        }

        private void horizontalSums(int least) {
            ConvolveImageBox.horizontal(frame, sums, radius());
            threshold(sums.data, frame.data, least);
        }

        private void verticalSums(int least) {
            ConvolveImageBox.vertical(frame, sums, radius(), null);
            threshold(sums.data, frame.data, least);
        }
    }

    private static void threshold(short[] sums, byte[] values, int least) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (sums[i] >= least ? 1 : 0);
        }
    }
}
