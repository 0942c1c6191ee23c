package hadamask.segment.edge;

import hadamask.image.Mask;
import hadamask.parallel.RowBands;

/// What is sure of a mask: the pixels outside of a band on either side of its edge.
///
/// Memory: 2 bytes per pixel.
final class Zones {
    private static final int ROWS_PER_BAND = 64;
    private static final int INSIDE = 1;
    private static final int BAND = 2;

    private final EdgeDistance distance;
    private final int width;
    private final byte[] zones;

    /// @param band pixels on either side of the edge that are not sure
    Zones(Mask mask, int band) {
        distance = new EdgeDistance(mask, band + 1);
        width = mask.width();
        zones = mask.values().clone();
        RowBands.forEach(mask.height(), ROWS_PER_BAND, (first, end) -> {
            float[] distances = new float[width];
            for (int y = first; y < end; y++) {
                int near = distance.row(y, distances) ? width : 0;
                for (int x = 0; x < near; x++) {
                    if (Math.abs(distances[x]) <= band) {
                        zones[y * width + x] |= BAND;
                    }
                }
            }
        });
    }

    /// The distances to the edge of a row, as [EdgeDistance#row(int, float\[\])] has them.
    boolean distances(int y, float[] distances) {
        return distance.row(y, distances);
    }

    boolean isInside(int x, int y) {
        return (zones[y * width + x] & INSIDE) != 0;
    }

    boolean isSure(int x, int y) {
        return (zones[y * width + x] & BAND) == 0;
    }

    /// Whether a part of the picture, its last column and row excluded, has pixels of the band.
    boolean isMixed(int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; y++) {
            for (int i = y * width + left; i < y * width + right; i++) {
                if ((zones[i] & BAND) != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
