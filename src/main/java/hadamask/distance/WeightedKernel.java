package hadamask.distance;

/// A [Kernel] whose terms have a weight per column, one column at a time.
abstract class WeightedKernel implements Kernel {
    private final double[] weights;

    WeightedKernel(double[] weights) {
        this.weights = weights;
    }

    @Override
    public final void add(double[] x, int at, double[][] tile, int from, int to, double[] sum) {
        for (int k = from; k < Math.min(to, weights.length); k++) {
            if (weights[k] > 0) {
                step(x[at + k], tile[k], weights[k], sum);
            }
        }
    }

    abstract void step(double x, double[] t, double weight, double[] sum);

    /// `sum w (x - t)^2`.
    static final class Squares extends WeightedKernel {
        Squares(double[] weights) {
            super(weights);
        }

        @Override
        void step(double x, double[] t, double weight, double[] sum) {
            for (int j = 0; j < t.length; j++) {
                double a = x - t[j];
                sum[j] += weight * (a * a);
            }
        }
    }

    /// `sum w abs(x - t)`.
    static final class Absolutes extends WeightedKernel {
        Absolutes(double[] weights) {
            super(weights);
        }

        @Override
        void step(double x, double[] t, double weight, double[] sum) {
            for (int j = 0; j < t.length; j++) {
                sum[j] += weight * Math.abs(x - t[j]);
            }
        }
    }

    /// `max abs(x - t)` over the columns that count.
    static final class Maxima extends WeightedKernel {
        Maxima(double[] weights) {
            super(weights);
        }

        @Override
        void step(double x, double[] t, double weight, double[] sum) {
            for (int j = 0; j < t.length; j++) {
                sum[j] = Math.max(sum[j], Math.abs(x - t[j]));
            }
        }
    }

    /// `sum w x t`.
    static final class Products extends WeightedKernel {
        Products(double[] weights) {
            super(weights);
        }

        @Override
        void step(double x, double[] t, double weight, double[] sum) {
            for (int j = 0; j < t.length; j++) {
                sum[j] += weight * (x * t[j]);
            }
        }
    }

    /// `sum w abs(x - t) / (abs(x) + abs(t))`, 0 / 0 counting 0.
    static final class Canberra extends WeightedKernel {
        Canberra(double[] weights) {
            super(weights);
        }

        @Override
        void step(double x, double[] t, double weight, double[] sum) {
            double size = Math.abs(x);
            for (int j = 0; j < t.length; j++) {
                // 0 / MIN_VALUE is 0, and every other sum is at least MIN_VALUE.
                sum[j] += weight * (Math.abs(x - t[j]) / Math.max(size + Math.abs(t[j]), Double.MIN_VALUE));
            }
        }
    }

    /// `sum w (x - t)^2 / (x + t)` of numbers from 0, 0 / 0 counting 0.
    static final class ChiSquare extends WeightedKernel {
        ChiSquare(double[] weights) {
            super(weights);
        }

        @Override
        void step(double x, double[] t, double weight, double[] sum) {
            for (int j = 0; j < t.length; j++) {
                double a = x - t[j];
                sum[j] += weight * (a * (a / Math.max(x + t[j], Double.MIN_VALUE)));
            }
        }
    }

    /// The weight of the columns that differ.
    static final class Unequal extends WeightedKernel {
        Unequal(double[] weights) {
            super(weights);
        }

        @Override
        void step(double x, double[] t, double weight, double[] sum) {
            for (int j = 0; j < t.length; j++) {
                sum[j] += x == t[j] ? 0 : weight;
            }
        }
    }

    /// `sum w abs(x - t)^p` by [Math#pow(double, double)]: for a p that is neither whole nor half.
    static final class Powers extends WeightedKernel {
        private final double p;

        Powers(double[] weights, double p) {
            super(weights);
            this.p = p;
        }

        @Override
        void step(double x, double[] t, double weight, double[] sum) {
            for (int j = 0; j < t.length; j++) {
                sum[j] += weight * Math.pow(Math.abs(x - t[j]), p);
            }
        }
    }
}
