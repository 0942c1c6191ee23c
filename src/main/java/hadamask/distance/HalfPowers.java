package hadamask.distance;

/// `sum w abs(x - t)^p` for p = n / 2 without `pow`: by squaring, a plain loop for each binary digit of p.
final class HalfPowers implements Kernel {
    private final double[] weights;
    private final int whole;
    private final boolean half;

    /// @param halves 2 p, from 1 on
    HalfPowers(double[] weights, int halves) {
        this.weights = weights;
        whole = halves / 2;
        half = halves % 2 == 1;
    }

    @Override
    public void add(double[] x, int at, double[][] tile, int from, int to, double[] sum) {
        double[] base = new double[tile[0].length];
        double[] power = new double[base.length];
        for (int k = from; k < Math.min(to, weights.length); k++) {
            if (weights[k] > 0) {
                start(x[at + k], tile[k], weights[k], base, power);
                for (int digits = whole; digits > 0; digits >>= 1) {
                    if ((digits & 1) == 1) {
                        multiply(power, base);
                    }
                    if (digits > 1) {
                        square(base);
                    }
                }
                add(power, sum);
            }
        }
    }

    private void start(double x, double[] t, double weight, double[] base, double[] power) {
        if (half) {
            for (int j = 0; j < t.length; j++) {
                base[j] = Math.abs(x - t[j]);
                power[j] = weight * Math.sqrt(base[j]);
            }
        } else {
            for (int j = 0; j < t.length; j++) {
                base[j] = Math.abs(x - t[j]);
                power[j] = weight;
            }
        }
    }

    private static void multiply(double[] product, double[] factor) {
        for (int j = 0; j < factor.length; j++) {
            product[j] *= factor[j];
        }
    }

    private static void square(double[] base) {
        for (int j = 0; j < base.length; j++) {
            base[j] *= base[j];
        }
    }

    private static void add(double[] power, double[] sum) {
        for (int j = 0; j < power.length; j++) {
            sum[j] += power[j];
        }
    }
}
