package hadamask.distance;

import hadamask.table.Missing;
import java.io.Serializable;
import java.util.List;

/// How rows are compared, whatever the measure.
///
/// @param weights a weight per column, at least 0 and one above 0; empty: all are 1
/// @param zeroVectors what becomes of rows without a direction
/// @param missing what a missing value (NaN) does to a comparison: with [Missing#PAIRWISE] the columns that both rows have
///        are used and extrapolated by [Measure#extrapolation(double)], otherwise the value is NaN
public record PairwiseOptions(List<Double> weights, ZeroVectors zeroVectors, Missing missing) implements Serializable {
    /// No weights; zero vectors are refused; NaN stays NaN.
    public static final PairwiseOptions DEFAULT = new PairwiseOptions(List.of(), ZeroVectors.ERROR, Missing.NAN);

    public PairwiseOptions {
        weights = List.copyOf(weights);
        double max = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("a weight is " + weight + ", expected a number >= 0");
            }
            max = Math.max(max, weight);
        }
        if (max == 0 && !weights.isEmpty()) {
            throw new IllegalArgumentException("all weights are 0, expected one above 0");
        }
    }

    /// The same with weights.
    public PairwiseOptions withWeights(List<Double> perColumn) {
        return new PairwiseOptions(perColumn, zeroVectors, missing);
    }

    /// The same with another policy for zero vectors.
    public PairwiseOptions withZeroVectors(ZeroVectors policy) {
        return new PairwiseOptions(weights, policy, missing);
    }

    /// The same with another policy for missing values.
    public PairwiseOptions withMissing(Missing policy) {
        return new PairwiseOptions(weights, zeroVectors, policy);
    }

    /// Whether all weights are 1.
    boolean isUnweighted() {
        for (double weight : weights) {
            if (weight != 1) {
                return false;
            }
        }
        return true;
    }

    double[] weights(int columns) {
        if (weights.isEmpty()) {
            return Norm.ones(columns);
        }
        if (weights.size() != columns) {
            throw new IllegalArgumentException(weights.size() + " weights for " + columns + " columns");
        }
        return weights.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
