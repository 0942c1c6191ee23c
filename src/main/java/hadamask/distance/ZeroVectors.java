package hadamask.distance;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// What becomes of rows without a direction: zero vectors under the cosine, constant rows under the correlation.
public enum ZeroVectors {
    /// They are refused by [Pairwise].
    ERROR,
    /// Their similarity to every row, and the distance from it, is NaN.
    NAN,
    /// Their similarity to every row is 0, the distance 1; the distance of two such rows is 0.
    ZERO;

    /// How many of them a message names.
    private static final int NAMED = 5;

    /// The rows of a table for which a measure is not defined, from 0.
    ///
    /// @param options has the weights
    /// @param workers look at rows at the same time
    public static List<Integer> among(Matrix rows, Measure measure, PairwiseOptions options, Workers workers) {
        List<Integer> found = new ArrayList<>();
        double[] weights = options.weights(rows.columns());
        if (!measure.isZeroVector(new double[rows.columns()], weights)) {
            return found;
        }
        boolean[] isZero = new boolean[rows.rows()];
        workers.inRanges(isZero.length, Tiles.WIDTH, (first, end) -> {
            for (int i = first; i < end; i++) {
                double[] row = Arrays.copyOfRange(rows.values(), i * rows.columns(), (i + 1) * rows.columns());
                isZero[i] = measure.isZeroVector(row, weights);
            }
        });
        for (int i = 0; i < isZero.length; i++) {
            if (isZero[i]) {
                found.add(i);
            }
        }
        return found;
    }

    /// The rows of a table for which a measure is not defined, from 0; of a table of which only the entries other than 0 are
    /// kept, and without weights.
    public static List<Integer> among(SparseMatrix rows, Measure measure) {
        List<Integer> found = new ArrayList<>();
        boolean needsDirections = measure.isZeroVector(new double[1], Norm.ones(1));
        for (int i = 0; i < rows.rows() && needsDirections; i++) {
            if (rows.start(i) == rows.start(i + 1)) {
                found.add(i);
            }
        }
        return found;
    }

    /// The error about rows for which a measure is not defined.
    ///
    /// @param rows from [#among], at least one
    /// @param title how messages call a row
    public static InputException refusal(Measure measure, List<Integer> rows, IntFunction<String> title) {
        StringBuilder titles = new StringBuilder();
        int shown = Math.min(rows.size(), NAMED);
        for (int k = 0; k < shown; k++) {
            titles.append(k == 0 ? "" : ", ").append(title.apply(rows.get(k)));
        }
        titles.append(rows.size() > shown ? " and " + (rows.size() - shown) + " more" : "");
        return new InputException(measure.zeroVectorFault(), Remedy.of(Remedy.Kind.ZERO_VECTORS))
                .at(titles.toString());
    }
}
