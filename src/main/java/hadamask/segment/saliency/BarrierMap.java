package hadamask.segment.saliency;

import hadamask.segment.color.Exponential;
import hadamask.segment.color.ReducedPicture;
import java.util.Set;

/// The map "MB+": minimum barriers, the colours of the borders, and what is known of objects: they are in the middle,
/// flat, and either there or not.
///
/// Zhang et al., "Minimum barrier salient object detection at 80 FPS", ICCV 2015, section 3.3: the two maps are added,
/// weighted by the nearness to the centre, smoothed by an opening and a closing by reconstruction, and put through a
/// logistic curve.
final class BarrierMap {
    /// The radius of the smoothing in pixels of a picture of [#USUAL] pixels, for a map whose mean is 1; it grows with the root of the mean.
    private static final double RADIUS = 50;
    private static final int USUAL = 300;
    private static final float SLOPE = 10;

    private BarrierMap() {
    }

    static float[] of(ReducedPicture picture, Set<Side> ground) {
        float[] map = MinimumBarrier.of(picture, ground);
        Scale.toUnit(map);
        float[] colors = BorderColors.of(picture, ground);
        Scale.toUnit(colors);
        for (int i = 0; i < map.length; i++) {
            map[i] += colors[i];
        }
        weighByCentre(map, picture.width(), picture.height(), ground);
        Scale.toUnit(map);
        map = smoothed(map, picture.width(), picture.height());
        Scale.toUnit(map);
        sharpen(map);
        return map;
    }

    /// Multiplies by one less the distance from the centre, as a part of the distance of a corner.
    private static void weighByCentre(float[] map, int width, int height, Set<Side> ground) {
        double centreX = Centre.x(ground) * width;
        double centreY = Centre.y(ground) * height;
        double corner = Math.sqrt(width * (double) width + height * (double) height) / 2;
        for (int y = 0, i = 0; y < height; y++) {
            double dy = y + 0.5 - centreY;
            for (int x = 0; x < width; x++, i++) {
                double dx = x + 0.5 - centreX;
                map[i] *= (float) Math.max(0, 1 - Math.sqrt(dx * dx + dy * dy) / corner);
            }
        }
    }

    private static float[] smoothed(float[] map, int width, int height) {
        double sum = 0;
        for (float value : map) {
            sum += value;
        }
        int radius = (int) (RADIUS * Math.sqrt(sum / map.length) * Math.max(width, height) / USUAL);
        Reconstruction reconstruction = new Reconstruction(width, height);
        return reconstruction.close(reconstruction.open(map, Math.max(1, radius)), Math.max(1, radius));
    }

    /// Puts the map through a logistic curve whose middle lies between the means of what is above and below one half.
    private static void sharpen(float[] map) {
        double above = 0;
        double below = 0;
        int n = 0;
        for (float value : map) {
            if (value > 0.5f) {
                above += value;
                n++;
            } else {
                below += value;
            }
        }
        float middle = (float) ((n > 0 ? above / n : 1) / 2 + (n < map.length ? below / (map.length - n) : 0) / 2);
        for (int i = 0; i < map.length; i++) {
            map[i] = 1 / (1 + Exponential.of(-SLOPE * (map[i] - middle)));
        }
    }
}
