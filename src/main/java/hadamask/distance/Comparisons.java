package hadamask.distance;

import hadamask.distance.Comparison.Finish;
import hadamask.distance.Comparison.Plane;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.List;

/// The one place that says how a measure is computed for many rows: which [Kernel] runs over which numbers, and what is
/// made of its sums.
final class Comparisons {
    /// Below, squares of differences may have vanished from a sum.
    private static final double TINY = 0x1p-900;

    private Comparisons() {
    }

    /// Asks for one type after the other: a `switch` over types is linked when it first runs, which takes longer than to read
    /// a thousand rows.
    static Comparison of(Measure measure, Operands rows, Treatment treatment, Workers workers) {
        double[] w = treatment.weights(rows.columns());
        boolean plain = treatment.isUnweighted();
        if (measure instanceof Similarity similarity) {
            return similarity(similarity, rows, treatment, workers);
        } else if (measure instanceof Metric.Euclidean) {
            return one(measure, rows, treatment, workers, squares(plain, w), root(2));
        } else if (measure instanceof Metric.SquaredEuclidean) {
            return one(measure, rows, treatment, workers, squares(plain, w), finished(TINY, Double.MAX_VALUE, s -> s));
        } else if (measure instanceof Metric.StandardizedEuclidean standardized) {
            if (!standardized.units().areOnes()) {
                return of(standardized.inUnits(), rows.map(standardized.units()::divide), treatment, workers);
            }
            return one(measure, rows, treatment, workers,
                    new WeightedKernel.Squares(Norm.divided(w, standardized.variances())), root(2));
        } else if (measure instanceof Metric.Mahalanobis mahalanobis) {
            return whitened(mahalanobis, rows, treatment, workers);
        } else if (measure instanceof Metric.Manhattan) {
            return one(measure, rows, treatment, workers, absolutes(plain, w), root(1));
        } else if (measure instanceof Metric.Chebyshev) {
            return one(measure, rows, treatment, workers, plain ? new Kernel.Maxima() : new WeightedKernel.Maxima(w),
                    root(1));
        } else if (measure instanceof Metric.Minkowski minkowski && minkowski.p() < SmallOrders.LIMIT) {
            return one(measure, rows, treatment, workers, (x, at, tile, from, to, sum) -> {},
                    Comparisons::byDefinition);
        } else if (measure instanceof Metric.Minkowski minkowski) {
            return one(measure, rows, treatment, workers, powers(minkowski.p(), plain, w), root(minkowski.p()));
        } else if (measure instanceof Metric.Canberra) {
            return one(measure, rows, treatment, workers, new WeightedKernel.Canberra(w), root(1));
        } else if (measure instanceof Metric.Hamming) {
            return one(measure, rows, treatment, workers, new WeightedKernel.Unequal(w), share(total(w)));
        } else if (measure instanceof Metric.BrayCurtis) {
            return new Comparison(measure, rows, treatment, workers,
                    List.of(Plane.of(absolutes(plain, w), rows, workers),
                            Plane.of(absolutes(plain, w), new Operands(rows.from(), negated(rows.to())), workers)),
                    Comparisons::ratio);
        } else if (measure instanceof Metric.Jaccard) {
            return Sets.jaccard(rows, treatment, workers);
        } else if (measure instanceof Metric.NonzeroHamming) {
            return Sets.nonzeroHamming(rows, treatment, workers);
        } else if (measure instanceof Metric.Cosine || measure instanceof Metric.Correlation) {
            return Angles.comparison(measure, rows, treatment, workers, measure instanceof Metric.Correlation);
        }
        throw new IllegalArgumentException(measure.toString());
    }

    private static Comparison similarity(Similarity measure, Operands rows, Treatment treatment,
            Workers workers) {
        return switch (measure) {
            case COSINE -> Angles.comparison(measure, rows, treatment, workers, false);
            case CORRELATION -> Angles.comparison(measure, rows, treatment, workers, true);
            case DOT -> one(measure, rows, treatment, workers, treatment.isUnweighted()
                    ? new Kernel.Products()
                    : new WeightedKernel.Products(treatment.weights(rows.columns())), root(1));
        };
    }

    private static Comparison one(Measure measure, Operands rows, Treatment treatment, Workers workers, Kernel kernel,
            Finish finish) {
        return new Comparison(measure, rows, treatment, workers, List.of(Plane.of(kernel, rows, workers)), finish);
    }

    private static Kernel squares(boolean plain, double[] w) {
        return plain ? new Kernel.Squares() : new WeightedKernel.Squares(w);
    }

    private static Kernel absolutes(boolean plain, double[] w) {
        return plain ? new Kernel.Absolutes() : new WeightedKernel.Absolutes(w);
    }

    private static Kernel powers(double p, boolean plain, double[] w) {
        if (p == 1) {
            return absolutes(plain, w);
        }
        if (p == 2) {
            return squares(plain, w);
        }
        if (p == 3 && plain) {
            return new Kernel.Cubes();
        }
        return 2 * p == Math.rint(2 * p) && p <= 64
                ? new HalfPowers(w, (int) (2 * p))
                : new WeightedKernel.Powers(w, p);
    }

    /// The Euclidean distance of whitened rows.
    private static Comparison whitened(Metric.Mahalanobis metric, Operands rows, Treatment treatment,
            Workers workers) {
        if (!treatment.isUnweighted()) {
            throw new IllegalArgumentException("the Mahalanobis distance has no weights");
        }
        return of(new Metric.Euclidean(), rows.map(metric.whitening()), treatment, workers);
    }

    private static Matrix negated(Matrix rows) {
        double[] negated = new double[rows.values().length];
        for (int k = 0; k < negated.length; k++) {
            negated[k] = -rows.values()[k];
        }
        return new Matrix(rows.rows(), rows.columns(), negated);
    }

    private static double total(double[] w) {
        double sum = 0;
        for (double weight : w) {
            sum += weight;
        }
        return sum;
    }

    private static Finish share(double total) {
        return finished(0, Double.MAX_VALUE, sum -> sum / total);
    }

    /// Whatever the sum is.
    private static void byDefinition(Comparison comparison, int i, int first, int width, double[][] sums, double[] out,
            int at) {
        for (int j = 0; j < width; j++) {
            out[at + j] = comparison.careful(i, first + j);
        }
    }

    /// The first sum divided by the second; 0 for equal rows.
    private static void ratio(Comparison comparison, int i, int first, int width, double[][] sums, double[] out,
            int at) {
        for (int j = 0; j < width; j++) {
            out[at + j] = sums[0][j] == 0 ? 0 : sums[0][j] / sums[1][j];
        }
    }

    /// `sum^(1/p)`, and the definition where the sum is not exact enough.
    private static Finish root(double p) {
        if (p == 1) {
            return Comparisons::unchanged;
        }
        if (p == 2) {
            return Comparisons::squareRoots;
        }
        if (p == 3) {
            return finished(TINY, Double.MAX_VALUE, Math::cbrt);
        }
        if (p == 0.5) {
            return finished(0, Double.MAX_VALUE, sum -> sum * sum);
        }
        // The root of a sum far from 1 would be less exact: its logarithm is large.
        return finished(0x1p-100, 0x1p100, sum -> Norm.root(sum, p));
    }

    // The frequent ones have loops of their own, which are compiled to vector instructions.

    private static void unchanged(Comparison comparison, int i, int first, int width, double[][] sums, double[] out,
            int at) {
        System.arraycopy(sums[0], 0, out, at, width);
        correct(comparison, i, first, width, sums[0], Double.NEGATIVE_INFINITY, Double.MAX_VALUE, out, at);
    }

    private static void squareRoots(Comparison comparison, int i, int first, int width, double[][] sums, double[] out,
            int at) {
        double[] sum = sums[0];
        for (int j = 0; j < width; j++) {
            out[at + j] = Math.sqrt(sum[j]);
        }
        correct(comparison, i, first, width, sum, TINY, Double.MAX_VALUE, out, at);
    }

    /// Puts the definition where a sum is not exact enough.
    private static void correct(Comparison comparison, int i, int first, int width, double[] sum, double least,
            double most, double[] out, int at) {
        if (haveMagnitudes(sum, width, Math.max(least, 0), most)) {
            return;
        }
        for (int j = 0; j < width; j++) {
            if (!(sum[j] >= least && sum[j] <= most)) {
                out[at + j] = comparison.careful(i, first + j);
            }
        }
    }

    /// Whether the magnitudes of all sums are within bounds: numbers that are not negative are ordered as their bits are, and
    /// NaN is above all. Without a jump for each, which takes four times as long.
    static boolean haveMagnitudes(double[] sum, int width, double least, double most) {
        long from = Double.doubleToRawLongBits(least);
        long to = Double.doubleToRawLongBits(most);
        long outside = 0; // below 0 when a difference was
        for (int j = 0; j < width; j++) {
            long magnitude = Double.doubleToRawLongBits(sum[j]) & Long.MAX_VALUE;
            outside |= (magnitude - from) | (to - magnitude);
        }
        return outside >= 0;
    }

    /// A function of a single running sum.
    @FunctionalInterface
    private interface Function {
        double of(double sum);
    }

    private static Finish finished(double least, double most, Function function) {
        return (comparison, i, first, width, sums, out, at) -> {
            double[] sum = sums[0];
            for (int j = 0; j < width; j++) {
                out[at + j] = function.of(sum[j]);
            }
            correct(comparison, i, first, width, sum, least, most, out, at);
        };
    }
}
