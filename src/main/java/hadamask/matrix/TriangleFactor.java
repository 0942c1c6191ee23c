package hadamask.matrix;

import hadamask.file.InputException;
import hadamask.parallel.Workers;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// The factor of more rows than columns, or of a given covariance: a triangle, by Householder reflections.
final class TriangleFactor extends Factor {
    /// Blocks of more columns take so much memory that there is one at a time.
    private static final int WIDE = 1024;

    private final Matrix root;
    private final int rank;
    private final double tolerance;
    private final double[] scales;

    private TriangleFactor(Matrix root, int rank, double tolerance, double[] scales) {
        this.root = root;
        this.rank = rank;
        this.tolerance = tolerance;
        this.scales = scales;
    }

    /// @param divisor what sums of squares are divided by
    static TriangleFactor of(Matrix data, Centre centre, int divisor, IntFunction<String> title, Units units,
            Workers workers) {
        return of(reflected(data, centre, title, workers), data.rows(), j -> Exactness.isExact(data, j), divisor, title,
                units);
    }

    /// The same of rows that were reflected elsewhere.
    ///
    /// @param all of them
    /// @param exact whether the numbers of a column are evidently exact
    static TriangleFactor of(RowBlock all, long rows, IntPredicate exact, int divisor, IntFunction<String> title,
            Units units) {
        all.requireFinite(title);
        double[] lengths = all.lengths();
        double[] scales = units.deviations(lengths, divisor);
        double tolerance = tolerance(rows, all.largest, lengths, exact);
        return scaled(all.scaledTriangle(lengths), scales, tolerance);
    }

    static long room(long rows, long columns, int threads) {
        long height = RowBlocks.height(rows, columns);
        long blocks = columns > WIDE ? 1 : Math.min(threads, Math.ceilDiv(rows, height));
        long levels = Math.ceilDiv(rows, height) > FixedTree.GROUP ? 2 : 0;
        return columns * (2 * blocks * height + (6 + levels) * columns);
    }

    /// All rows, reflected to a triangle: each block for itself, then below the triangles of the blocks before it.
    private static RowBlock reflected(Matrix data, Centre centre, IntFunction<String> title, Workers workers) {
        RowBlocks blocks = new RowBlocks(data.rows(), data.columns());
        FixedTree<RowBlock> tree = new FixedTree<>();
        IntFunction<RowBlock> reflect = block -> RowBlock.reflected(data, centre, title, (int) blocks.start(block),
                (int) blocks.start(block + 1));
        if (data.columns() > WIDE) {
            for (int block = 0; block < blocks.count(); block++) {
                tree.add(reflect.apply(block));
            }
        } else {
            workers.<RowBlock, RuntimeException>inOrder(blocks.count(), reflect, tree::add);
        }
        return tree.all();
    }

    /// @throws InputException if it is no covariance
    static TriangleFactor ofGiven(Matrix covariance) {
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
        return scaled(new Matrix(d, d, Triangle.reflect(half, d, d)), scales, Math.sqrt(tolerance));
    }

    private static TriangleFactor scaled(Matrix triangle, double[] scales, double tolerance) {
        int d = triangle.columns();
        // No singular value exceeds the Frobenius norm, and none is below 1 / the norm of the inverse.
        double limit = tolerance * Math.max(1, norm(triangle));
        boolean full = 1 / norm(Triangle.inverse(triangle)) > limit;
        int rank = full
                ? d
                : (int) Arrays.stream(SingularVectors.values(triangle)).filter(value -> value > limit).count();
        double[] root = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                root[i * d + j] = triangle.get(i, j) * scales[j];
            }
        }
        return new TriangleFactor(new Matrix(d, d, root), rank, limit, scales);
    }

    @Override
    public Factor withRidge(double ridge) {
        return ridged(root, scales, ridge, tolerance);
    }

    @Override
    public Factor times(double factor) {
        double length = Math.sqrt(factor);
        double[] longer = Arrays.stream(root.values()).map(value -> value * length).toArray();
        return new TriangleFactor(new Matrix(root.rows(), root.columns(), longer), rank, tolerance,
                Arrays.stream(scales).map(scale -> scale * length).toArray());
    }

    /// The triangle of `A^T A + ridge I`.
    static TriangleFactor ridged(Matrix a, double[] scales, double ridge, double tolerance) {
        int d = a.columns();
        int rows = a.rows();
        double[] stacked = Arrays.copyOf(a.values(), Math.multiplyExact(rows + d, d));
        for (int j = 0; j < d; j++) {
            stacked[(rows + j) * d + j] = Math.sqrt(ridge);
        }
        double[] larger = Arrays.stream(scales).map(s -> Math.hypot(s, Math.sqrt(ridge))).toArray();
        return new TriangleFactor(new Matrix(d, d, Triangle.reflect(stacked, rows + d, d)), d, tolerance, larger);
    }

    @Override
    public Matrix root() {
        return root;
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public boolean isThin() {
        return false;
    }

    @Override
    public Factor requireFullRank(IntFunction<String> name) {
        if (rank < columns()) {
            throw singular(String.valueOf(rank), columns(), Dependence.of(root, scales, tolerance).describe(name));
        }
        return this;
    }

    @Override
    PrincipalAxes axes() {
        SingularVectors singular = SingularVectors.of(root, rank);
        return PrincipalAxes.of(singular.values(), singular.vectors(), 0);
    }

    @Override
    RowTransform whitening(Whitening.Method method) {
        boolean full = rank == columns();
        return switch (method) {
            case CHOLESKY -> full ? new DenseTransform(Triangle.inverse(root)) : DenseTransform.pca(axes(), rank);
            case PCA -> DenseTransform.pca(axes(), rank);
            case ZCA -> DenseTransform.zca(axes(), rank);
        };
    }

    private static double norm(Matrix matrix) {
        return Math.sqrt(Arrays.stream(matrix.values()).map(value -> value * value).sum());
    }
}
