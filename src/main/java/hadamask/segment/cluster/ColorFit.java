package hadamask.segment.cluster;

import java.util.Arrays;
import smile.clustering.Clustering;
import smile.clustering.KMeans;
import smile.math.MathEx;

/// K-Means over colours: Smile fits a sample of the cells, and Lloyd's iteration carries the best fit to all of them.
///
/// The sample is stratified, as [KMeansFit] has it: colours at equally spaced ranks, cells counting what their pixels do. Smile
/// starts a few times from seeds that follow each other. Beyond one dimension a global optimum cannot be had: what is
/// returned is never worse than the best of Smile's fits.
public final class ColorFit {
    private static final int SAMPLE = 2048;
    private static final int STARTS = 5;
    private static final int ITERATIONS = 100;

    private final float[] features;
    private final long[] counts;

    /// @param features three of each cell
    /// @param counts how much each cell counts
    public ColorFit(float[] features, long[] counts) {
        this.features = features;
        this.counts = counts;
    }

    /// What was found.
    ///
    /// @param centres three numbers of each cluster
    /// @param clusters of each cell
    /// @param wcss the sum of squared distances of all that counts from its centre
    /// @param kmeansWcss that of Smile's best fit
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    public record Fit(double[] centres, int[] clusters, double wcss, double kmeansWcss) {}

    /// Fits clusters.
    ///
    /// @param k from 2 to the number of cells
    public Fit fit(int k, long seed) {
        double[][] sample = sample(k);
        double[] best = new double[0];
        double least = Double.POSITIVE_INFINITY;
        int[] clusters = new int[counts.length];
        for (int start = 0; start < STARTS; start++) {
            MathEx.setSeed(seed + start);
            double[][] found = KMeans.fit(sample, new Clustering.Options(k, ITERATIONS, 0.0, null)).centers();
            double[] centres = Arrays.stream(found).flatMapToDouble(Arrays::stream).toArray();
            double wcss = assign(centres, clusters);
            if (wcss < least) {
                least = wcss;
                best = centres;
            }
        }
        return lloyd(best, clusters, least);
    }

    private Fit lloyd(double[] start, int[] clusters, double kmeansWcss) {
        double[] best = start;
        double least = assign(start, clusters);
        double[] centres = start.clone();
        int[] next = new int[clusters.length];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            moveToMeans(centres, clusters);
            double wcss = assign(centres, next);
            if (wcss >= least) { // nothing moves any more, but for rounding
                break;
            }
            least = wcss;
            best = centres.clone();
            System.arraycopy(next, 0, clusters, 0, next.length);
        }
        return new Fit(best, clusters, least, kmeansWcss);
    }

    /// The colours at equally spaced ranks; where fewer than k differ, equally spaced cells.
    private double[][] sample(int k) {
        long all = Arrays.stream(counts).sum();
        int points = (int) Math.min(SAMPLE, all);
        double[][] sample = new double[points][];
        int different = 0;
        int cell = -1;
        long upTo = 0;
        for (int i = 0; i < points; i++) {
            // in two steps, as the product could be too large
            long rank = all / points * i + all % points * i / points;
            int before = cell;
            while (upTo <= rank) {
                upTo += counts[++cell];
            }
            different += cell != before ? 1 : 0;
            sample[i] = point(cell);
        }
        if (different < k) {
            int cells = Math.min(SAMPLE, counts.length);
            sample = new double[cells][];
            for (int i = 0; i < cells; i++) {
                sample[i] = point((int) ((long) i * counts.length / cells));
            }
        }
        return sample;
    }

    private double[] point(int cell) {
        return new double[]{features[3 * cell], features[3 * cell + 1], features[3 * cell + 2]};
    }

    /// Gives each cell to the nearest centre, of equals to the first.
    ///
    /// @return the sum of squared distances
    public double assign(double[] centres, int[] clusters) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < centres.length; c += 3) {
                double distance = squaredDistance(i, centres, c);
                if (distance < least) {
                    least = distance;
                    clusters[i] = c / 3;
                }
            }
            sum += counts[i] * least;
        }
        return sum;
    }

    double squaredDistance(int cell, double[] centres, int at) {
        double d0 = features[3 * cell] - centres[at];
        double d1 = features[3 * cell + 1] - centres[at + 1];
        double d2 = features[3 * cell + 2] - centres[at + 2];
        return d0 * d0 + d1 * d1 + d2 * d2;
    }

    private void moveToMeans(double[] centres, int[] clusters) {
        double[] sums = new double[centres.length];
        double[] weights = new double[centres.length / 3];
        for (int i = 0; i < counts.length; i++) {
            int c = clusters[i];
            weights[c] += counts[i];
            sums[3 * c] += (double) counts[i] * features[3 * i];
            sums[3 * c + 1] += (double) counts[i] * features[3 * i + 1];
            sums[3 * c + 2] += (double) counts[i] * features[3 * i + 2];
        }
        for (int i = 0; i < sums.length; i++) {
            if (weights[i / 3] > 0) { // an empty cluster keeps its centre
                centres[i] = sums[i] / weights[i / 3];
            }
        }
    }

    /// The simplified silhouette of a fit, from -1 to 1: the mean of `(b - a) / max(a, b)`, a being the distance of a colour from
    /// its centre and b that from the next one.
    ///
    /// E. R. Hruschka, R. J. G. B. Campello, L. N. de Castro, "Evolving clusters in gene-expression data", Information Sciences
    /// 176, 2006.
    public double silhouette(Fit fit) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < counts.length; i++) {
            double own = Math.sqrt(squaredDistance(i, fit.centres(), 3 * fit.clusters()[i]));
            double next = Double.POSITIVE_INFINITY;
            for (int c = 0; c < fit.centres().length; c += 3) {
                if (c / 3 != fit.clusters()[i]) {
                    next = Math.min(next, Math.sqrt(squaredDistance(i, fit.centres(), c)));
                }
            }
            sum += next > 0 ? counts[i] * (next - own) / next : 0; // own is never the larger
            all += counts[i];
        }
        return sum / all;
    }
}
