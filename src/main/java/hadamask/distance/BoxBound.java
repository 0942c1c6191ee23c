package hadamask.distance;

import hadamask.matrix.Matrix;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// What a measure has to say about all rows of a box at once, so that a search for near rows can pass over the box.
///
/// The rows, mapped into the bound's own space, lie in a box `low_k <= t_k <= high_k`. Of all points of the box the corner
/// `c_k`, which is x_k moved into `[low_k, high_k]`, differs least from a row x, in each column. The kernel's sum over the columns
/// does not shrink when a difference grows, and so it is least for the corner.
///
/// That holds for the rounded sums, too, bit for bit: differences, products, sums, roots and maxima of doubles are rounded to
/// the nearest, which keeps an order, and [Math#pow(double, double)] keeps it by its specification. The corner's sum is formed by the
/// same operations in the same order as those of the rows. (Canberra's quotients, of two rounded numbers each, may be out of order by some units
/// in the last place.) What the order of sums does not cover is how a value is got from a sum, and that a value may come from the
/// definition instead: such a value is right to 1e-13. So a row of at most the value v has a sum of at most [Limit#of(double)], which adds a
/// thousand times as much, and next to zero, where squares vanish, 1e-300. A box whose corner has a larger sum holds no such row. A sum that
/// overflows is only larger than limits that are finite, and those are reached by sums that are finite, too.
///
/// @param kernel whose sum grows with each difference
/// @param scales what a difference of a column is multiplied by when columns are compared, to cut boxes
/// @param space maps rows to those that the kernel compares; each row independently of the others
/// @param limit from values to sums
/// @param nearest the value of rows that are as near as can be: no other value is nearer
@SuppressWarnings("ArrayRecordComponent") // never compared
record BoxBound(Kernel kernel, double[] scales, UnaryOperator<Matrix> space, Limit limit, double nearest) {
    /// How far sums and values may be off, relative to themselves: far more than they are.
    private static final double SLACK = 1e-9;
    /// Sums below may have lost terms that vanished.
    private static final double VANISHED = 1e-300;

    /// Turns values into sums.
    @FunctionalInterface
    interface Limit {
        /// The sum that no row exceeds whose value is at least as near as `value`.
        double of(double value);
    }

    /// For the value `(sum / total)^(1/p)` of rows that are compared as they are.
    static BoxBound power(Kernel kernel, double[] weights, double p, double total) {
        double slack = 1 + SLACK * Math.max(1, p);
        double[] scales = new double[weights.length];
        Arrays.setAll(scales, k -> Math.pow(weights[k], 1 / p));
        return new BoxBound(kernel, scales, UnaryOperator.identity(),
                value -> total * power(value, p) * slack + VANISHED, 0);
    }

    private static double power(double value, double p) {
        if (p == 1) {
            return value;
        }
        return p == 2 ? value * value : Math.pow(value, p);
    }

    /// For the distance `1 - u v = norm(u - v)^2 / 2` of unit vectors, or the similarity `u v`.
    ///
    /// The dot product of unit vectors of d columns, each of them rounded, is off by less than 4 d + 8 units of 2^-53; the limit
    /// adds some sixteen times as much.
    ///
    /// @param unit maps rows to vectors of length 1
    static BoxBound angle(int columns, UnaryOperator<Matrix> unit, boolean isDistance) {
        double off = (columns + 16) * 0x1p-46;
        return new BoxBound(new Kernel.Squares(), Norm.ones(columns), unit,
                value -> 2 * (isDistance ? value : 1 - value) * (1 + SLACK) + off, isDistance ? 0 : 1);
    }

    /// The same for rows that are mapped before.
    BoxBound after(UnaryOperator<Matrix> map) {
        return new BoxBound(kernel, scales, rows -> space.apply(map.apply(rows)), limit, nearest);
    }
}
