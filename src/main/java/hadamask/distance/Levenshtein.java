package hadamask.distance;

import java.util.List;

/// How many letters must be inserted, left out or replaced to make one text of another (Levenshtein 1965); letters are code points
/// of Unicode, as they stand.
///
/// Rows have one number, the place of their text in a list.
///
/// @param texts by their places
/// @param normalised whether the number is divided by the length of the longer text, to lie in [0, 1]; then there is no triangle
///        inequality
public record Levenshtein(List<String> texts, boolean normalised) implements Metric {
    public Levenshtein {
        texts = List.copyOf(texts);
    }

    @Override
    public MeasureFacts facts() {
        String edits = "the fewest insertions, deletions and replacements of letters";
        return normalised
                ? new MeasureFacts("levenshtein-normalized", edits + ", divided by the length of the longer text",
                        Axioms.semiMetric(1))
                : new MeasureFacts("levenshtein", edits, Axioms.metric(Double.POSITIVE_INFINITY));
    }

    @Override
    public boolean hasColumnWeights() {
        return false;
    }

    @Override
    public boolean takesTexts() {
        return true;
    }

    @Override
    public double between(double[] u, double[] v, double[] weights) {
        Norm.requireSameLength(u, v, weights);
        if (u.length != 1) {
            throw new IllegalArgumentException(u.length + " columns, expected one of texts");
        }
        if (Double.isNaN(u[0]) || Double.isNaN(v[0])) {
            return Double.NaN;
        }
        return between(new TextPattern(letters((int) u[0])), letters((int) v[0]));
    }

    /// The letters of a text by its place.
    int[] letters(int place) {
        return texts.get(place).codePoints().toArray();
    }

    double between(TextPattern first, int[] second) {
        int longer = Math.max(first.length(), second.length);
        int distance = first.distance(second);
        return normalised && longer > 0 ? (double) distance / longer : distance;
    }

    @Override
    public Comparison comparison(Comparisons rows) {
        return rows.levenshtein(this);
    }
}
