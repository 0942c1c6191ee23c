package hadamask.distance;

/// How alike two rows are as sets of their columns: 1 minus a [SetMetric], which is a coefficient of its own; 1 for equal rows but
/// for that of Russell and Rao, `a / n`.
///
/// @param metric the distance
public record SetSimilarity(SetMetric metric) implements Measure {
    @Override
    public MeasureFacts facts() {
        return new MeasureFacts(metric.names(),
                metric.similarityFormula(),
                Axioms.similarity(1 - metric.axioms().max(), 1));
    }

    @Override
    public Domain domain() {
        return metric.domain();
    }

    @Override
    public double between(double[] u, double[] v, double[] weights) {
        return SetComparisons.between(u, v, weights, metric::similarity);
    }

    @Override
    public Comparison comparison(Comparisons rows) {
        return rows.sets(metric::similarity);
    }
}
