package hadamask.segment.saliency;

import hadamask.segment.color.ReducedPicture;
import java.util.Arrays;
import java.util.Set;

/// How high the lowest barrier between a pixel and the rim of the picture is.
///
/// The barrier of a path is the largest value on it less the smallest. The distance of a pixel is the least barrier of
/// all paths from the rim, so an object that is shut off by a closed edge is far from it everywhere, flat or not. Found
/// approximately by three raster scans per Lab channel, forward, backward and forward again, each of which tries the two
/// neighbours that it has seen; the three channels are added.
///
/// J. Zhang, S. Sclaroff, Z. Lin, X. Shen, B. Price, R. Mech, "Minimum barrier salient object detection at 80 FPS", ICCV
/// 2015: algorithm 1 and equation 3.
final class MinimumBarrier {
    private static final Side[] SIDES = Side.values();

    private final int width;
    private final int height;
    private final float[] values;
    private final float[] highest;
    private final float[] lowest;
    private final float[] distance;

    private MinimumBarrier(int width, int height) {
        this.width = width;
        this.height = height;
        values = new float[width * height];
        highest = new float[width * height];
        lowest = new float[width * height];
        distance = new float[width * height];
    }

    /// @param ground the sides from which paths start, at least one
    /// @return the distance of each pixel, at least 0, not scaled
    static float[] of(ReducedPicture picture, Set<Side> ground) {
        MinimumBarrier scan = new MinimumBarrier(picture.width(), picture.height());
        float[] sum = new float[picture.size()];
        for (int channel = 0; channel < 3; channel++) {
            scan.start(picture.lab(), channel, ground);
            scan.forward();
            scan.backward();
            scan.forward();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += scan.distance[i];
            }
        }
        return sum;
    }

    private void start(float[] lab, int channel, Set<Side> ground) {
        for (int i = 0; i < values.length; i++) {
            values[i] = lab[3 * i + channel];
            highest[i] = values[i];
            lowest[i] = values[i];
        }
        Arrays.fill(distance, Float.POSITIVE_INFINITY);
        for (int x = 0; x < width; x++) {
            clear(ground, x, 0);
            clear(ground, x, height - 1);
        }
        for (int y = 0; y < height; y++) {
            clear(ground, 0, y);
            clear(ground, width - 1, y);
        }
    }

    private void clear(Set<Side> ground, int x, int y) {
        for (Side side : SIDES) {
            if (ground.contains(side) && side.holds(x, y, width, height, 1)) {
                distance[y * width + x] = 0;
            }
        }
    }

    private void forward() {
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (y > 0) {
                    step(i - width, i);
                }
                if (x > 0) {
                    step(i - 1, i);
                }
            }
        }
    }

    private void backward() {
        for (int y = height - 1, i = values.length - 1; y >= 0; y--) {
            for (int x = width - 1; x >= 0; x--, i--) {
                if (y < height - 1) {
                    step(i + width, i);
                }
                if (x < width - 1) {
                    step(i + 1, i);
                }
            }
        }
    }

    /// Goes on from a pixel to its neighbour if that makes the neighbour's barrier lower.
    private void step(int from, int to) {
        if (distance[from] >= distance[to]) {
            return; // a longer path has no lower barrier
        }
        float value = values[to];
        float high = highest[from] > value ? highest[from] : value; // the first compiler calls Math.max
        float low = lowest[from] < value ? lowest[from] : value;
        if (high - low < distance[to]) {
            distance[to] = high - low;
            highest[to] = high;
            lowest[to] = low;
        }
    }
}
