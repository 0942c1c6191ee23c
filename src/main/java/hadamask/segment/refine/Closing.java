package hadamask.segment.refine;

import hadamask.image.Mask;
import hadamask.parallel.ObjectPool;
import hadamask.parallel.RowBands;

/// Morphological closing by a square or a disc: dilation, then erosion, which joins what is near and fills narrow gaps.
///
/// `iterations` passes by a square of `side` are one pass by a square of `iterations * (side - 1) + 1`, with the radius
/// `iterations * (side - 1) / 2`. A pixel is in the dilation when any pixel of the square around it is in, and in the erosion
/// when all are: along rows, then along columns, on 64 pixels at a time ([BitFrame]), at a cost that grows with the
/// logarithm of the square.
///
///     side 3, one iteration:    1 0 1        1 1 1
///     (extend)                  0 0 0   ->   0 0 0
///
/// A disc has the radius of that square and is exact: all pixels whose middles are at most so far away ([DiscClosing]).
///
/// @param side side of the square in pixels, odd
/// @param iterations how often it is dilated and then eroded, at least 0, or [#SCALED]
/// @param border what lies outside of the image
/// @param element the shape that is moved over the mask
public record Closing(int side, int iterations, Border border, Element element) {
    /// As many iterations as suit the size of the picture: 10 from 2000 pixels of its shorter side on, and proportionally
    /// fewer below, but at least one.
    public static final int SCALED = -1;
    /// The square 5 x 5, iterations that grow with the picture, on the endless plane.
    public static final Closing AUTO = new Closing(5, SCALED, Border.EXTEND);
    /// What closes when nobody asks for another: [#AUTO].
    public static final Closing DEFAULT = AUTO;
    /// No closing.
    public static final Closing NONE = new Closing(1, 0, Border.EXTEND);
    /// The largest radius.
    public static final int MAX_RADIUS = 16000;

    private static final int ROWS_PER_BAND = 700;
    private static final int MAX_SCALED = 10;
    private static final double FULL_SIDE = 2000;

    /// What lies outside of the image.
    public enum Border {
        /// The endless plane: the image is padded with background before and cropped after, so that no pixel is lost.
        EXTEND,
        /// The dilation is cut at the edge, and the outside counts as 0 in the erosion, as SciPy has it.
        ZERO
    }

    /// What is moved over the mask.
    public enum Element {
        /// A square.
        SQUARE,
        /// A disc of the same radius: it joins no farther along the diagonals than along rows.
        DISC
    }

    /// Closes by a square.
    public Closing(int side, int iterations, Border border) {
        this(side, iterations, border, Element.SQUARE);
    }

    public Closing {
        if (side < 1 || side % 2 == 0) {
            throw new IllegalArgumentException("a square with side " + side + " has no middle pixel");
        }
        if (iterations < SCALED || (long) iterations * (side / 2) > MAX_RADIUS) {
            throw new IllegalArgumentException(iterations + " iterations of side " + side);
        }
    }

    /// The same closing with another outside.
    public Closing with(Border other) {
        return new Closing(side, iterations, other, element);
    }

    /// The same closing by another shape.
    public Closing with(Element other) {
        return new Closing(side, iterations, border, other);
    }

    /// The same closing, its iterations a number: those that suit a picture.
    ///
    /// @param width columns of the picture
    /// @param height its rows
    public Closing scaledTo(int width, int height) {
        if (iterations != SCALED) {
            return this;
        }
        long scaled = Math.round(MAX_SCALED * Math.min(width, height) / FULL_SIDE);
        return new Closing(side, Math.clamp(scaled, 1, MAX_SCALED), border, element);
    }

    /// As it is written: `auto`, `none`, or side and iterations as in `5x10`; border and element are told apart.
    public String word() {
        return iterations == SCALED ? "auto" : radius() == 0 ? "none" : side + "x" + iterations;
    }

    /// By hand: picocli asks for the text of each value that is given, and that of a record takes 7 ms to link.
    @Override
    public String toString() {
        return word() + " " + element.name() + " " + border.name();
    }

    /// How far the square or the disc reaches from its middle pixel, over all iterations.
    ///
    /// @throws IllegalStateException if the iterations are still to be scaled
    public int radius() {
        if (iterations == SCALED) {
            throw new IllegalStateException("the picture decides");
        }
        return iterations * (side / 2);
    }

    /// The same, or the largest of any picture where the picture decides.
    public int largestRadius() {
        return (iterations == SCALED ? MAX_SCALED : iterations) * (side / 2);
    }

    /// The closed mask; the given one when the square is a single pixel.
    ///
    /// The rows are closed in bands, in parallel: a row of the result needs twice the radius of rows on both sides.
    public Mask close(Mask mask) {
        if (iterations == SCALED) {
            return scaledTo(mask.width(), mask.height()).close(mask);
        }
        if (radius() == 0) {
            return mask;
        }
        if (element == Element.DISC) {
            return new DiscClosing(mask, radius()).close(border);
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
