package hadamask.segment.refine;

import hadamask.image.Mask;
import hadamask.parallel.RowBands;

/// Closing by a disc, exact: a pixel is in the dilation when a pixel of the mask is at most a radius away, and in the closing
/// when no pixel outside of the dilation is.
///
/// Of each pixel the way to the nearest sought pixel of its column is counted. One that is g pixels away reaches the pixels of
/// its own row that are at most `sqrt(r^2 - g^2)` away: a row is the union of such runs, whose beginnings and ends are
/// added up. Time does not grow with the radius. The mask stands in a frame of a radius of background, beyond which nothing
/// decides about a pixel. Memory: 4 bytes for each pixel and frame.
final class DiscClosing {
    private static final int LINES_PER_BAND = 128;

    private final Mask mask;
    private final int radius;
    private final int width;
    private final int height;
    private final short[] reach;

    /// @param radius of the disc, at least 1
    DiscClosing(Mask mask, int radius) {
        this.mask = mask;
        this.radius = radius;
        width = mask.width() + 2 * radius;
        height = mask.height() + 2 * radius;
        reach = new short[radius + 1];
        for (int g = 0; g <= radius; g++) {
            reach[g] = (short) Math.sqrt((double) radius * radius - (double) g * g);
        }
    }

    Mask close(Closing.Border border) {
        byte[] framed = new byte[Math.multiplyExact(width, height)];
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(mask.values(), y * mask.width(), framed, (y + radius) * width + radius, mask.width());
        }
        byte[] dilated = around(framed, 1);
        if (border == Closing.Border.ZERO) {
            clearFrame(dilated);
        }
        byte[] lost = around(dilated, 0);
        byte[] closed = new byte[mask.values().length];
        for (int y = 0, i = 0; y < mask.height(); y++) {
            for (int x = 0, from = (y + radius) * width + radius; x < mask.width(); x++, i++) {
                closed[i] = (byte) (1 - lost[from + x]);
            }
        }
        return new Mask(mask.width(), mask.height(), closed);
    }

    /// 1 where a pixel of the sought value is at most a radius away; outside of the frame there is none.
    private byte[] around(byte[] values, int sought) {
        short[] ways = new short[values.length];
        RowBands.forEach(width, LINES_PER_BAND, (first, end) -> columns(values, sought, first, end, ways));
        byte[] found = new byte[values.length];
        RowBands.forEach(height, LINES_PER_BAND, (first, end) -> {
            int[] steps = new int[width + 1];
            for (int y = first; y < end; y++) {
                row(ways, y * width, steps, found);
            }
        });
        return found;
    }

    /// How far the nearest sought pixel of its column is from each pixel; beyond the radius it is the radius and one.
    private void columns(byte[] values, int sought, int first, int end, short[] ways) {
        int far = radius + 1;
        for (int y = 0; y < height; y++) {
            for (int i = y * width + first; i < y * width + end; i++) {
                int above = y > 0 ? ways[i - width] : far;
                ways[i] = (short) (values[i] == sought ? 0 : Math.min(far, above + 1));
            }
        }
        for (int y = height - 2; y >= 0; y--) {
            for (int i = y * width + first; i < y * width + end; i++) {
                ways[i] = (short) Math.min(ways[i], ways[i + width] + 1);
            }
        }
    }

    /// @param steps zeros, as they are again afterwards: how many runs begin at a place, less how many end before it
    private void row(short[] ways, int from, int[] steps, byte[] found) {
        for (int x = 0; x < width; x++) {
            int way = ways[from + x];
            if (way <= radius) {
                int half = reach[way];
                steps[Math.max(0, x - half)]++;
                steps[Math.min(width, x + half + 1)]--;
            }
        }
        int runs = 0;
        for (int x = 0; x < width; x++) {
            runs += steps[x];
            steps[x] = 0;
            found[from + x] = (byte) (runs > 0 ? 1 : 0);
        }
        steps[width] = 0;
    }

    private void clearFrame(byte[] values) {
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                boolean inside = x >= radius && y >= radius && x < width - radius && y < height - radius;
                values[i] = inside ? values[i] : 0;
            }
        }
    }
}
