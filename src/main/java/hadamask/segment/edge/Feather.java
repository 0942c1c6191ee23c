package hadamask.segment.edge;

import hadamask.image.Mask;
import hadamask.image.SoftMask;
import hadamask.parallel.RowBands;

/// A ramp across the edge of a mask: `0.5 + distance / width`, from 0 to 1, with the exact Euclidean distance to the edge.
final class Feather {
    private static final int ROWS_PER_BAND = 64;

    private Feather() {
    }

    /// @param width pixels of the ramp, half of them on either side; 0 and 1 leave the mask hard
    /// @param bitDepth of the weights
    static SoftMask of(Mask mask, int width, int bitDepth) {
        EdgeDistance edge = new EdgeDistance(mask, width / 2 + 1);
        Weights weights = new Weights(mask, bitDepth);
        float across = Math.max(1, width);
        RowBands.forEach(mask.height(), ROWS_PER_BAND, (first, end) -> {
            float[] distances = new float[mask.width()];
            for (int y = first; y < end; y++) {
                if (!edge.row(y, distances)) {
                    continue;
                }
                for (int x = 0; x < mask.width(); x++) {
                    if (Math.abs(distances[x]) < across) { // beyond half of it the mask is what it was
                        weights.set(y * mask.width() + x, 0.5f + distances[x] / across);
                    }
                }
            }
        });
        return weights.mask();
    }
}
