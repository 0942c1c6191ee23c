package hadamask.segment.saliency;

import hadamask.segment.color.Exponential;
import java.util.Arrays;
import java.util.Set;

/// Superpixels ranked by how near they are, over the graph, to queries: first to each side of the picture, then to what is
/// unlike all sides.
///
/// The ranks of all regions for queries y are `f = (D - alpha W)^-1 y`, the diagonal of the inverse set to 0 so that a
/// query says nothing of itself. W holds `exp(-theta d)` for linked regions, d their colour distance on the scale from 0 to 1, and D
/// its row sums.
///
/// C. Yang, L. Zhang, H. Lu, X. Ruan, M.-H. Yang, "Saliency detection via graph-based manifold ranking", CVPR 2013:
/// equations 3 to 8.
final class ManifoldRanking {
    private static final double ALPHA = 0.99;
    private static final float THETA = 10;
    private static final double TINY = 1e-9;

    private final int count;
    private final PositiveSystem system;
    private final double[] diagonal;

    private ManifoldRanking(RegionGraph graph, Set<Side> ground) {
        count = graph.count();
        system = new PositiveSystem(laplacian(graph, ground), count);
        diagonal = system.inverseDiagonal();
    }

    /// @param ground the sides that are queries
    /// @return the saliency of each region, from 0 to 1
    static float[] of(RegionGraph graph, Set<Side> ground) {
        ManifoldRanking ranking = new ManifoldRanking(graph, ground);
        float[] unlike = new float[graph.count()];
        Arrays.fill(unlike, 1);
        for (Side side : Side.values()) {
            if (ground.contains(side)) {
                float[] like = ranking.ranks(graph.on(Set.of(side)));
                for (int r = 0; r < unlike.length; r++) {
                    unlike[r] *= 1 - like[r];
                }
            }
        }
        double mean = 0;
        for (float value : unlike) {
            mean += value / unlike.length;
        }
        boolean[] queries = new boolean[unlike.length];
        for (int r = 0; r < unlike.length; r++) {
            queries[r] = unlike[r] > mean;
        }
        return ranking.ranks(queries);
    }

    private float[] ranks(boolean[] queries) {
        double[] f = new double[count];
        for (int r = 0; r < count; r++) {
            f[r] = queries[r] ? 1 : 0;
        }
        system.solve(f);
        float[] ranks = new float[count];
        for (int r = 0; r < count; r++) {
            ranks[r] = (float) (f[r] - (queries[r] ? diagonal[r] : 0));
        }
        Scale.toUnit(ranks);
        return ranks;
    }

    /// `D - alpha W`.
    private static double[] laplacian(RegionGraph graph, Set<Side> ground) {
        int n = graph.count();
        boolean[] linked = graph.linked(ground);
        float least = Float.POSITIVE_INFINITY;
        float most = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                if (linked[a * n + b]) {
                    float d = graph.colorDistance(a, b);
                    least = Math.min(least, d);
                    most = Math.max(most, d);
                }
            }
        }
        float range = most > least ? most - least : 1;
        double[] matrix = new double[n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                if (linked[a * n + b]) {
                    double w = Exponential.of(-THETA * (graph.colorDistance(a, b) - least) / range);
                    matrix[a * n + b] = -ALPHA * w;
                    matrix[b * n + a] = -ALPHA * w;
                    matrix[a * n + a] += w;
                    matrix[b * n + b] += w;
                }
            }
        }
        for (int a = 0; a < n; a++) {
            matrix[a * n + a] += TINY; // a region without neighbours
        }
        return matrix;
    }
}
