package hadamask.segment.saliency;

import hadamask.segment.color.ReducedPicture;
import java.util.EnumSet;
import java.util.Set;

/// How much each pixel of a picture stands out: the mean of three maps, from 0 (ground) to 1 (object).
///
/// Minimum barriers ("MB+", Zhang et al. 2015), robust background detection (Zhu et al. 2014) and manifold ranking (Yang et
/// al. 2013) err in different ways; their mean is better than each. Pictures should be reduced to about 300 pixels.
///
/// @hidden public for other packages of Hadamask alone
public final class Saliency {
    /// Superpixels of a picture.
    private static final int REGIONS = 250;

    private final ReducedPicture picture;
    private final Superpixels superpixels;
    private final RegionGraph graph;

    private Saliency(ReducedPicture picture) {
        this.picture = picture;
        superpixels = Superpixels.of(picture, REGIONS);
        graph = RegionGraph.of(picture, superpixels);
    }

    /// What the maps of a picture share, whatever sides are ground.
    public static Saliency in(ReducedPicture picture) {
        return new Saliency(picture);
    }

    /// The saliency of each pixel, row by row.
    ///
    /// @param ground the sides of the picture on which ground is expected; of none, all are taken
    public static float[] of(ReducedPicture picture, Set<Side> ground) {
        return in(picture).of(ground);
    }

    /// The saliency of each pixel, row by row: the mean of all maps.
    ///
    /// @param ground the sides of the picture on which ground is expected; of none, all are taken
    public float[] of(Set<Side> ground) {
        Set<Side> sides = ground.isEmpty() ? EnumSet.allOf(Side.class) : ground;
        float[] map = BarrierMap.of(picture, sides);
        float[] background = BackgroundDetection.of(graph, sides);
        float[] ranking = ManifoldRanking.of(graph, sides);
        int[] labels = superpixels.labels();
        for (int i = 0; i < map.length; i++) {
            map[i] = (map[i] + background[labels[i]] + ranking[labels[i]]) / 3;
        }
        return map;
    }

    /// One map of each pixel, row by row.
    ///
    /// @param ground the sides of the picture on which ground is expected; of none, all are taken
    public float[] of(Set<Side> ground, SaliencyMap which) {
        Set<Side> sides = ground.isEmpty() ? EnumSet.allOf(Side.class) : ground;
        return switch (which) {
            case MEAN -> of(sides);
            case BARRIER -> BarrierMap.of(picture, sides);
            case BACKGROUND -> spread(BackgroundDetection.of(graph, sides));
            case RANKING -> spread(ManifoldRanking.of(graph, sides));
        };
    }

    private float[] spread(float[] ofRegions) {
        int[] labels = superpixels.labels();
        float[] map = new float[labels.length];
        for (int i = 0; i < map.length; i++) {
            map[i] = ofRegions[labels[i]];
        }
        return map;
    }
}
