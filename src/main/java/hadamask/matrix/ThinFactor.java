package hadamask.matrix;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The factor of n rows of d columns, `n <= d`: the centred rows themselves, n x d numbers. The rank is below n.
final class ThinFactor extends Factor {
    /// The rows in units of each column's length.
    private final Matrix scaled;
    private final Matrix root;
    private final double tolerance;
    private final double[] scales;
    private final double ridge;
    /// How many dimensions vary; found when it is asked for.
    private int dimensions = -1;
    private @Nullable PrincipalAxes axes;

    private ThinFactor(Matrix scaled, Matrix root, double tolerance, double[] scales, double ridge) {
        this.scaled = scaled;
        this.root = root;
        this.tolerance = tolerance;
        this.scales = scales;
        this.ridge = ridge;
    }

    /// @param divisor what sums of squares are divided by
    static ThinFactor of(Matrix data, Centre centre, int divisor, IntFunction<String> title, Units units) {
        RowBlock all = RowBlock.centred(data, centre, title);
        double[] lengths = all.lengths();
        double[] scales = units.deviations(lengths, divisor);
        double tolerance = tolerance(data.rows(), all.largest, lengths, j -> Exactness.isExact(data, j));
        Matrix scaled = all.scaledRows(lengths);
        int d = scaled.columns();
        double[] root = new double[scaled.values().length];
        for (int k = 0; k < root.length; k++) {
            root[k] = scaled.values()[k] * scales[k % d];
        }
        return new ThinFactor(scaled, new Matrix(scaled.rows(), d, root), tolerance, scales, 0);
    }

    static long room(long rows, long columns) {
        return rows * (6 * columns + 4 * rows) + 6 * columns;
    }

    @Override
    public Factor withRidge(double more) {
        return new ThinFactor(scaled, root, tolerance, scales, ridge + more);
    }

    @Override
    public Factor times(double factor) {
        double length = Math.sqrt(factor);
        double[] longer = Arrays.stream(root.values()).map(value -> value * length).toArray();
        return new ThinFactor(scaled, new Matrix(root.rows(), root.columns(), longer), tolerance,
                Arrays.stream(scales).map(scale -> scale * length).toArray(), ridge * factor);
    }

    @Override
    double ridge() {
        return ridge;
    }

    @Override
    public Matrix root() {
        return root;
    }

    @Override
    public int rank() {
        return ridge > 0 ? columns() : dimensions();
    }

    @Override
    public boolean isThin() {
        return true;
    }

    @Override
    public Factor requireFullRank(IntFunction<String> name) {
        if (ridge == 0) {
            int rows = root.rows();
            throw singular("at most " + Math.max(0, rows - 1), columns(), rows + (rows == 1 ? " row is" : " rows are")
                    + " too few");
        }
        return this;
    }

    private int dimensions() {
        if (dimensions < 0) {
            double[] values = SingularVectors.values(scaled);
            double norm = Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
            double limit = tolerance * Math.max(1, norm);
            int count = (int) Arrays.stream(values).filter(value -> value > limit).count();
            dimensions = Math.min(count, root.rows() - 1);
        }
        return dimensions;
    }

    @Override
    PrincipalAxes axes() {
        PrincipalAxes known = axes;
        if (known != null) {
            return known;
        }
        int count = dimensions();
        SingularVectors singular = SingularVectors.of(root, count);
        double[] deviations = new double[count];
        for (int k = 0; k < count; k++) {
            deviations[k] = Math.hypot(singular.values()[k], Math.sqrt(ridge));
        }
        double[] directions = Arrays.copyOf(singular.vectors().values(), count * columns());
        PrincipalAxes found = PrincipalAxes.of(deviations, new Matrix(count, columns(), directions),
                ridge * (columns() - count));
        axes = found;
        return found;
    }

    /// PCA along the axes that vary; the other two keep all columns. A triangle exists with a ridge only, and takes d x d numbers.
    @Override
    RowTransform whitening(Whitening.Method method) {
        return switch (method) {
            case PCA -> ThinTransform.pca(axes());
            case ZCA -> ThinTransform.zca(axes(), ridge);
            case CHOLESKY -> ridge > 0
                    ? new DenseTransform(Triangle.inverse(TriangleFactor.ridged(root, scales, ridge, tolerance).root()))
                    : ThinTransform.pca(axes());
        };
    }

    @Override
    RowTransform anyWhitening() {
        return ridge > 0 ? ThinTransform.zca(axes(), ridge) : ThinTransform.pca(axes());
    }
}
