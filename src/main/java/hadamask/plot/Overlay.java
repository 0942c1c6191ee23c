package hadamask.plot;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.LayoutChange;
import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.parallel.RowBands;
import hadamask.region.RegionLabels;
import java.awt.Color;

/// An image with its mask drawn upon it: what is in is tinted, and an outline runs along its edge.
///
/// The outline is two lines side by side, a strong one on the pixels that are in and a white one on those that are out:
/// whatever the ground, one of the two stands out from it, and each from the other. A pixel belongs to a line when a pixel
/// of the other kind is at most the line's width away, measured between their middles; the edge of the image is no edge of
/// the mask.
///
/// Where there are several regions, each has its number, as [RegionNumbers] tells.
///
/// The result has the size and the depth of the image, and colours; alpha is kept, and the lines are opaque. Memory: the
/// result, 1 byte per pixel, and 2 bytes per pixel for the numbers.
public final class Overlay {
    /// Bytes per pixel of the result, and of what it is drawn with, the labels among it.
    public static final int MEMORY = 11;

    /// The inner line, and the tint.
    static final Color LINE = new Color(232, 0, 128);
    /// The outer line.
    static final Color CASING = Color.WHITE;
    /// How much of the tint lies on a pixel that is in, in 1/256.
    static final int TINT = 64;

    /// The side of a square picture for each pixel of a line's width.
    private static final double SIDE_PER_WIDTH = 480;
    private static final int OPAQUE = 256;
    private static final int ROWS_PER_BAND = 32;

    private static final Mask NO_MASK = new Mask(1, 1, new byte[1]);

    private final Image target;
    private final Mask mask;
    private final int reach;
    private final byte[] vertical;

    private Overlay(Image target, Mask mask, int reach) {
        this.target = target;
        this.mask = mask;
        this.reach = reach;
        vertical = new byte[mask.values().length];
    }

    /// Draws the mask upon a copy of the image.
    ///
    /// @throws IllegalArgumentException if the mask has another size than the image
    public static Image of(Image image, Mask mask) {
        if (image.width() != mask.width() || image.height() != mask.height()) {
            throw new IllegalArgumentException(image + " and " + mask);
        }
        Layout layout = Layout.color(image.bitDepth(), image.layout().hasAlpha());
        Image copy = image.layout() == layout
                ? image.crop(new Rectangle(0, 0, image.width(), image.height()))
                : LayoutChange.to(layout, image);
        Overlay overlay = new Overlay(copy, mask, lineWidth(image.width(), image.height()));
        overlay.draw();
        return copy;
    }

    /// Draws regions upon a copy of the image, a line of ground between those that touch; each with its number, unless it is the
    /// only one.
    ///
    /// @param regions of the size of the image
    public static Image of(Image image, RegionLabels regions) {
        Image drawn = of(image, regions.parted());
        if (regions.count() > 1) {
            RegionNumbers.draw(regions, new Overlay(drawn, NO_MASK, 0)::blend);
        }
        return drawn;
    }

    /// The width of each of the two lines in pixels: 1 for a thumbnail, 7 for 12 megapixels.
    static int lineWidth(int width, int height) {
        return Math.clamp(Math.round(Math.sqrt((double) width * height) / SIDE_PER_WIDTH), 1, 100);
    }

    private void draw() {
        measureColumns();
        RowBands.forEachRow(mask.height(), ROWS_PER_BAND, this::drawRow);
    }

    /// How far each pixel is from the nearest of the other kind in its column, at most one more than the reach.
    private void measureColumns() {
        int width = mask.width();
        int size = vertical.length;
        byte[] in = mask.values();
        byte far = (byte) (reach + 1);
        for (int i = 0; i < size; i++) {
            boolean edge = i >= width && in[i] != in[i - width];
            vertical[i] = edge ? 1 : i < width ? far : (byte) Math.min(far, vertical[i - width] + 1);
        }
        for (int i = size - width - 1; i >= 0; i--) {
            int below = in[i] != in[i + width] ? 1 : vertical[i + width] + 1;
            vertical[i] = (byte) Math.min(vertical[i], below);
        }
    }

    private void drawRow(int y) {
        int width = mask.width();
        int from = y * width;
        byte[] in = mask.values();
        int next = 0; // no pixel before this one, from here on, has another kind near
        for (int x = 0; x < width; x++) {
            for (next = Math.max(next, x - reach); next < width && next <= x + reach && !nearEdge(from, next);) {
                next++;
            }
            boolean inside = in[from + x] != 0;
            if (next <= Math.min(x + reach, width - 1) && touches(from, x)) {
                blend(from + x, inside ? LINE : CASING, OPAQUE);
            } else if (inside) {
                blend(from + x, LINE, TINT);
            }
        }
    }

    /// Whether another kind is near in the column, or beside the pixel.
    private boolean nearEdge(int from, int x) {
        byte[] in = mask.values();
        int i = from + x;
        return vertical[i] <= reach || (x > 0 && in[i] != in[i - 1])
                || (x < mask.width() - 1 && in[i] != in[i + 1]);
    }

    /// Whether a pixel of the other kind is at most the reach away.
    private boolean touches(int from, int x) {
        byte[] in = mask.values();
        int end = Math.min(mask.width() - 1, x + reach);
        for (int other = Math.max(0, x - reach); other <= end; other++) {
            int across = other - x;
            int down = in[from + other] != in[from + x] ? 0 : vertical[from + other];
            if (across * across + down * down <= reach * reach) {
                return true;
            }
        }
        return false;
    }

    /// Lays a colour over a pixel: where the pixel is transparent, the colour shows as it is.
    ///
    /// @param cover how much of the colour, in 1/256
    private void blend(int pixel, Color color, int cover) {
        Layout layout = target.layout();
        int from = pixel * layout.samples();
        int scale = target.maxSample() / 0xFF; // 1 or 257: 255 becomes 65535
        long alpha = layout.hasAlpha() ? get(from + layout.alpha()) : target.maxSample();
        long over = (long) cover * target.maxSample();
        long under = (OPAQUE - cover) * alpha;
        set(from + layout.red(), mixed(color.getRed() * scale, over, get(from + layout.red()), under));
        set(from + layout.green(), mixed(color.getGreen() * scale, over, get(from + layout.green()), under));
        set(from + layout.blue(), mixed(color.getBlue() * scale, over, get(from + layout.blue()), under));
        if (layout.hasAlpha()) {
            set(from + layout.alpha(), (int) ((over + under + OPAQUE / 2) / OPAQUE));
        }
    }

    private static int mixed(int above, long over, int below, long under) {
        return (int) ((above * over + below * under + (over + under) / 2) / (over + under));
    }

    private int get(int sample) {
        return target.bitDepth() == 8 ? target.bytes()[sample] & 0xFF : target.shorts()[sample] & 0xFFFF;
    }

    private void set(int sample, int value) {
        if (target.bitDepth() == 8) {
            target.bytes()[sample] = (byte) value;
        } else {
            target.shorts()[sample] = (short) value;
        }
    }
}
