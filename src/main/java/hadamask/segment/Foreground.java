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
    record Auto() implements Foreground {
        @Override
        public boolean[] choose(Image image, GrayScale scale, Clusters clusters) {
            boolean[] chosen = new boolean[clusters.size()];
            Arrays.fill(chosen, true);
            chosen[mostOfBorder(image, scale, clusters)] = false;
            return chosen;
        }
    }

    /// The brightest cluster.
    record Bright() implements Foreground {
        @Override
        public boolean[] choose(Image image, GrayScale scale, Clusters clusters) {
            return only(clusters.size() - 1, clusters);
        }
    }

    /// The darkest cluster.
    record Dark() implements Foreground {
        @Override
        public boolean[] choose(Image image, GrayScale scale, Clusters clusters) {
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
        public boolean[] choose(Image image, GrayScale scale, Clusters clusters) {
            if (x >= image.width() || y >= image.height()) {
                throw new InputException("has no pixel " + x + "," + y + ": it is " + image.width() + " x "
                        + image.height() + " pixels", Remedy.of(Remedy.Kind.FOREGROUND_POINT));
            }
            return only(clusters.of(scale.level(image, x, y)), clusters);
        }
    }

    /// Whether each cluster, dark to bright, is foreground in an image.
    ///
    /// @throws InputException if the place of [At] is not in the image
    boolean[] choose(Image image, GrayScale scale, Clusters clusters);

    private static boolean[] only(int cluster, Clusters clusters) {
        boolean[] chosen = new boolean[clusters.size()];
        chosen[cluster] = true;
        return chosen;
    }

    private static int mostOfBorder(Image image, GrayScale scale, Clusters clusters) {
        long[] onBorder = new long[clusters.size()];
        int right = image.width() - 1;
        int bottom = image.height() - 1;
        for (int y = 0; y <= bottom; y++) {
            int step = y == 0 || y == bottom ? 1 : Math.max(1, right);
            for (int x = 0; x <= right; x += step) {
                onBorder[clusters.of(scale.level(image, x, y))]++;
            }
        }
        int most = 0;
        for (int c = 1; c < onBorder.length; c++) {
            most = onBorder[c] > onBorder[most] ? c : most;
        }
        return most;
    }

    /// The pixels whose cluster is foreground.
    ///
    /// @param chosen whether each cluster, dark to bright, is foreground
    static Mask mask(Image image, GrayScale scale, Clusters clusters, boolean[] chosen) {
        byte[] ofLevel = new byte[clusters.maxLevel() + 1];
        for (int level = 0; level < ofLevel.length; level++) {
            ofLevel[level] = (byte) (chosen[clusters.of(level)] ? 1 : 0);
        }
        int width = image.width();
        byte[] values = new byte[width * image.height()];
        RowBands.forEach(image.height(), 256, (first, end) -> {
            for (int y = first; y < end; y++) {
                scale.lookUp(image, y, ofLevel, values, y * width);
            }
        });
        return new Mask(width, image.height(), values);
    }
}
