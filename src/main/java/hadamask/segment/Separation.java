package hadamask.segment;

import hadamask.file.InputException;
import hadamask.file.Remedy;

/// How the grey levels are separated into clusters.
public sealed interface Separation {
    /// The most clusters that K-Means may be asked for.
    int MAX_CLUSTERS = 64;

    /// K-Means: Smile finds the usual local optimum, and the result is the certified global one.
    ///
    /// @param k number of clusters, 2 to 64
    /// @param seed of Smile's random start; the global optimum does not depend on it
    record KMeans(int k, long seed) implements Separation {
        public KMeans {
            if (k < 2 || k > MAX_CLUSTERS) {
                throw new IllegalArgumentException(k + " clusters");
            }
        }

        @Override
        public Clusters separate(GrayHistogram histogram) {
            requireLevels(histogram);
            Clusters local = Clusters.cut(histogram, KMeansFit.of(histogram, k, seed), false, Double.NaN);
            return Clusters.cut(histogram, OptimalCut.of(histogram, k), true, local.wcss());
        }

        private void requireLevels(GrayHistogram histogram) {
            int levels = histogram.distinctLevels().length;
            if (levels == 1) {
                throw new InputException("has a single grey level: there is nothing to separate",
                        Remedy.of(Remedy.Kind.GIVEN_THRESHOLD));
            }
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
    record Threshold(double gray) implements Separation {
        public Threshold {
            if (!(gray >= 0 && gray <= 1)) {
                throw new IllegalArgumentException("a grey of " + gray);
            }
        }

        @Override
        public Clusters separate(GrayHistogram histogram) {
            return Clusters.cutAt(histogram, gray);
        }
    }

    /// The clusters of a picture's grey levels.
    ///
    /// @throws InputException if the picture has fewer different grey levels than clusters are asked for
    Clusters separate(GrayHistogram histogram);
}
