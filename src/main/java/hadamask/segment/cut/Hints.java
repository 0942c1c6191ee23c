package hadamask.segment.cut;

import hadamask.image.Mask;
import hadamask.image.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a person knows of a picture before it is cut.
///
/// A pixel that is kept is in the mask, one that is dropped is not, whatever the cut says; where hints contradict each other,
/// dropping wins. Around a point the cut is held to it in a disc of 4 of 300 pixels; of the full picture the pixel itself is certain.
///
/// @param box where the object is: all outside is dropped; null for anywhere
/// @param keep points on the object
/// @param drop points on the ground
/// @param kept pixels on the object, of the size of the picture, or null
/// @param dropped pixels on the ground, of the size of the picture, or null
public record Hints(@Nullable Rectangle box, List<Point> keep, List<Point> drop, @Nullable Mask kept,
        @Nullable Mask dropped) {
    /// Nothing is known.
    public static final Hints NONE = new Hints(null, List.of(), List.of(), null, null);

    /// A pixel.
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    public record Point(int x, int y) {
        /// As it is given; written out, since what a record makes of itself is linked when it first runs.
        @Override
        public String toString() {
            return x + "," + y;
        }
    }

    public Hints {
        keep = List.copyOf(keep);
        drop = List.copyOf(drop);
    }

    /// Whether anything is known.
    public boolean isEmpty() {
        return box == null && keep.isEmpty() && drop.isEmpty() && kept == null && dropped == null;
    }

    /// As records compare; written out, since what a record makes of itself is linked when it first runs, in 7 ms.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hints hints && Objects.equals(box, hints.box) && keep.equals(hints.keep)
                && drop.equals(hints.drop) && Objects.equals(kept, hints.kept)
                && Objects.equals(dropped, hints.dropped);
    }

    @Override
    public int hashCode() {
        return Objects.hash(box, keep, drop, kept, dropped);
    }

    /// These hints, with a box, or without one.
    public Hints withBox(@Nullable Rectangle rectangle) {
        return new Hints(rectangle, keep, drop, kept, dropped);
    }

    /// These hints, with other points.
    public Hints withPoints(List<Point> onObject, List<Point> onGround) {
        return new Hints(box, onObject, onGround, kept, dropped);
    }

    /// These hints, with masks of certain pixels.
    public Hints withMasks(@Nullable Mask onObject, @Nullable Mask onGround) {
        return new Hints(box, keep, drop, onObject, onGround);
    }

    /// Whether more is known than a box.
    boolean hasClicks() {
        return !withBox(null).isEmpty();
    }

    /// What of these hints is seen in a part of the picture, told from the corner of that part.
    Hints within(Rectangle part) {
        Rectangle inner = box == null
                ? null
                : new Rectangle(box.x() - part.x(), box.y() - part.y(), box.width(), box.height());
        return new Hints(inner, within(keep, part), within(drop, part), within(kept, part), within(dropped, part));
    }

    private static List<Point> within(List<Point> points, Rectangle part) {
        List<Point> seen = new ArrayList<>();
        for (Point point : points) {
            int x = point.x() - part.x();
            int y = point.y() - part.y();
            if (x >= 0 && y >= 0 && x < part.width() && y < part.height()) {
                seen.add(new Point(x, y));
            }
        }
        return seen;
    }

    private static @Nullable Mask within(@Nullable Mask mask, Rectangle part) {
        if (mask == null) {
            return null;
        }
        byte[] values = new byte[part.width() * part.height()];
        for (int y = 0; y < part.height(); y++) {
            System.arraycopy(mask.values(), (part.y() + y) * mask.width() + part.x(), values, y * part.width(),
                    part.width());
        }
        return new Mask(part.width(), part.height(), values);
    }

    /// @throws IllegalArgumentException if a hint lies outside of a picture, or its masks are of another size
    void check(int width, int height) {
        for (List<Point> points : List.of(keep, drop)) {
            for (Point point : points) {
                if (point.x() < 0 || point.y() < 0 || point.x() >= width || point.y() >= height) {
                    throw new IllegalArgumentException(point + " is outside of " + width + " x " + height + " pixels");
                }
            }
        }
        if (box != null && ((long) box.x() + box.width() > width || (long) box.y() + box.height() > height)) {
            throw new IllegalArgumentException(box + " is not inside of " + width + " x " + height + " pixels");
        }
        for (Mask mask : new @Nullable Mask[]{kept, dropped}) {
            if (mask != null && (mask.width() != width || mask.height() != height)) {
                throw new IllegalArgumentException("hints of " + mask.width() + " x " + mask.height()
                        + " pixels for a picture of " + width + " x " + height);
            }
        }
    }
}
