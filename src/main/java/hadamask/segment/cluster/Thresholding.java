package hadamask.segment.cluster;

import hadamask.file.InputException;
import hadamask.file.Remedy;

/// Where the grey levels are cut into clusters, each a run of levels.
public sealed interface Thresholding {
    /// The most clusters that K-Means may be asked for.
    int MAX_CLUSTERS = 64;

    /// K-Means: Smile fits the clusters, and the global optimum, which grey levels allow to find, confirms or corrects them.
    ///
    /// The result is the global optimum in either case: it depends on neither seed nor iterations, and [Certificate] says
    /// how far Smile came.
    ///
    /// @param k number of clusters, 2 to 64
    /// @param seed of Smile's random start (k-means++)
    /// @param iterations of Smile's K-Means at most
    record KMeans(int k, long seed, int iterations) implements Thresholding {
        private static final int ITERATIONS = 100;

        public KMeans {
            if (k < 2 || k > MAX_CLUSTERS) {
                throw new IllegalArgumentException(k + " clusters");
            }
            if (iterations < 1) {
                throw new IllegalArgumentException(iterations + " iterations");
            }
        }

        /// With at most 100 iterations.
        public KMeans(int k, long seed) {
            this(k, seed, ITERATIONS);
        }

        @Override
        public Clusters clusters(GrayHistogram histogram) {
            requireLevels(histogram);
            LevelSums sums = LevelSums.of(histogram);
            int[] fitted = KMeansFit.of(histogram, this);
            int[] best = OptimalCut.of(histogram, k);
            boolean confirmed = sums.compareRuns(sums.bounds(fitted), sums.bounds(best)) == 0;
            Certificate certificate = new Certificate(
                    confirmed ? Certificate.Verdict.CONFIRMED : Certificate.Verdict.CORRECTED,
                    Clusters.cut(histogram, fitted).wcss());
            return Clusters.cut(histogram, best).with(certificate);
        }

        private void requireLevels(GrayHistogram histogram) {
            requireTwoLevels(histogram);
            int levels = histogram.distinctLevels().length;
            if (levels < k) {
                throw new InputException(
                        "has " + levels + " grey levels, expected at least " + k + " for as many clusters",
                        Remedy.of(Remedy.Kind.FEWER_CLUSTERS));
            }
        }
    }

    /// No clustering: pixels brighter than a given grey are one cluster, all others the other.
    ///
    /// @param gray in [0, 1]
    record Fixed(double gray) implements Thresholding {
        public Fixed {
            if (!(gray >= 0 && gray <= 1)) {
                throw new IllegalArgumentException("a grey of " + gray);
            }
        }

        @Override
        public Clusters clusters(GrayHistogram histogram) {
            return Clusters.cutAt(histogram, gray);
        }
    }

    /// No clustering: a rule finds a threshold in the histogram.
    ///
    /// @param rule of the threshold
    record Automatic(HistogramThreshold rule) implements Thresholding {
        @Override
        public Clusters clusters(GrayHistogram histogram) {
            requireTwoLevels(histogram);
            return Clusters.cutAt(histogram, histogram.gray(rule.of(histogram)));
        }
    }

    private static void requireTwoLevels(GrayHistogram histogram) {
        if (histogram.distinctLevels().length == 1) {
            throw new InputException("has a single grey level: there is nothing to separate",
                    Remedy.of(Remedy.Kind.GIVEN_THRESHOLD));
        }
    }

    /// The clusters of a picture's grey levels.
    ///
    /// @throws InputException if the picture has fewer different grey levels than clusters are asked for
    Clusters clusters(GrayHistogram histogram);
}
