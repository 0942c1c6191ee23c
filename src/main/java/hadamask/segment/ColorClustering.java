package hadamask.segment;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.segment.cluster.ColorFeatures;
import hadamask.segment.cluster.ColorFit;
import hadamask.segment.cluster.ColorHistogram;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.PixelWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The object is some of the clusters of the colours, found by K-Means in three dimensions.
///
/// Colours are counted in cells ([ColorHistogram]), and all pixels of a cell belong to one cluster.
///
/// @param features what stands for a colour
/// @param k number of clusters, 2 to 64, or [#AUTO]: of 2 to 8 clusters those whose simplified silhouette is largest
/// @param seed of Smile's random start (k-means++)
/// @param foreground which clusters are the object; dark and bright go by L of Lab
/// @param alpha what the alpha of a pixel means
public record ColorClustering(ColorFeatures features, int k, long seed, Foreground foreground, AlphaUse alpha)
        implements
            SegmentationMethod {
    /// The picture decides how many clusters it has.
    public static final int AUTO = 0;

    private static final int MAX_AUTO = 8;

    public ColorClustering {
        if (k != AUTO && (k < 2 || k > Thresholding.MAX_CLUSTERS)) {
            throw new IllegalArgumentException(k + " clusters");
        }
    }

    @Override
    public int memory() {
        return 1;
    }

    @Override
    public Found find(Image image, Stopwatch watch) {
        PixelWeights weights = PixelWeights.of(image, alpha);
        ColorHistogram histogram = ColorHistogram.of(image, weights);
        watch.lap("colors");
        requireColors(histogram);
        float[] points = new float[3 * histogram.size()];
        float[] colors = histogram.colors();
        for (int i = 0; i < points.length; i += 3) {
            features.of(colors[i], colors[i + 1], colors[i + 2], points, i);
        }
        ColorFit fit = new ColorFit(points, histogram.counts());
        ColorFit.Fit best = k == AUTO ? automatic(fit, histogram.size()) : fit.fit(k, seed);
        ColorClasses classes = classes(image, histogram, best);
        watch.lap("clusters");
        boolean[] chosen = foreground.choose(image, classes, weights);
        Mask mask = classes.mask(chosen, weights);
        watch.lap("foreground");
        return new Found(mask, new ColorClusters(features, alpha, groups(histogram, classes, chosen, weights.unit()),
                best.wcss() / weights.unit(), best.kmeansWcss() / weights.unit()));
    }

    private void requireColors(ColorHistogram histogram) {
        if (histogram.size() == 1) {
            throw new InputException("has a single colour: there is nothing to separate");
        }
        if (histogram.size() < k) {
            throw new InputException(
                    "has " + histogram.size() + " colours, expected at least " + k + " for as many clusters",
                    Remedy.of(Remedy.Kind.FEWER_CLUSTERS));
        }
    }

    private ColorFit.Fit automatic(ColorFit fit, int colors) {
        ColorFit.Fit best = fit.fit(2, seed);
        double largest = fit.silhouette(best);
        for (int n = 3; n <= Math.min(MAX_AUTO, colors); n++) {
            ColorFit.Fit next = fit.fit(n, seed);
            double silhouette = fit.silhouette(next);
            if (silhouette > largest) {
                best = next;
                largest = silhouette;
            }
        }
        return best;
    }

    /// The clusters, ordered from dark to bright.
    private static ColorClasses classes(Image image, ColorHistogram histogram, ColorFit.Fit fit) {
        int n = fit.centres().length / 3;
        double[] lightness = lightness(histogram, fit.clusters(), n);
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        order.sort(Comparator.comparingDouble(c -> lightness[c]));
        byte[] ofCell = new byte[histogram.size()];
        for (int i = 0; i < ofCell.length; i++) {
            ofCell[i] = (byte) order.indexOf(fit.clusters()[i]);
        }
        return new ColorClasses(image, histogram, ofCell, n);
    }

    private static double[] lightness(ColorHistogram histogram, int[] clusters, int n) {
        double[] means = means(histogram, clusters, n);
        double[] lightness = new double[n];
        float[] lab = new float[3];
        Arrays.setAll(lightness, c -> {
            ColorFeatures.LAB.of((float) means[3 * c], (float) means[3 * c + 1], (float) means[3 * c + 2], lab, 0);
            return lab[0];
        });
        return lightness;
    }

    private static double[] means(ColorHistogram histogram, int[] clusters, int n) {
        double[] sums = new double[3 * n];
        double[] all = new double[n];
        for (int i = 0; i < clusters.length; i++) {
            double count = histogram.counts()[i];
            all[clusters[i]] += count;
            for (int c = 0; c < 3; c++) {
                sums[3 * clusters[i] + c] += count * histogram.colors()[3 * i + c];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = all[i / 3] > 0 ? sums[i] / all[i / 3] : 0;
        }
        return sums;
    }

    private static List<ColorClusters.Group> groups(ColorHistogram histogram, ColorClasses classes, boolean[] chosen,
            int unit) {
        int[] clusters = new int[histogram.size()];
        long[] pixels = new long[classes.size()];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = classes.ofCell()[i];
            pixels[clusters[i]] += histogram.counts()[i];
        }
        double[] means = means(histogram, clusters, classes.size());
        List<ColorClusters.Group> groups = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            groups.add(new ColorClusters.Group(means[3 * c], means[3 * c + 1], means[3 * c + 2],
                    (pixels[c] + unit / 2) / unit, chosen[c]));
        }
        return groups;
    }
}
