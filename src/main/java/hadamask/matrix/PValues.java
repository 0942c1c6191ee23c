package hadamask.matrix;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Probabilities of many tests, adjusted for their number: among m rows of normal data some have a small p by chance.
///
/// NaN stays NaN and is no test.
public enum PValues {
    /// `m p`, at most 1: the chance of a single false alarm is at most p.
    BONFERRONI {
        @Override
        double[] ofSorted(double[] p) {
            double[] adjusted = new double[p.length];
            for (int k = 0; k < p.length; k++) {
                adjusted[k] = Math.min(1, p.length * p[k]);
            }
            return adjusted;
        }
    },
    /// The same with fewer alarms missed (Holm 1979): the k-th smallest p is multiplied by m - k + 1.
    HOLM {
        @Override
        double[] ofSorted(double[] p) {
            double[] adjusted = new double[p.length];
            double largest = 0;
            for (int k = 0; k < p.length; k++) {
                largest = Math.max(largest, Math.min(1, (p.length - k) * p[k]));
                adjusted[k] = largest;
            }
            return adjusted;
        }
    },
    /// The expected share of false alarms among the alarms (Benjamini and Hochberg 1995): the k-th smallest p is multiplied by m / k.
    BH {
        @Override
        double[] ofSorted(double[] p) {
            double[] adjusted = new double[p.length];
            double least = 1;
            for (int k = p.length - 1; k >= 0; k--) {
                least = Math.min(least, p.length * p[k] / (k + 1));
                adjusted[k] = least;
            }
            return adjusted;
        }
    };

    /// @param p ascending
    abstract double[] ofSorted(double[] p);

    /// The adjusted probabilities, in the order of these.
    ///
    /// @param p each in [0, 1], or NaN
    public double[] adjust(double[] p) {
        int[] order = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> p[i])).mapToInt(i -> i).toArray();
        double[] sorted = IntStream.of(order).mapToDouble(i -> p[i]).toArray();
        double[] adjusted = ofSorted(sorted);
        double[] result = p.clone();
        for (int k = 0; k < order.length; k++) {
            result[order[k]] = adjusted[k];
        }
        return result;
    }
}
