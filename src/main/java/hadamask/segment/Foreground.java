package hadamask.segment;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.parallel.RowBands;
import java.util.Arrays;

/// Which of the clusters are the object.
public sealed interface Foreground {
    /// All clusters but the one that covers most of the image's border; of equals, the darkest is the background.
    ///
    /// A pixel of the border counts as much as can be seen of it, and for the rest as transparent. Where most of the border
    /// is transparent, or the other clusters have nothing, what is transparent is the background, and all clusters are the
    /// object.
    record Auto() implements Foreground {
        @Override
        public boolean[] choose(Image image, GrayScale scale, Clusters clusters, PixelWeights weights) {
            boolean[] chosen = new boolean[clusters.size()];
            Arrays.fill(chosen, true);
            int most = mostOfBorder(image, scale, clusters, weights);
            if (most >= 0) {
                chosen[most] = false;
            }
            return chosen;
        }
    }

    /// The brightest cluster.
    record Bright() implements Foreground {
        @Override
        public boolean[] choose(Image image, GrayScale scale, Clusters clusters, PixelWeights weights) {
            return only(clusters.size() - 1, clusters);
        }
    }

    /// The darkest cluster.
    record Dark() implements Foreground {
        @Override
        public boolean[] choose(Image image, GrayScale scale, Clusters clusters, PixelWeights weights) {
            return only(0, clusters);
        }
    }

    /// The cluster of the pixel in a place.
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    record At(int x, int y) implements Foreground {
        public At {
            if (x < 0 || y < 0) {
                throw new IllegalArgumentException(x + "," + y);
            }
        }

        @Override
        public boolean[] choose(Image image, GrayScale scale, Clusters clusters, PixelWeights weights) {
            if (x >= image.width() || y >= image.height()) {
                throw new InputException("has no pixel " + x + "," + y + ": it is " + image.width() + " x "
                        + image.height() + " pixels", Remedy.of(Remedy.Kind.FOREGROUND_POINT));
            }
            if (weights.of(x, y) == 0) {
                throw new InputException("is transparent at pixel " + x + "," + y + ", which belongs to no cluster",
                        "choose a pixel that can be seen");
            }
            return only(clusters.of(scale.level(image, x, y)), clusters);
        }
    }

    /// Whether each cluster, dark to bright, is foreground in an image.
    ///
    /// @param weights how much each pixel counts
    /// @throws InputException if the place of [At] is not in the image, or transparent
    boolean[] choose(Image image, GrayScale scale, Clusters clusters, PixelWeights weights);

    private static boolean[] only(int cluster, Clusters clusters) {
        boolean[] chosen = new boolean[clusters.size()];
        chosen[cluster] = true;
        return chosen;
    }

    /// The cluster that covers most of the border; -1 where that is what is transparent.
    private static int mostOfBorder(Image image, GrayScale scale, Clusters clusters, PixelWeights weights) {
        if (weights.someUnseen()
                && clusters.all().stream().filter(cluster -> !Double.isNaN(cluster.centroid())).count() == 1) {
            return -1;
        }
        long unseen = 0;
        long[] onBorder = new long[clusters.size()];
        int right = image.width() - 1;
        int bottom = image.height() - 1;
        for (int y = 0; y <= bottom; y++) {
            int step = y == 0 || y == bottom ? 1 : Math.max(1, right);
            for (int x = 0; x <= right; x += step) {
                int weight = weights.of(x, y);
                onBorder[clusters.of(scale.level(image, x, y))] += weight;
                unseen += weights.unit() - weight;
            }
        }
        int most = 0;
        for (int c = 1; c < onBorder.length; c++) {
            most = onBorder[c] > onBorder[most] ? c : most;
        }
        return unseen > 0 && unseen >= onBorder[most] ? -1 : most;
    }

    /// The pixels whose cluster is foreground; those that count nothing are not.
    ///
    /// @param chosen whether each cluster, dark to bright, is foreground
    /// @param weights how much each pixel counts
    static Mask mask(Image image, GrayScale scale, Clusters clusters, boolean[] chosen, PixelWeights weights) {
        byte[] ofLevel = new byte[clusters.maxLevel() + 1];
        for (int level = 0; level < ofLevel.length; level++) {
            ofLevel[level] = (byte) (chosen[clusters.of(level)] ? 1 : 0);
        }
        int width = image.width();
        byte[] values = new byte[width * image.height()];
        RowBands.forEach(image.height(), 256, (first, end) -> {
            for (int y = first; y < end; y++) {
                scale.lookUp(image, y, ofLevel, values, y * width);
                if (weights.someUnseen()) {
                    for (int x = 0; x < width; x++) {
                        values[y * width + x] = weights.of(x, y) == 0 ? 0 : values[y * width + x];
                    }
                }
            }
        });
        return new Mask(width, image.height(), values);
    }
}
