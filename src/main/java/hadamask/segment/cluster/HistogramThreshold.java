package hadamask.segment.cluster;

import boofcv.alg.filter.binary.GThresholdImageOps;
import java.util.Arrays;

/// A rule that finds one threshold in a histogram: levels up to it are dark, all above bright.
///
/// The thresholds are BoofCV's, but for [#TRIANGLE], which it does not have. On both sides of a threshold there are
/// pixels: where a rule leaves one side empty, the nearest level that does not is taken.
public enum HistogramThreshold {
    /// The least variance within both sides: what K-Means with two clusters finds.
    ///
    /// N. Otsu, "A threshold selection method from gray-level histograms", IEEE Transactions on Systems, Man, and Cybernetics 9,
    /// 1979.
    OTSU {
        @Override
        int find(int[] counts, int pixels) {
            return GThresholdImageOps.computeOtsu(counts, counts.length, pixels);
        }
    },

    /// The least cross entropy between the picture and its two means.
    ///
    /// C. H. Li, P. K. S. Tam, "An iterative algorithm for minimum cross entropy thresholding", Pattern Recognition Letters 18, 1998.
    LI {
        @Override
        int find(int[] counts, int pixels) {
            return GThresholdImageOps.computeLi(counts, counts.length);
        }
    },

    /// The least fuzziness: how far pixels are from the mean of their side. Beyond 1024 levels these are counted in 1024 bins.
    ///
    /// L.-K. Huang, M.-J. J. Wang, "Image thresholding by minimizing the measures of fuzziness", Pattern Recognition 28, 1995.
    HUANG {
        @Override
        int find(int[] counts, int pixels) {
            return inBins(counts, bins -> GThresholdImageOps.computeHuang(bins, bins.length));
        }
    },

    /// The largest sum of the entropies of both sides. Beyond 1024 levels these are counted in 1024 bins.
    ///
    /// J. N. Kapur, P. K. Sahoo, A. K. C. Wong, "A new method for gray-level picture thresholding using the entropy of the
    /// histogram", Computer Vision, Graphics, and Image Processing 29, 1985.
    ENTROPY {
        @Override
        int find(int[] counts, int pixels) {
            return inBins(counts, bins -> GThresholdImageOps.computeEntropy(bins, bins.length, pixels));
        }
    },

    /// The level that lies farthest below the line from the histogram's peak to its farther end: for a small object on a
    /// ground of one level.
    ///
    /// G. W. Zack, W. E. Rogers, S. A. Latt, "Automatic measurement of sister chromatid exchange frequency", Journal of
    /// Histochemistry and Cytochemistry 25, 1977.
    TRIANGLE {
        @Override
        int find(int[] counts, int pixels) {
            return triangle(counts);
        }
    };

    private static final int BINS = 1024;

    /// Looks for the threshold.
    ///
    /// @param counts pixels of each level
    /// @param pixels their sum
    /// @return the last dark level
    abstract int find(int[] counts, int pixels);

    /// The last dark level of a histogram.
    ///
    /// @param histogram of at least two different levels
    public int of(GrayHistogram histogram) {
        int[] counts = counts(histogram);
        int[] levels = histogram.distinctLevels();
        int found = find(counts, Arrays.stream(counts).sum());
        return Math.clamp(found, levels[0], levels[levels.length - 1] - 1);
    }

    /// The counts as whole numbers whose sum fits an int; parts of pixels are made larger where they are too many, and every
    /// level that occurs still counts one.
    private static int[] counts(GrayHistogram histogram) {
        long scale = Math.ceilDiv(histogram.sum(), Integer.MAX_VALUE / 2);
        int[] counts = new int[histogram.counts().length];
        for (int level = 0; level < counts.length; level++) {
            counts[level] = (int) Math.ceilDiv(histogram.counts()[level], scale);
        }
        return counts;
    }

    private interface Rule {
        int find(int[] bins);
    }

    private static int inBins(int[] counts, Rule rule) {
        int width = Math.ceilDiv(counts.length, BINS);
        if (width == 1) {
            return rule.find(counts);
        }
        int[] bins = new int[Math.ceilDiv(counts.length, width)];
        for (int level = 0; level < counts.length; level++) {
            bins[level / width] += counts[level];
        }
        int only = -1;
        for (int bin = 0; bin < bins.length; bin++) {
            only = bins[bin] == 0 ? only : only == -1 ? bin : -2;
        }
        // Levels that share one bin have no threshold between bins.
        return only >= 0 ? only * width : (rule.find(bins) + 1) * width - 1;
    }

    private static int triangle(int[] counts) {
        int first = 0;
        while (counts[first] == 0) {
            first++;
        }
        int last = counts.length - 1;
        while (counts[last] == 0) {
            last--;
        }
        int peak = first;
        for (int level = first; level <= last; level++) {
            peak = counts[level] > counts[peak] ? level : peak;
        }
        int end = peak - first > last - peak ? first : last;
        int step = end < peak ? -1 : 1;
        int best = peak;
        long farthest = 0;
        for (int level = peak; level != end; level += step) {
            // how far below the line, times its length: the same for all levels
            long below = (long) (counts[end] - counts[peak]) * Math.abs(level - peak)
                    + (long) (counts[peak] - counts[level]) * Math.abs(end - peak);
            if (below > farthest) {
                farthest = below;
                best = level;
            }
        }
        return best;
    }
}
