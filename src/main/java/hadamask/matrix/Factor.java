package hadamask.matrix;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.parallel.Workers;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// A square root of a covariance: upper triangular R with `R^T R = S`, and the rank of S.
///
/// It comes from the centred data by Householder reflections, not from S, in which the digits of a nearly dependent column
/// are lost. The rank is decided from the singular values of the centred data with each column scaled to length 1: those
/// count that exceed what the rounding of the data and of the decomposition can make of a zero.
public final class Factor {
    private static final double ROUNDING = Math.ulp(1.0);
    /// Rows that are reflected at once: of 128 columns they stay in a level-2 cache.
    private static final int BLOCK = 2048;
    /// Blocks of more columns take so much memory that there is one at a time.
    private static final int WIDE = 1024;

    private final Matrix root;
    private final int rank;
    private final int rows;
    private final double tolerance;
    private final double[] scales;

    private Factor(Matrix root, int rank, int rows, double tolerance, double[] scales) {
        this.root = root;
        this.rank = rank;
        this.rows = rows;
        this.tolerance = tolerance;
        this.scales = scales;
    }

    /// The factor of the covariance of data.
    ///
    /// @param data complete rows
    /// @param centre their mean
    /// @param title how messages call a column
    /// @param workers who share the rows; the result does not depend on how many they are
    /// @throws InputException if there are too few rows for the divisor, too many columns, or a value is not finite, or too
    ///         large to be squared
    public static Factor ofData(Matrix data, Centre centre, Divisor divisor, IntFunction<String> title,
            Workers workers) {
        int n = Covariance.requireRows(data.rows(), divisor);
        int d = data.columns();
        RowBlock all = reflected(data, centre, title, workers);
        double[] lengths = Arrays.stream(all.squares).map(Math::sqrt).toArray();
        double noise = 0;
        for (int j = 0; j < d; j++) {
            if (lengths[j] > 0) {
                noise = Math.max(noise, all.largest[j] / lengths[j]);
            }
        }
        // Rounded data are off by half a unit of the last place, in each of n rows; sums of columns by some more.
        double tolerance = ROUNDING * (Math.max(data.rows(), d) + 4 * noise * Math.sqrt((double) data.rows() * d));
        double unit = Math.sqrt(n);
        double[] scales = Arrays.stream(lengths).map(length -> length / unit).toArray();
        return scaled(all.scaledTriangle(lengths), scales, data.rows(), tolerance);
    }

    /// How many numbers [#ofData] holds besides the data: blocks of rows, each twice, and squares of the columns.
    public static long numbers(long rows, long columns, int threads) {
        long height = Math.max(columns, Math.min(rows, Math.max(BLOCK, 2 * columns)));
        long blocks = columns > WIDE ? 1 : Math.min(threads, Math.ceilDiv(rows, height));
        return columns * (2 * blocks * height + 6 * columns);
    }

    /// All rows, reflected to a triangle: each block for itself, then below the triangle of the blocks before it.
    private static RowBlock reflected(Matrix data, Centre centre, IntFunction<String> title, Workers workers) {
        int d = data.columns();
        int rows = data.rows();
        int blocks = Math.ceilDiv(rows, Math.max(BLOCK, 2 * d));
        RowBlock all = new RowBlock(d);
        Workers.Taker<RowBlock, RuntimeException> below = block -> all.append(block, title);
        IntFunction<RowBlock> reflect = block -> RowBlock.of(data, centre, title, (int) ((long) rows * block / blocks),
                (int) ((long) rows * (block + 1) / blocks));
        if (d > WIDE) {
            for (int block = 0; block < blocks; block++) {
                below.take(reflect.apply(block));
            }
        } else {
            workers.inOrder(blocks, reflect, below);
        }
        return all;
    }

    /// The factor of a given covariance.
    ///
    /// @throws InputException if it is not square, symmetric and without negative eigenvalues
    public static Factor ofCovariance(Matrix covariance) {
        int d = covariance.columns();
        double[] scales = CovarianceCheck.deviations(covariance);
        DMatrixRMaj scaled = new DMatrixRMaj(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double product = scales[i] * scales[j];
                scaled.set(i, j, product == 0 ? 0 : covariance.get(i, j) / product);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
        eigen.decompose(scaled);
        double tolerance = 8 * d * ROUNDING * d;
        double[] half = new double[d * d];
        for (int k = 0; k < d; k++) {
            double value = CovarianceCheck.eigenvalue(eigen.getEigenvalue(k).getReal(), tolerance);
            for (int j = 0; j < d; j++) {
                half[k * d + j] = Math.sqrt(value) * eigen.getEigenVector(k).get(j);
            }
        }
        // A singular value is the root of an eigenvalue, and so is what rounding makes of a zero.
        return scaled(new Matrix(d, d, Triangle.reflect(half, d, d)), scales, Integer.MAX_VALUE, Math.sqrt(tolerance));
    }

    private static Factor scaled(Matrix triangle, double[] scales, int rows, double tolerance) {
        int d = triangle.columns();
        // No singular value exceeds the Frobenius norm, and none is below 1 / the norm of the inverse.
        double limit = tolerance * Math.max(1, norm(triangle));
        boolean full = 1 / norm(Triangle.inverse(triangle)) > limit;
        int rank = full ? d : (int) Arrays.stream(Jacobi.of(triangle).values()).filter(value -> value > limit).count();
        double[] root = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                root[i * d + j] = triangle.get(i, j) * scales[j];
            }
        }
        return new Factor(new Matrix(d, d, root), rank, rows, limit, scales);
    }

    /// The factor of `S + ridge I`, which has full rank.
    ///
    /// @param ridge more than 0
    public Factor withRidge(double ridge) {
        int d = root.columns();
        double[] stacked = Arrays.copyOf(root.values(), 2 * d * d);
        for (int j = 0; j < d; j++) {
            stacked[(d + j) * d + j] = Math.sqrt(ridge);
        }
        double[] larger = Arrays.stream(scales).map(s -> Math.sqrt(s * s + ridge)).toArray();
        return new Factor(new Matrix(d, d, Triangle.reflect(stacked, 2 * d, d)), d, rows, tolerance, larger);
    }

    /// R, upper triangular with a diagonal that is not negative.
    public Matrix root() {
        return root;
    }

    /// The rank of S.
    public int rank() {
        return rank;
    }

    /// Nothing, when S can be inverted.
    ///
    /// @param name the name of a column
    /// @throws InputException if not, with the column that is to blame
    public Factor requireFullRank(IntFunction<String> name) {
        int d = root.columns();
        if (rank < d) {
            String why = rows <= d ? rows + " rows are too few" : Dependence.of(root, scales, tolerance).describe(name);
            throw new InputException("the covariance has rank " + rank + " of " + d + ": " + why,
                    Remedy.of(Remedy.Kind.SINGULAR_COVARIANCE));
        }
        return this;
    }

    private static double norm(Matrix matrix) {
        return Math.sqrt(Arrays.stream(matrix.values()).map(value -> value * value).sum());
    }
}
