package hadamask.segment.saliency;

import hadamask.segment.color.Exponential;
import java.util.Arrays;
import java.util.Set;

/// Superpixels told apart by how much of what belongs to them lies on the rim of the picture.
///
/// 1. Geodesic distances: sums of colour differences along paths over the graph. Regions that can be reached over small differences
///    belong to a region: `area = sum exp(-d^2 / (2 sigma^2))`, its part on the rim is `length`, and `length / sqrt(area)` is the
///    boundary connectivity: small for an object even if it touches the rim.
/// 2. Ground weight `1 - exp(-connectivity^2 / 2)`; object weight the contrast to regions near by, weighted by their ground weights.
/// 3. The map that is least in `lambda ground s^2 + object (s - 1)^2 + sum w_ab (s_a - s_b)^2`, a linear system.
///
/// W. Zhu, S. Liang, Y. Wei, J. Sun, "Saliency optimization from robust background detection", CVPR 2014: equations 2 to 9.
final class BackgroundDetection {
    private static final float COLOR_SIGMA = 10;
    private static final float PLACE_SIGMA = 0.25f;
    /// What is farther than this counts for nothing: exp(-4.5^2 / 2) = 4e-5.
    private static final float FARTHEST = 4.5f * COLOR_SIGMA;
    private static final double LAMBDA = 5;
    private static final double MU = 0.1;

    private final RegionGraph graph;
    private final int count;
    private final boolean[] linked;
    private final boolean[] rim;

    private BackgroundDetection(RegionGraph graph, Set<Side> ground) {
        this.graph = graph;
        count = graph.count();
        linked = graph.linked(ground);
        rim = graph.on(ground);
    }

    /// @param ground the sides on which ground lies
    /// @return the saliency of each region, from 0 to 1
    static float[] of(RegionGraph graph, Set<Side> ground) {
        BackgroundDetection detection = new BackgroundDetection(graph, ground);
        float[] groundWeights = detection.groundWeights();
        return detection.smoothed(groundWeights, detection.objectWeights(groundWeights));
    }

    private float[] groundWeights() {
        float[] distances = steps();
        shortestPaths(distances);
        float[] weights = new float[count];
        for (int r = 0; r < count; r++) {
            float area = 0;
            float length = 0;
            for (int other = 0; other < count; other++) {
                float distance = distances[r * count + other];
                if (distance < FARTHEST) {
                    float belongs = Exponential.of(-distance * distance / (2 * COLOR_SIGMA * COLOR_SIGMA));
                    area += belongs;
                    length += rim[other] ? belongs : 0;
                }
            }
            weights[r] = 1 - Exponential.of(-length * length / area / 2);
        }
        return weights;
    }

    /// The length of each step of the graph, infinite where there is none: the colour difference less what is common
    /// between any two neighbours, the mean of the smallest difference of each region.
    private float[] steps() {
        float[] steps = new float[count * count];
        Arrays.fill(steps, Float.POSITIVE_INFINITY);
        float common = 0;
        for (int a = 0; a < count; a++) {
            float least = Float.POSITIVE_INFINITY;
            for (int b = 0; b < count; b++) {
                if (a != b && (graph.touches(a, b) || (rim[a] && rim[b]))) {
                    float d = graph.colorDistance(a, b);
                    steps[a * count + b] = d;
                    least = graph.touches(a, b) ? Math.min(least, d) : least;
                }
            }
            common += (least < Float.POSITIVE_INFINITY ? least : 0) / count;
        }
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.max(0, steps[i] - common);
        }
        for (int r = 0; r < count; r++) {
            steps[r * count + r] = 0;
        }
        return steps;
    }

    /// Makes steps the lengths of the shortest paths: the algorithm of Floyd and Warshall, which leaves out what is too far to count.
    private void shortestPaths(float[] steps) {
        for (int over = 0; over < count; over++) {
            int row = over * count;
            for (int from = 0; from < count; from++) {
                float first = steps[from * count + over];
                if (first < FARTHEST && from != over) {
                    int to = from * count;
                    for (int r = 0; r < count; r++) {
                        float length = first + steps[row + r];
                        if (length < steps[to + r]) {
                            steps[to + r] = length;
                        }
                    }
                }
            }
        }
    }

    private float[] objectWeights(float[] groundWeights) {
        float[] weights = new float[count];
        for (int a = 0; a < count; a++) {
            float contrast = 0;
            for (int b = 0; b < count; b++) {
                float near = Exponential.of(-graph.squaredPlaceDistance(a, b) / (2 * PLACE_SIGMA * PLACE_SIGMA));
                contrast += graph.colorDistance(a, b) * near * groundWeights[b];
            }
            weights[a] = contrast;
        }
        Scale.toUnit(weights);
        return weights;
    }

    private float[] smoothed(float[] groundWeights, float[] objectWeights) {
        double[] matrix = new double[count * count];
        double[] s = new double[count];
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < a; b++) {
                if (linked[a * count + b]) {
                    float d = graph.colorDistance(a, b);
                    double w = Exponential.of(-d * d / (2 * COLOR_SIGMA * COLOR_SIGMA)) + MU;
                    matrix[a * count + b] = -w;
                    matrix[b * count + a] = -w;
                    matrix[a * count + a] += w;
                    matrix[b * count + b] += w;
                }
            }
        }
        for (int a = 0; a < count; a++) {
            matrix[a * count + a] += LAMBDA * groundWeights[a] + objectWeights[a] + 1e-9;
            s[a] = objectWeights[a];
        }
        new PositiveSystem(matrix, count).solve(s);
        float[] map = new float[count];
        for (int a = 0; a < count; a++) {
            map[a] = (float) s[a];
        }
        Scale.toUnit(map);
        return map;
    }
}
