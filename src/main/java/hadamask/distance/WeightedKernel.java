package hadamask.distance;

import java.util.Arrays;

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

    /// `sum w abs(x - t)^p` for p = n / 2 without `pow`: by squaring, a plain loop for each binary digit of p.
    static final class HalfPowers extends WeightedKernel {
        private final int whole;
        private final boolean half;

        /// @param halves 2 p, from 1 on
        HalfPowers(double[] weights, int halves) {
            super(weights);
            whole = halves / 2;
            half = halves % 2 == 1;
        }

        @Override
        void step(double x, double[] t, double weight, double[] sum) {
            double[] base = new double[t.length];
            double[] power = new double[t.length];
            for (int j = 0; j < t.length; j++) {
                base[j] = Math.abs(x - t[j]);
            }
            if (half) {
                for (int j = 0; j < t.length; j++) {
                    power[j] = weight * Math.sqrt(base[j]);
                }
            } else {
                Arrays.fill(power, weight);
            }
            for (int digits = whole; digits > 0; digits >>= 1) {
                if ((digits & 1) == 1) {
                    multiply(power, base);
                }
                if (digits > 1) {
                    multiply(base, base);
                }
            }
            for (int j = 0; j < t.length; j++) {
                sum[j] += power[j];
            }
        }

        private static void multiply(double[] product, double[] factor) {
            for (int j = 0; j < product.length; j++) {
                product[j] *= factor[j];
            }
        }
    }
}
