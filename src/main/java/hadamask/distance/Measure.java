package hadamask.distance;

import java.io.Serializable;
import java.util.List;

/// Compares two rows of numbers: a distance ([Metric]) or a similarity ([Similarity], [SetSimilarity], [Complement]).
///
/// Every measure here is symmetric. Start reading here. A measure says all of itself in one place: its names, its formula, what it
/// promises, which rows it takes, its definition for a pair, and, by a method of [Comparisons], how it is computed for many rows
/// at once. [Metrics] knows them by name.
public sealed interface Measure extends Serializable permits Metric, Similarity, SetSimilarity, Complement {
    /// Its names, its formula, and what it promises.
    MeasureFacts facts();

    /// What users call it: its own name, then others, such as those of SciPy.
    default List<String> names() {
        return facts().names();
    }

    /// Its formula in letters of ASCII, as the reference page has it: u and v are the rows, w the weights.
    default String formula() {
        return facts().formula();
    }

    /// What the measure promises.
    default Axioms axioms() {
        return facts().axioms();
    }

    /// Which numbers it takes.
    default Domain domain() {
        return Domain.ANY;
    }

    /// Whether columns can be weighed, and left out where a value is missing.
    default boolean hasColumnWeights() {
        return true;
    }

    /// Whether columns may have texts, in which case equal texts have the same number.
    default boolean takesTexts() {
        return false;
    }

    /// The measure of two rows, computed with care: no square overflows or underflows, and equal rows are recognised. This
    /// is the definition; [Pairwise] is fast, and falls back on it.
    ///
    /// NaN in a row, or nothing to divide by (a zero vector's cosine, no columns at all) gives NaN.
    ///
    /// @param u a row
    /// @param v a row of the same length
    /// @param weights a weight per column, at least 0; all 1 is the plain measure
    /// @throws IllegalArgumentException if these are not equally many numbers
    double between(double[] u, double[] v, double[] weights);

    /// Whether a row has no direction, so that the measure is not defined for it: its norm is 0, for the correlation after
    /// the mean is taken off. Always false for measures that need no direction.
    ///
    /// @param weights a weight per column
    default boolean isZeroVector(double[] row, double[] weights) {
        return false;
    }

    /// What is wrong with such a row, in words.
    default String zeroVectorFault() {
        return "all numbers are 0, so there is no direction";
    }

    /// How far such a row is from those that have a direction, under [ZeroVectors#ZERO]; as a similarity, how alike.
    default double unlike() {
        return axioms().isDistance() ? 1 : 0;
    }

    /// How the measure is computed for many rows at once; for [Pairwise] alone.
    ///
    /// A method, because a `switch` over types takes milliseconds at its first use; the compiler still sees to it that no
    /// measure is forgotten.
    ///
    /// @hidden public because an interface has no other methods
    Comparison comparison(Comparisons rows);

    /// The factor by which a value over some of the columns is extrapolated to all of them when values are missing: sums grow,
    /// ratios and maxima stay as they are.
    ///
    /// @param ratio the weight of all columns, divided by the weight of those that both rows have; at least 1
    default double extrapolation(double ratio) {
        return 1;
    }
}
