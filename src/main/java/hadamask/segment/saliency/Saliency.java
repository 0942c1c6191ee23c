package hadamask.segment.saliency;

import hadamask.parallel.Workers;
import hadamask.segment.color.ReducedPicture;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much each pixel of a picture stands out: the mean of three maps, from 0 (ground) to 1 (object).
///
/// Minimum barriers ("MB+", Zhang et al. 2015), robust background detection (Zhu et al. 2014) and manifold ranking (Yang et
/// al. 2013) err in different ways; their mean is better than each. Pictures should be reduced to about 300 pixels.
///
/// @hidden public for other packages of Hadamask alone
public final class Saliency {
    /// Superpixels of a picture.
    private static final int REGIONS = 250;
    private static final int MAPS = 3;

    private final ReducedPicture picture;
    private final List<Look> looks;
    private final float[][] barriers;
    private final float[][] backgrounds;
    private final float[][] rankings;
    private int[] labels = {};

    /// What is looked for.
    ///
    /// @param ground the sides of the picture on which ground is expected; of none, all are taken
    /// @param map which map is wanted
    public record Look(Set<Side> ground, SaliencyMap map) {
        public Look {
            ground = ground.isEmpty() ? EnumSet.allOf(Side.class) : ground;
        }

        private boolean needs(SaliencyMap one) {
            return map == one || map == SaliencyMap.MEAN;
        }

        /// As records compare; written out, since what a record makes of itself is linked when it first runs, in 7 ms.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Look look && ground.equals(look.ground) && map == look.map;
        }

        @Override
        public int hashCode() {
            return 31 * ground.hashCode() + map.hashCode();
        }
    }

    private Saliency(ReducedPicture picture, List<Look> looks) {
        this.picture = picture;
        this.looks = looks;
        barriers = new float[looks.size()][];
        backgrounds = new float[looks.size()][];
        rankings = new float[looks.size()][];
    }

    /// The mean of all maps.
    ///
    /// @param ground the sides of the picture on which ground is expected; of none, all are taken
    public static float[] of(ReducedPicture picture, Set<Side> ground) {
        return of(picture, List.of(new Look(ground, SaliencyMap.MEAN)))[0];
    }

    /// The saliency of each pixel, row by row, for each look; what looks share is made once.
    public static float[][] of(ReducedPicture picture, List<Look> looks) {
        return new Saliency(picture, looks).maps();
    }

    private float[][] maps() {
        Workers.current().inAnyOrder(looks.size() + 1, part -> {
            if (part == 0) {
                ofRegions(); // beside the barriers, which need none
            } else if (looks.get(part - 1).needs(SaliencyMap.BARRIER)) {
                barriers[part - 1] = BarrierMap.of(picture, looks.get(part - 1).ground);
            }
        });
        float[][] maps = new float[looks.size()][];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = map(i);
        }
        return maps;
    }

    private void ofRegions() {
        Superpixels regions = Superpixels.of(picture, REGIONS);
        labels = regions.labels();
        RegionGraph graph = RegionGraph.of(picture, regions);
        Workers.current().inAnyOrder(2 * looks.size(), part -> {
            Look look = looks.get(part / 2);
            if (part % 2 == 0 && look.needs(SaliencyMap.BACKGROUND)) {
                backgrounds[part / 2] = BackgroundDetection.of(graph, look.ground);
            } else if (part % 2 == 1 && look.needs(SaliencyMap.RANKING)) {
                rankings[part / 2] = ManifoldRanking.of(graph, look.ground);
            }
        });
    }

    private float[] map(int look) {
        return switch (looks.get(look).map) {
            case MEAN -> mean(barriers[look], backgrounds[look], rankings[look], labels);
            case BARRIER -> barriers[look];
            case BACKGROUND -> spread(backgrounds[look], labels);
            case RANKING -> spread(rankings[look], labels);
        };
    }

    private static float[] mean(float[] barrier, float[] background, float[] ranking, int[] labels) {
        float[] map = new float[barrier.length];
        for (int i = 0; i < map.length; i++) {
            map[i] = (barrier[i] + background[labels[i]] + ranking[labels[i]]) / MAPS;
        }
        return map;
    }

    private static float[] spread(float[] ofRegions, int[] labels) {
        float[] map = new float[labels.length];
        for (int i = 0; i < map.length; i++) {
            map[i] = ofRegions[labels[i]];
        }
        return map;
    }
}
