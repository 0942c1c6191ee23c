package hadamask.matrix;

/// Loops over columns, each an array of its own: the compiler vectorises them.
final class Vectors {
    private Vectors() {
    }

    /// `sum a[i] b[i]` for i from `from` to the end, in four sums that do not wait for each other.
    static double dot(double[] a, double[] b, int from) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < a.length; i += 4) {
            s0 = Math.fma(a[i], b[i], s0);
            s1 = Math.fma(a[i + 1], b[i + 1], s1);
            s2 = Math.fma(a[i + 2], b[i + 2], s2);
            s3 = Math.fma(a[i + 3], b[i + 3], s3);
        }
        for (; i < a.length; i++) {
            s0 = Math.fma(a[i], b[i], s0);
        }
        return (s0 + s1) + (s2 + s3);
    }

    /// Adds `factor` times a to b, from `from` on.
    static void add(double factor, double[] a, double[] b, int from) {
        for (int i = from; i < b.length; i++) {
            b[i] = Math.fma(factor, a[i], b[i]);
        }
    }

    static void multiply(double factor, double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }

    /// Rotates two columns: a becomes `c a - s b`, b becomes `s a + c b`.
    static void turn(double[] a, double[] b, double c, double s) {
        for (int i = 0; i < a.length; i++) {
            double x = a[i];
            double y = b[i];
            a[i] = c * x - s * y;
            b[i] = s * x + c * y;
        }
    }
}
