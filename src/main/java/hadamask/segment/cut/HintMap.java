package hadamask.segment.cut;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.color.ReducedPicture;
import org.jspecify.annotations.Nullable;

/// Hints as a label for each pixel: free, kept or dropped.
final class HintMap {
    static final byte FREE = 0;
    static final byte KEPT = 1;
    static final byte DROPPED = 2;

    /// The radius of a point's disc as a part of the longer side.
    private static final double RADIUS = 4.0 / 300;

    private HintMap() {
    }

    /// The labels of a reduced picture.
    ///
    /// @param fullWidth columns of the picture that hints speak of
    /// @param fullHeight rows of it
    static byte[] reduced(Hints hints, int fullWidth, int fullHeight, int width, int height) {
        byte[] labels = new byte[width * height];
        if (hints.isEmpty()) {
            return labels;
        }
        if (hints.kept() != null) {
            spread(hints.kept(), width, height, labels, KEPT);
        }
        double radius = Math.max(0.75, RADIUS * Math.max(width, height));
        for (Hints.Point point : hints.keep()) {
            disc(labels, width, height, (point.x() + 0.5) * width / fullWidth, (point.y() + 0.5) * height / fullHeight,
                    radius, KEPT);
        }
        if (hints.dropped() != null) {
            spread(hints.dropped(), width, height, labels, DROPPED);
        }
        for (Hints.Point point : hints.drop()) {
            disc(labels, width, height, (point.x() + 0.5) * width / fullWidth, (point.y() + 0.5) * height / fullHeight,
                    radius, DROPPED);
        }
        Rectangle box = hints.box();
        if (box != null) {
            for (int y = 0, i = 0; y < height; y++) {
                for (int x = 0; x < width; x++, i++) {
                    if (!isInside(box, (x + 0.5) * fullWidth / width, (y + 0.5) * fullHeight / height)) {
                        labels[i] = DROPPED;
                    }
                }
            }
        }
        return labels;
    }

    /// The box in reduced pixels; null if there is none, or it leaves nothing outside and so says nothing.
    static @Nullable Rectangle reducedBox(Hints hints, Image image, ReducedPicture picture) {
        Rectangle box = hints.box();
        if (box == null) {
            return null;
        }
        int left = (int) ((long) box.x() * picture.width() / image.width());
        int top = (int) ((long) box.y() * picture.height() / image.height());
        int right = (int) (((long) box.x() + box.width()) * picture.width() / image.width());
        int bottom = (int) (((long) box.y() + box.height()) * picture.height() / image.height());
        Rectangle reduced = new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
        return reduced.width() == picture.width() && reduced.height() == picture.height() ? null : reduced;
    }

    private static boolean isInside(Rectangle box, double x, double y) {
        return x >= box.x() && x < box.x() + box.width() && y >= box.y() && y < box.y() + box.height();
    }

    /// Labels every reduced pixel that a marked one falls into.
    private static void spread(Mask marks, int width, int height, byte[] labels, byte label) {
        for (int y = 0, i = 0; y < marks.height(); y++) {
            int to = (int) ((long) y * height / marks.height()) * width;
            for (int x = 0; x < marks.width(); x++, i++) {
                if (marks.values()[i] != 0) {
                    labels[to + (int) ((long) x * width / marks.width())] = label;
                }
            }
        }
    }

    private static void disc(byte[] labels, int width, int height, double centreX, double centreY, double radius,
            byte label) {
        for (int y = Math.max(0, (int) (centreY - radius)); y < Math.min(height, centreY + radius); y++) {
            for (int x = Math.max(0, (int) (centreX - radius)); x < Math.min(width, centreX + radius); x++) {
                double dx = x + 0.5 - centreX;
                double dy = y + 0.5 - centreY;
                if (dx * dx + dy * dy <= radius * radius) {
                    labels[y * width + x] = label;
                }
            }
        }
    }

    /// Puts what is certain into a mask of the full size.
    ///
    /// @param values the mask, changed
    static void impose(Hints hints, int width, int height, byte[] values) {
        if (hints.isEmpty()) {
            return;
        }
        if (hints.kept() != null) {
            impose(hints.kept(), values, (byte) 1);
        }
        for (Hints.Point point : hints.keep()) {
            values[point.y() * width + point.x()] = 1;
        }
        if (hints.dropped() != null) {
            impose(hints.dropped(), values, (byte) 0);
        }
        for (Hints.Point point : hints.drop()) {
            values[point.y() * width + point.x()] = 0;
        }
        Rectangle box = hints.box();
        if (box != null) {
            for (int y = 0, i = 0; y < height; y++) {
                for (int x = 0; x < width; x++, i++) {
                    if (!isInside(box, x, y)) {
                        values[i] = 0;
                    }
                }
            }
        }
    }

    private static void impose(Mask marks, byte[] values, byte value) {
        for (int i = 0; i < values.length; i++) {
            if (marks.values()[i] != 0) {
                values[i] = value;
            }
        }
    }
}
