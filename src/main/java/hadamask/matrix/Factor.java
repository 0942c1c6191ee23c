package hadamask.matrix;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.parallel.Workers;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/// A square root of a covariance: R with `R^T R = S`, and the rank of S.
///
/// It comes from the centred data, not from S, in which the digits of a nearly dependent column are lost. The rank is decided
/// from the singular values of the centred data with each column scaled to length 1: those count that exceed what the
/// rounding of the data and of the arithmetic can make of a zero.
public abstract sealed class Factor permits TriangleFactor, ThinFactor {
    /// Half a unit of the last place of 1, twice.
    static final double ROUNDING = Math.ulp(1.0);
    /// A column whose rounding may be half as long as itself has nothing else.
    private static final double NOTHING_ELSE = 0.5;

    /// The factor of the covariance of data.
    ///
    /// Of n rows of d columns, `n <= d`, nothing of d x d numbers is made: see [#isThin()].
    ///
    /// @param data complete rows
    /// @param centre their mean
    /// @param title how messages call a column
    /// @param workers share the rows; the result does not depend on their number
    /// @throws InputException if there are too few rows for the divisor, too many columns, or a value is not finite, or too
    ///         far from others
    public static Factor ofData(Matrix data, Centre centre, Divisor divisor, IntFunction<String> title,
            Workers workers) {
        int n = Covariance.requireRows(data.rows(), divisor);
        Units units = Units.of(data);
        units.requireInverses(title);
        Matrix scaled = units.divide(data);
        Centre moved = units.divide(centre);
        return isThin(data.rows(), data.columns())
                ? ThinFactor.of(scaled, moved, n, title, units)
                : TriangleFactor.of(scaled, moved, n, title, units, workers);
    }

    /// The same of rows that others have summed up and reflected, more rows than columns: to the bit what [#ofData] makes of them.
    ///
    /// @param sums over all rows
    /// @param all the rows in blocks ([RowBlocks]), put together by a [FixedTree]
    /// @throws InputException as of data
    public static Factor ofSums(ColumnSums sums, RowBlock all, Divisor divisor, IntFunction<String> title) {
        requireSums(sums, divisor, title);
        return TriangleFactor.of(all, sums.rows(), sums::isExact, divisor.of(Math.toIntExact(sums.rows())), title,
                sums.units());
    }

    /// Says what is wrong with rows before they are reflected.
    ///
    /// @throws InputException as of data
    public static void requireSums(ColumnSums sums, Divisor divisor, IntFunction<String> title) {
        Covariance.requireRows(Math.toIntExact(sums.rows()), divisor);
        sums.units().requireInverses(title);
    }

    /// How many numbers [#ofData] holds besides the data.
    public static long numbers(long rows, long columns, int threads) {
        return isThin(rows, columns)
                ? ThinFactor.room(rows, columns)
                : TriangleFactor.room(rows, columns, threads);
    }

    /// Whether the rows are too few for a covariance of full rank: not more than the columns.
    public static boolean isThin(long rows, long columns) {
        return rows <= columns;
    }

    /// The factor of a given covariance.
    ///
    /// @throws InputException if it is not square, symmetric and without negative eigenvalues
    public static Factor ofCovariance(Matrix covariance) {
        return TriangleFactor.ofGiven(covariance);
    }

    /// The factor of `S + ridge I`, which has full rank.
    ///
    /// @param ridge more than 0
    public abstract Factor withRidge(double ridge);

    /// The factor of `factor S`.
    ///
    /// @param factor from 0 on
    public abstract Factor times(double factor);

    /// S itself, columns x columns.
    ///
    /// @throws InputException if there are too many columns for a matrix
    public final Matrix covariance() {
        Matrix root = root();
        int d = root.columns();
        double[] sums = Covariance.square(d);
        for (int i = 0; i < root.rows(); i++) {
            for (int j = 0; j < d; j++) {
                double factor = root.get(i, j);
                for (int k = j; k < d && factor != 0; k++) {
                    sums[j * d + k] += factor * root.get(i, k);
                }
            }
        }
        for (int j = 0; j < d; j++) {
            sums[j * d + j] += ridge();
            for (int k = j + 1; k < d; k++) {
                sums[k * d + j] = sums[j * d + k];
            }
        }
        return new Matrix(d, d, sums);
    }

    /// The part of S that is of two columns, 2 x 2.
    ///
    /// @param first from 0
    /// @param second another one
    public final Matrix covariance(int first, int second) {
        Matrix root = root();
        double[] sums = new double[4];
        int[] columns = {first, second};
        for (int i = 0; i < root.rows(); i++) {
            for (int at = 0; at < 4; at++) {
                sums[at] += root.get(i, columns[at / 2]) * root.get(i, columns[at % 2]);
            }
        }
        return new Matrix(2, 2, new double[]{sums[0] + ridge(), sums[1], sums[2], sums[3] + ridge()});
    }

    /// What is on the diagonal of S besides `R^T R`.
    double ridge() {
        return 0;
    }

    /// R: square and upper triangular with a diagonal that is not negative; of thin data the centred rows, divided by the root
    /// of the divisor, without a ridge.
    public abstract Matrix root();

    /// The number of columns of S.
    public final int columns() {
        return root().columns();
    }

    /// The rank of S.
    public abstract int rank();

    /// Whether there were too few rows for a covariance of full rank: such data have fewer axes than columns, and the root is
    /// no triangle.
    public abstract boolean isThin();

    /// Nothing, when S can be inverted.
    ///
    /// @param name the name of a column
    /// @throws InputException if not, with the column that is to blame
    public abstract Factor requireFullRank(IntFunction<String> name);

    abstract PrincipalAxes axes();

    abstract RowTransform whitening(Whitening.Method method);

    /// The cheapest method: distances do not depend on it.
    RowTransform anyWhitening() {
        return whitening(Whitening.Method.CHOLESKY);
    }

    static InputException singular(String rank, int columns, String why) {
        return new InputException("the covariance has rank " + rank + " of " + columns + ": " + why,
                Remedy.of(Remedy.Kind.SINGULAR_COVARIANCE));
    }

    /// What the rounding of the data and the arithmetic can make of a singular value of 0, where all columns have length 1.
    ///
    /// Rounded data are off by half a unit of the last place, in each of n rows; sums of columns by some more. Data that are
    /// evidently exact, such as whole numbers far from zero, are off by nothing.
    ///
    /// @param largest magnitude per column
    /// @param lengths per centred column; becomes 0 where nothing but rounding varies
    /// @param exact whether the numbers of a column are evidently exact
    static double tolerance(long rows, double[] largest, double[] lengths, IntPredicate exact) {
        double size = 4 * Math.sqrt((double) rows * lengths.length);
        double arithmetic = Math.max(rows, lengths.length);
        double noise = 0;
        for (int j = 0; j < lengths.length; j++) {
            double share = lengths[j] > 0 ? largest[j] / lengths[j] : 0;
            if (share <= noise || (share * size > arithmetic && exact.test(j))) {
                continue;
            }
            if (ROUNDING * share * size > NOTHING_ELSE) {
                lengths[j] = 0;
            } else {
                noise = share;
            }
        }
        return ROUNDING * (arithmetic + noise * size);
    }
}
