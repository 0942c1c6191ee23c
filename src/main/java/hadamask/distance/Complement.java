package hadamask.distance;

import java.util.List;

/// How alike two rows are: 1 minus a distance that is at most 1.
///
/// @param metric the distance, [Gower] or the normalised [Levenshtein]
public record Complement(Metric metric) implements Measure {
    /// @throws IllegalArgumentException if the distance may exceed 1
    public Complement {
        if (metric.axioms().max() > 1) {
            throw new IllegalArgumentException("the distance may be " + metric.axioms().max() + ", expected at most 1");
        }
    }

    @Override
    public MeasureFacts facts() {
        return new MeasureFacts(metric instanceof Levenshtein ? List.of("levenshtein") : metric.names(),
                "1 - (" + metric.formula() + ")",
                Axioms.similarity(0, 1));
    }

    @Override
    public Domain domain() {
        return metric.domain();
    }

    @Override
    public boolean hasColumnWeights() {
        return metric.hasColumnWeights();
    }

    @Override
    public boolean takesTexts() {
        return metric.takesTexts();
    }

    @Override
    public double between(double[] u, double[] v, double[] weights) {
        return 1 - metric.between(u, v, weights);
    }

    @Override
    public Comparison comparison(Comparisons rows) {
        return rows.complement(metric);
    }
}
