package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;
import java.util.ArrayList;
import java.util.List;

/// The object is some of the clusters of grey levels.
///
/// @param scale the grey of a pixel
/// @param thresholding how the grey levels become clusters
/// @param foreground which clusters are the object
public record GrayClustering(GrayScale scale, Thresholding thresholding, Foreground foreground)
        implements
            SegmentationMethod {
    /// Mean grey, 2-means, automatic foreground.
    public static final GrayClustering DEFAULT = new GrayClustering(GrayScale.MEAN, new Thresholding.KMeans(2, 0),
            new Foreground.Auto());

    /// The same with another grey.
    public GrayClustering with(GrayScale other) {
        return new GrayClustering(other, thresholding, foreground);
    }

    /// The same with other thresholds.
    public GrayClustering with(Thresholding other) {
        return new GrayClustering(scale, other, foreground);
    }

    /// The same with another choice of the object.
    public GrayClustering with(Foreground other) {
        return new GrayClustering(scale, thresholding, other);
    }

    @Override
    public Found find(Image image, Stopwatch watch) {
        GrayHistogram histogram = GrayHistogram.of(image, scale);
        watch.lap("gray");
        Clusters clusters = thresholding.clusters(histogram);
        watch.lap("clusters");
        boolean[] chosen = foreground.choose(image, scale, clusters);
        Mask mask = Foreground.mask(image, scale, clusters, chosen);
        watch.lap("foreground");
        return new Found(mask, new GrayClusters(scale, clusters, listOf(chosen)));
    }

    private static List<Boolean> listOf(boolean[] values) {
        List<Boolean> list = new ArrayList<>();
        for (boolean value : values) {
            list.add(value);
        }
        return list;
    }
}
