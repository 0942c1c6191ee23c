package hadamask.distance;

/// A running sum (or maximum) over columns, for one row against the rows of a tile.
///
/// These are the loops in which the time goes. Each is flat, over arrays that are all indexed by j alone, so that the JIT
/// vectorises it; more rows or columns at once make the body too large for it to unroll to whole vectors (measured: 32
/// GFLOP/s for one row by four columns, 11 for four by four). The order of the terms depends on the columns only,
/// and every term is symmetric: the same two rows give the same bits in either order.
interface Kernel {
    /// Adds the columns `from` to `to`, a multiple of [Tiles#STEP].
    ///
    /// @param x rows, `x[at + k]` being column k of the row
    /// @param tile the other rows, `tile[k][j]`
    /// @param sum one sum per row j of the tile
    void add(double[] x, int at, double[][] tile, int from, int to, double[] sum);

    /// The same for two rows, which may read the tile once for both.
    ///
    /// @param x rows, `x[at + k]` and `x[below + k]` being column k of the two
    /// @param sum one sum per row j of the tile, for the first row
    /// @param sumBelow for the second
    default void addTwo(double[] x, int at, int below, double[][] tile, int from, int to, double[] sum,
            double[] sumBelow) {
        add(x, at, tile, from, to, sum);
        add(x, below, tile, from, to, sumBelow);
    }

    /// `sum (x - t)^2`.
    final class Squares implements Kernel {
        @Override
        public void add(double[] x, int at, double[][] tile, int from, int to, double[] sum) {
            for (int k = from; k < to; k += 4) {
                step(x, at + k, tile[k], tile[k + 1], tile[k + 2], tile[k + 3], sum);
            }
        }

        @Override
        public void addTwo(double[] x, int at, int below, double[][] tile, int from, int to, double[] sum,
                double[] sumBelow) {
            for (int k = from; k < to; k += 4) {
                stepTwo(x, at + k, below + k, tile[k], tile[k + 1], tile[k + 2], tile[k + 3], sum, sumBelow);
            }
        }

        private static void step(double[] x, int at, double[] t0, double[] t1, double[] t2, double[] t3, double[] sum) {
            double x0 = x[at];
            double x1 = x[at + 1];
            double x2 = x[at + 2];
            double x3 = x[at + 3];
            for (int j = 0; j < t0.length; j++) {
                double a = x0 - t0[j];
                double b = x1 - t1[j];
                double c = x2 - t2[j];
                double d = x3 - t3[j];
                sum[j] = Math.fma(a, a, Math.fma(b, b, Math.fma(c, c, Math.fma(d, d, sum[j]))));
            }
        }

        private static void stepTwo(double[] x, int at, int below, double[] t0, double[] t1, double[] t2, double[] t3,
                double[] sum, double[] sumBelow) {
            double x0 = x[at];
            double x1 = x[at + 1];
            double x2 = x[at + 2];
            double x3 = x[at + 3];
            double y0 = x[below];
            double y1 = x[below + 1];
            double y2 = x[below + 2];
            double y3 = x[below + 3];
            for (int j = 0; j < t0.length; j++) {
                double u0 = t0[j];
                double u1 = t1[j];
                double u2 = t2[j];
                double u3 = t3[j];
                double a = x0 - u0;
                double b = x1 - u1;
                double c = x2 - u2;
                double d = x3 - u3;
                double e = y0 - u0;
                double f = y1 - u1;
                double g = y2 - u2;
                double h = y3 - u3;
                sum[j] = Math.fma(a, a, Math.fma(b, b, Math.fma(c, c, Math.fma(d, d, sum[j]))));
                sumBelow[j] = Math.fma(e, e, Math.fma(f, f, Math.fma(g, g, Math.fma(h, h, sumBelow[j]))));
            }
        }
    }

    /// `sum abs(x - t)`.
    final class Absolutes implements Kernel {
        @Override
        public void add(double[] x, int at, double[][] tile, int from, int to, double[] sum) {
            for (int k = from; k < to; k += 4) {
                step(x, at + k, tile[k], tile[k + 1], tile[k + 2], tile[k + 3], sum);
            }
        }

        private static void step(double[] x, int at, double[] t0, double[] t1, double[] t2, double[] t3, double[] sum) {
            double x0 = x[at];
            double x1 = x[at + 1];
            double x2 = x[at + 2];
            double x3 = x[at + 3];
            for (int j = 0; j < t0.length; j++) {
                sum[j] += (Math.abs(x0 - t0[j]) + Math.abs(x1 - t1[j]))
                        + (Math.abs(x2 - t2[j]) + Math.abs(x3 - t3[j]));
            }
        }
    }

    /// `sum abs(x - t)^3`.
    final class Cubes implements Kernel {
        @Override
        public void add(double[] x, int at, double[][] tile, int from, int to, double[] sum) {
            for (int k = from; k < to; k += 4) {
                step(x, at + k, tile[k], tile[k + 1], tile[k + 2], tile[k + 3], sum);
            }
        }

        private static void step(double[] x, int at, double[] t0, double[] t1, double[] t2, double[] t3, double[] sum) {
            double x0 = x[at];
            double x1 = x[at + 1];
            double x2 = x[at + 2];
            double x3 = x[at + 3];
            for (int j = 0; j < t0.length; j++) {
                double a = x0 - t0[j];
                double b = x1 - t1[j];
                double c = x2 - t2[j];
                double d = x3 - t3[j];
                double ab = Math.fma(Math.abs(a), a * a, Math.abs(b) * (b * b));
                double cd = Math.fma(Math.abs(c), c * c, Math.abs(d) * (d * d));
                sum[j] += ab + cd;
            }
        }
    }

    /// `max abs(x - t)`.
    final class Maxima implements Kernel {
        @Override
        public void add(double[] x, int at, double[][] tile, int from, int to, double[] sum) {
            for (int k = from; k < to; k += 4) {
                step(x, at + k, tile[k], tile[k + 1], tile[k + 2], tile[k + 3], sum);
            }
        }

        private static void step(double[] x, int at, double[] t0, double[] t1, double[] t2, double[] t3, double[] sum) {
            double x0 = x[at];
            double x1 = x[at + 1];
            double x2 = x[at + 2];
            double x3 = x[at + 3];
            for (int j = 0; j < t0.length; j++) {
                double ab = Math.max(Math.abs(x0 - t0[j]), Math.abs(x1 - t1[j]));
                double cd = Math.max(Math.abs(x2 - t2[j]), Math.abs(x3 - t3[j]));
                sum[j] = Math.max(sum[j], Math.max(ab, cd));
            }
        }
    }

    /// `sum x t`.
    final class Products implements Kernel {
        @Override
        public void add(double[] x, int at, double[][] tile, int from, int to, double[] sum) {
            for (int k = from; k < to; k += 4) {
                step(x, at + k, tile[k], tile[k + 1], tile[k + 2], tile[k + 3], sum);
            }
        }

        private static void step(double[] x, int at, double[] t0, double[] t1, double[] t2, double[] t3, double[] sum) {
            double x0 = x[at];
            double x1 = x[at + 1];
            double x2 = x[at + 2];
            double x3 = x[at + 3];
            for (int j = 0; j < t0.length; j++) {
                sum[j] = Math.fma(x0, t0[j], Math.fma(x1, t1[j], Math.fma(x2, t2[j], Math.fma(x3, t3[j], sum[j]))));
            }
        }
    }
}
