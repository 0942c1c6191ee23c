package hadamask.segment.saliency;

import hadamask.segment.color.ColorNormal;
import hadamask.segment.color.ReducedPicture;
import java.util.Set;

/// How unlike the colours of the picture's borders a pixel is ("backgroundness").
///
/// Of each band along a side the mean colour and the covariance are taken; the map of a side is the Mahalanobis distance
/// of every pixel, scaled to a largest of 1. The maps are added without the largest of them at each pixel: an object that
/// runs out of one side then still is unlike three.
///
/// Zhang et al., "Minimum barrier salient object detection at 80 FPS", ICCV 2015: equations 7 and 8.
final class BorderColors {
    /// The width of a band: a tenth of the side.
    private static final double BAND = 0.1;
    /// Added to the variances, so that flat borders do not see differences where no eye does.
    private static final double VARIANCE = 50;

    private BorderColors() {
    }

    /// @param ground the sides whose bands are taken, at least one; of a single one the map is its own
    /// @return the map, at least 0, not scaled
    static float[] of(ReducedPicture picture, Set<Side> ground) {
        int n = picture.size();
        float[] sum = new float[n];
        float[] largest = new float[n];
        for (Side side : Side.values()) {
            if (ground.contains(side)) {
                float[] map = distances(picture, side);
                for (int i = 0; i < n; i++) {
                    sum[i] += map[i];
                    largest[i] = map[i] > largest[i] ? map[i] : largest[i];
                }
            }
        }
        if (ground.size() > 1) {
            for (int i = 0; i < n; i++) {
                sum[i] -= largest[i];
            }
        }
        return sum;
    }

    private static float[] distances(ReducedPicture picture, Side side) {
        int width = picture.width();
        int height = picture.height();
        boolean across = side == Side.TOP || side == Side.BOTTOM;
        int band = Math.max(1, (int) (BAND * (across ? height : width)));
        ColorNormal normal = new ColorNormal();
        side.forEach(width, height, band, i -> normal.add(picture.lab(), 3 * i, 1));
        normal.estimate(VARIANCE);
        float[] map = new float[picture.size()];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) Math.sqrt(normal.squaredDistance(picture.lab(), 3 * i));
        }
        Scale.toLargest(map);
        return map;
    }
}
