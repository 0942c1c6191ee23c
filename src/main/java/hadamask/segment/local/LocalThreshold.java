package hadamask.segment.local;

import hadamask.segment.cut.InkCut;
import hadamask.segment.plane.BoxMeans;
import hadamask.segment.plane.StoredLevels;
import hadamask.segment.refine.Closing;
import java.util.Locale;

/// A threshold for each pixel, from the levels of the square around it: for uneven light. All but [Rule#HOWE] are BoofCV's; see [LocalDeviations]
/// for the one difference.
///
/// With the mean m and the standard deviation s of the square, k, the largest deviation S of any square, and the darkest
/// level d of the image, a pixel is dark where its level is at most the threshold of its [Rule].
///
/// @param rule how the threshold follows from the square
/// @param width the side of the square in pixels, from 3 to 32001; an even one counts as the next odd one
/// @param k how much the deviation counts, or the part of the mean
public record LocalThreshold(Rule rule, int width, double k) {
    /// The largest side of the square.
    public static final int MAX_WIDTH = 2 * Closing.MAX_RADIUS + 1;

    /// How a threshold follows from the square around a pixel.
    public enum Rule {
        /// `m (1 + k (s / S - 1))`, k = 0.2, 75 pixels. J. Sauvola, M. Pietikäinen, "Adaptive document image binarization", Pattern
        /// Recognition 33, 2000.
        SAUVOLA(75, 0.2),
        /// `m + k (s / S - 1) (m - d)`, k = 0.5, 41 pixels. C. Wolf, J.-M. Jolion, "Extraction and recognition of artificial text in
        /// multimedia documents", Pattern Analysis and Applications 6, 2003.
        WOLF(41, 0.5),
        /// `m + k sqrt(mean of squares - m^2 / n)` of n pixels, k = -0.1, 75 pixels. K. Khurshid et al., "Comparison of Niblack
        /// inspired binarization methods for ancient documents", Document Recognition and Retrieval XVI, 2009.
        NICK(75, -0.1),
        /// `m + k s`, k = -0.2, 31 pixels. W. Niblack, "An Introduction to Digital Image Processing", 1986.
        NIBLACK(31, -0.2),
        /// `k m`, k = 0.95, 31 pixels.
        MEAN(31, 0.95),
        /// `k m` of the mean weighted by a Gaussian, k = 0.95, 31 pixels.
        GAUSSIAN(31, 0.95),
        /// Ink by the Laplacian and a minimum cut ([InkCut]), and nowhere above `m + k s`, k = 0.5, 41 pixels. N. R. Howe, "Document
        /// binarization with automatic parameter tuning", International Journal on Document Analysis and Recognition 16, 2013.
        HOWE(41, 0.5);

        private final int width;
        private final double k;

        Rule(int width, double k) {
            this.width = width;
            this.k = k;
        }

        /// The threshold with the usual k, and the usual width.
        public LocalThreshold usual() {
            return new LocalThreshold(this, width, k);
        }
    }

    public LocalThreshold {
        if (width < 3 || width > MAX_WIDTH) {
            throw new IllegalArgumentException("a square of " + width + " pixels");
        }
        if (!Double.isFinite(k)) {
            throw new IllegalArgumentException("k = " + k);
        }
    }

    /// The same with another square.
    public LocalThreshold withWidth(int other) {
        return new LocalThreshold(rule, other, k);
    }

    /// The rule, the side of its square, and k where it is not the usual one: `sauvola:75`, `wolf:41:0.3`.
    public String word() {
        String name = rule.name().toLowerCase(Locale.ROOT) + ":" + width;
        return k == rule.k ? name : name + ":" + k;
    }

    /// 1 where a pixel is dark, 0 where it is bright.
    public byte[] dark(StoredLevels levels) {
        int radius = width / 2;
        return switch (rule) {
            case MEAN -> new LocalMeans(new BoxMeans(radius, levels.maxLevel()), (float) k).dark(levels);
            case GAUSSIAN -> new LocalMeans(new GaussianMeans(radius, levels.maxLevel()), (float) k).dark(levels);
            case HOWE -> InkCut.ink(levels.values(), levels.width(), levels.height(), levels.maxLevel(),
                    new LocalDeviations(Rule.NIBLACK, radius, (float) k).dark(levels));
            default -> new LocalDeviations(rule, radius, (float) k).dark(levels);
        };
    }
}
