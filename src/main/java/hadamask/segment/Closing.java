package hadamask.segment;

import hadamask.image.Mask;
import hadamask.parallel.ObjectPool;
import hadamask.parallel.RowBands;

/// Morphological closing by a square: dilation, then erosion, which joins what is near and fills narrow gaps.
///
/// `iterations` passes by a square of `side` are one pass by a square of `iterations * (side - 1) + 1`, with the radius
/// `iterations * (side - 1) / 2`. A pixel is in the dilation when any pixel of the square around it is in, and in the erosion
/// when all are: along rows, then along columns, on 64 pixels at a time ([BitFrame]), at a cost that grows with the
/// logarithm of the square.
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
    /// The largest radius.
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
        ObjectPool<BitFrame> frames = new ObjectPool<>(
                () -> new BitFrame(mask, radius(), Math.min(rowsPerBand, mask.height())));
        RowBands.forEach(mask.height(), rowsPerBand, (first, end) -> {
            BitFrame frame = frames.take();
            frame.close(first, end, border, closed);
            frames.giveBack(frame);
        });
        return new Mask(mask.width(), mask.height(), closed);
    }
}
