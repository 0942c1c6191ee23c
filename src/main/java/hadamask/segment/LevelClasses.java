package hadamask.segment;

import hadamask.image.Mask;
import hadamask.parallel.RowBands;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.plane.Levels;
import hadamask.segment.plane.PixelWeights;

/// Clusters of levels as classes of pixels.
record LevelClasses(Levels levels, Clusters clusters) implements Classes {
    private static final int ROWS_PER_BAND = 256;

    @Override
    public int size() {
        return clusters.size();
    }

    @Override
    public int of(int x, int y) {
        return clusters.of(levels.at(x, y));
    }

    @Override
    public boolean isEmpty(int c) {
        return Double.isNaN(clusters.all().get(c).centroid());
    }

    /// The pixels whose cluster is chosen; those that count nothing are not.
    ///
    /// @param chosen whether each cluster, dark to bright, is foreground
    /// @param weights how much each pixel counts
    Mask mask(boolean[] chosen, PixelWeights weights) {
        byte[] ofLevel = new byte[clusters.maxLevel() + 1];
        for (int level = 0; level < ofLevel.length; level++) {
            ofLevel[level] = (byte) (chosen[clusters.of(level)] ? 1 : 0);
        }
        int width = levels.width();
        byte[] values = new byte[width * levels.height()];
        RowBands.forEach(levels.height(), ROWS_PER_BAND, (first, end) -> {
            for (int y = first; y < end; y++) {
                levels.lookUp(y, ofLevel, values, y * width);
                if (weights.someUnseen()) {
                    for (int x = 0; x < width; x++) {
                        values[y * width + x] = weights.of(x, y) == 0 ? 0 : values[y * width + x];
                    }
                }
            }
        });
        return new Mask(width, levels.height(), values);
    }
}
