package hadamask.segment;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
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
        public boolean[] choose(Image image, Classes classes, PixelWeights weights) {
            boolean[] chosen = new boolean[classes.size()];
            Arrays.fill(chosen, true);
            int most = mostOfBorder(image, classes, weights);
            if (most >= 0) {
                chosen[most] = false;
            }
            return chosen;
        }
    }

    /// The brightest cluster.
    record Bright() implements Foreground {
        @Override
        public boolean[] choose(Image image, Classes classes, PixelWeights weights) {
            return only(classes.size() - 1, classes);
        }
    }

    /// The darkest cluster.
    record Dark() implements Foreground {
        @Override
        public boolean[] choose(Image image, Classes classes, PixelWeights weights) {
            return only(0, classes);
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
        public boolean[] choose(Image image, Classes classes, PixelWeights weights) {
            if (x >= image.width() || y >= image.height()) {
                throw new InputException("has no pixel " + x + "," + y + ": it is " + image.width() + " x "
                        + image.height() + " pixels", Remedy.of(Remedy.Kind.FOREGROUND_POINT));
            }
            if (weights.of(x, y) == 0) {
                throw new InputException("is transparent at pixel " + x + "," + y + ", which belongs to no cluster",
                        "choose a pixel that can be seen");
            }
            return only(classes.of(x, y), classes);
        }
    }

    /// The cluster whose mean colour is nearest to a colour, in CIE Lab; of equals, the darkest.
    ///
    /// @param red from 0 to 255
    /// @param green from 0 to 255
    /// @param blue from 0 to 255
    record Near(int red, int green, int blue) implements Foreground {
        public Near {
            if (((red | green | blue) & ~0xFF) != 0) {
                throw new IllegalArgumentException(red + ", " + green + ", " + blue);
            }
        }

        @Override
        public boolean[] choose(Image image, Classes classes, PixelWeights weights) {
            return only(MeanColors.of(image, classes, weights).nearest(red, green, blue), classes);
        }
    }

    /// Whether each cluster, dark to bright, is foreground in an image.
    ///
    /// @param weights how much each pixel counts
    /// @throws InputException if the place of [At] is not in the image, or transparent
    boolean[] choose(Image image, Classes classes, PixelWeights weights);

    private static boolean[] only(int cluster, Classes classes) {
        boolean[] chosen = new boolean[classes.size()];
        chosen[cluster] = true;
        return chosen;
    }

    /// The cluster that covers most of the border; -1 where that is what is transparent.
    private static int mostOfBorder(Image image, Classes classes, PixelWeights weights) {
        if (weights.someUnseen() && occupied(classes) == 1) {
            return -1;
        }
        long unseen = 0;
        long[] onBorder = new long[classes.size()];
        int right = image.width() - 1;
        int bottom = image.height() - 1;
        for (int y = 0; y <= bottom; y++) {
            int step = y == 0 || y == bottom ? 1 : Math.max(1, right);
            for (int x = 0; x <= right; x += step) {
                int weight = weights.of(x, y);
                onBorder[classes.of(x, y)] += weight;
                unseen += weights.unit() - weight;
            }
        }
        int most = 0;
        for (int c = 1; c < onBorder.length; c++) {
            most = onBorder[c] > onBorder[most] ? c : most;
        }
        return unseen > 0 && unseen >= onBorder[most] ? -1 : most;
    }

    private static int occupied(Classes classes) {
        int n = 0;
        for (int c = 0; c < classes.size(); c++) {
            n += classes.isEmpty(c) ? 0 : 1;
        }
        return n;
    }
}
