package hadamask.segment;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.product.Background;
import java.util.Arrays;

/// Which of the clusters are the object.
///
/// Each is told by its word, written out: what a record makes of itself is linked when it first runs, in up to 20 ms, and options are told in each run.
public sealed interface Foreground {
    /// All clusters but the one that covers most of the image's border; of equals, the darkest is the background.
    ///
    /// A pixel of the border counts as much as can be seen of it, and for the rest as transparent. Where most of the border
    /// is transparent, or the other clusters have nothing, what is transparent is the background, and all clusters are the
    /// object.
    ///
    /// Clusters of colours part an uneven ground, too: all of them are background whose share of the border is at least half of
    /// their share of the image. Where none is left, all are the object but the one that covers most of the border.
    record Auto() implements Foreground {
        @Override
        public String word() {
            return "auto";
        }

        @Override
        public String toString() {
            return word();
        }

        @Override
        public boolean[] choose(Image image, Classes classes, PixelWeights weights) {
            boolean[] chosen = new boolean[classes.size()];
            Arrays.fill(chosen, true);
            BorderVote vote = BorderVote.of(image, classes, weights);
            int most = weights.someUnseen() && occupied(classes) == 1 ? -1 : vote.most();
            if (most < 0) {
                return chosen;
            }
            for (int c = 0; c < chosen.length; c++) {
                chosen[c] = vote.share(c) < classes.groundShare(c);
            }
            chosen[most] = false;
            if (occupied(classes) > 1 && none(chosen)) {
                Arrays.fill(chosen, true);
                chosen[most] = false;
            }
            return chosen;
        }

        private static boolean none(boolean[] chosen) {
            for (boolean one : chosen) {
                if (one) {
                    return false;
                }
            }
            return true;
        }
    }

    /// The brightest cluster.
    record Bright() implements Foreground {
        @Override
        public String word() {
            return "bright";
        }

        @Override
        public String toString() {
            return word();
        }

        @Override
        public boolean[] choose(Image image, Classes classes, PixelWeights weights) {
            return only(classes.size() - 1, classes);
        }
    }

    /// The darkest cluster.
    record Dark() implements Foreground {
        @Override
        public String word() {
            return "dark";
        }

        @Override
        public String toString() {
            return word();
        }

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
        public String word() {
            return x + "," + y;
        }

        @Override
        public String toString() {
            return word();
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
        public String word() {
            return Background.hex(red, green, blue);
        }

        @Override
        public String toString() {
            return word();
        }

        @Override
        public boolean[] choose(Image image, Classes classes, PixelWeights weights) {
            return only(MeanColors.of(image, classes, weights).nearest(red, green, blue), classes);
        }
    }

    /// As it is written: `auto`, `bright`, `dark`, a pixel as in `3,4`, or a colour as in `#c03020`.
    String word();

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

    private static int occupied(Classes classes) {
        int n = 0;
        for (int c = 0; c < classes.size(); c++) {
            n += classes.isEmpty(c) ? 0 : 1;
        }
        return n;
    }
}
