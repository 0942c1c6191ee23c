package hadamask.distance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// All metrics and similarities by name.
///
/// Those that need more than a name are there as examples, to be replaced by what the rows or the user say: Minkowski of order 2,
/// Mahalanobis without a covariance, variances and ranges of no columns, the earth, no texts.
public final class Metrics {
    private Metrics() {
    }

    /// Each metric once, family by family.
    public static List<Measure> distances() {
        List<Measure> all = new ArrayList<>(List.of(new Metric.Euclidean(), new Metric.SquaredEuclidean(),
                new Metric.Manhattan(), new Metric.Chebyshev(), new Metric.Minkowski(2),
                new Metric.Mahalanobis(UnaryOperator.identity()), new Metric.StandardizedEuclidean(List.of())));
        Collections.addAll(all, AngleMetric.values());
        Collections.addAll(all, RatioMetric.values());
        Collections.addAll(all, SetMetric.values());
        Collections.addAll(all, DistributionMetric.values());
        all.addAll(List.of(new Haversine(Haversine.EARTH), new Gower(List.of()), new Levenshtein(List.of(), false),
                new Levenshtein(List.of(), true)));
        return all;
    }

    /// Each similarity once.
    public static List<Measure> similarities() {
        List<Measure> all = new ArrayList<>(List.of(Similarity.values()));
        for (SetMetric metric : SetMetric.values()) {
            all.add(new SetSimilarity(metric));
        }
        all.add(new Complement(new Gower(List.of())));
        all.add(new Complement(new Levenshtein(List.of(), true)));
        return all;
    }

    /// The one that has a name, in any case of letters, or null.
    ///
    /// @param among [#distances()] or [#similarities()]
    public static @Nullable Measure named(String name, List<Measure> among) {
        for (Measure measure : among) {
            for (String known : measure.names()) {
                if (known.equalsIgnoreCase(name)) {
                    return measure;
                }
            }
        }
        return null;
    }
}
