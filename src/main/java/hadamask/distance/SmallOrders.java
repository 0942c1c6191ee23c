package hadamask.distance;

import org.apache.commons.numbers.core.DD;

/// The Minkowski distance of an order p below 0.5, right to 14 digits: the root multiplies an error of the sum by 1 / p.
///
/// From 0.05 on the sum is kept in two doubles, and the root is corrected by the rounding errors of 1 / p and of the sum.
/// Below, where even the rounding of a power would show, powers are computed in pairs of doubles (32 digits), some fifty
/// times slower.
final class SmallOrders {
    /// Orders below this are computed here.
    static final double LIMIT = 0.5;
    private static final double TINY = 0.05;
    /// ln 2 in two doubles.
    private static final DD LN2 = DD.ofSum(0.6931471805599453, 2.3190468138462996e-17);
    /// The series of the exponential is summed at this part of the argument, which is squared as often.
    private static final int HALVINGS = 8;
    private static final int TERMS = 11;

    private SmallOrders() {
    }

    /// `(sum w_i (u_i - v_i)^p)^(1/p)`, for numbers that differ by finite amounts.
    ///
    /// @param unit what differences are divided by, a power of two
    static double minkowski(double[] u, double[] v, double[] weights, double p, double unit) {
        DD sum = DD.ZERO;
        for (int k = 0; k < u.length; k++) {
            double difference = weights[k] > 0 ? Norm.difference(u[k], v[k]) / unit : 0;
            if (difference > 0) {
                DD power = p < TINY ? power(difference, p) : DD.of(Math.pow(difference, p));
                sum = sum.add(power.multiply(weights[k]));
            }
        }
        return p < TINY ? root(sum, p, unit) : unit * quickRoot(sum.hi(), sum.lo(), p);
    }

    /// `sum^(1/p)`: 1 / p is rounded, and its logarithm shows what that makes of the power.
    ///
    /// @param rest what the sum has beside it
    static double quickRoot(double sum, double rest, double p) {
        double inverse = 1 / p;
        double lost = -Math.fma(inverse, p, -1) / p;
        double root = Math.pow(sum, inverse);
        return root + root * (lost * Math.log(sum) + rest / sum * inverse);
    }

    private static DD power(double x, double p) {
        Scaled power = exp(log(DD.of(x)).multiply(p));
        return power.value.scalb(power.exponent);
    }

    private static double root(DD sum, double p, double unit) {
        DD exponent = log(sum).divide(DD.of(p));
        if (Math.abs(exponent.hi()) > 1e5) {
            return exponent.hi() > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        Scaled root = exp(exponent);
        return Math.scalb(root.value.hi(), Math.getExponent(unit) + root.exponent);
    }

    /// The logarithm as a double, refined by one step of Halley's method.
    private static DD log(DD x) {
        int exponent = Math.getExponent(x.hi());
        DD mantissa = x.scalb(-exponent);
        DD near = DD.of(Math.log(mantissa.hi()));
        Scaled back = exp(near);
        DD power = back.value.scalb(back.exponent);
        DD step = mantissa.subtract(power).divide(mantissa.add(power)).multiply(2);
        return LN2.multiply(exponent).add(near).add(step);
    }

    /// @param value in about [0.7, 1.5]
    /// @param exponent of two, by whose power the value is multiplied
    private record Scaled(DD value, int exponent) {}

    private static Scaled exp(DD x) {
        int exponent = (int) Math.rint(x.hi() / LN2.hi());
        DD part = x.subtract(LN2.multiply(exponent)).scalb(-HALVINGS);
        DD sum = DD.ONE;
        for (int k = TERMS; k > 1; k--) {
            sum = sum.multiply(part).divide(DD.of(k)).add(1);
        }
        DD lessOne = sum.multiply(part);
        for (int k = 0; k < HALVINGS; k++) {
            lessOne = lessOne.multiply(lessOne.add(2));
        }
        return new Scaled(lessOne.add(1), exponent);
    }
}
