package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.GrayHistogram;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Levels;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.plane.Plane;
import java.util.ArrayList;
import java.util.List;

/// The object is some of the clusters of the levels of a plane, which is grey unless another one is chosen.
///
/// @param plane the grey of a pixel, or what else is looked at
/// @param thresholding how the grey levels become clusters
/// @param foreground which clusters are the object
/// @param alpha what the alpha of a pixel means
public record GrayClustering(Plane plane, Thresholding thresholding, Foreground foreground, AlphaUse alpha)
        implements
            SegmentationMethod {
    /// Mean grey, 2-means, automatic foreground, alpha as the weight.
    public static final GrayClustering DEFAULT = new GrayClustering(GrayScale.MEAN, new Thresholding.KMeans(2, 0),
            new Foreground.Auto(), AlphaUse.WEIGHT);

    /// The same with another plane.
    public GrayClustering with(Plane other) {
        return new GrayClustering(other, thresholding, foreground, alpha);
    }

    /// The same with other thresholds.
    public GrayClustering with(Thresholding other) {
        return new GrayClustering(plane, other, foreground, alpha);
    }

    /// The same with another choice of the object.
    public GrayClustering with(Foreground other) {
        return new GrayClustering(plane, thresholding, other, alpha);
    }

    /// The same with another use of alpha.
    public GrayClustering with(AlphaUse other) {
        return new GrayClustering(plane, thresholding, foreground, other);
    }

    @Override
    public int memory() {
        return 1 + plane.memory();
    }

    @Override
    public Found find(Image image, Stopwatch watch) {
        PixelWeights weights = PixelWeights.of(image, alpha);
        Levels levels = plane.of(image, weights);
        GrayHistogram histogram = GrayHistogram.of(levels, weights);
        watch.lap("gray");
        Clusters clusters = clusters(histogram, weights);
        watch.lap("clusters");
        LevelClasses classes = new LevelClasses(levels, clusters);
        boolean[] chosen = foreground.choose(image, classes, weights);
        Mask mask = classes.mask(chosen, weights);
        watch.lap("foreground");
        return new Found(mask, new GrayClusters(plane, alpha, clusters, listOf(chosen)));
    }

    /// A single grey before a transparent ground is parted from it already: one cluster has it, the other nothing.
    private Clusters clusters(GrayHistogram histogram, PixelWeights weights) {
        if (foreground instanceof Foreground.Auto && weights.someUnseen()) {
            int[] levels = histogram.distinctLevels();
            if (levels.length == 1) {
                return Clusters.cutAt(histogram, histogram.gray(levels[0]));
            }
        }
        return thresholding.clusters(histogram);
    }

    private static List<Boolean> listOf(boolean[] values) {
        List<Boolean> list = new ArrayList<>();
        for (boolean value : values) {
            list.add(value);
        }
        return list;
    }
}
