package hadamask.matrix;

import java.util.Arrays;

/// Whitening along few axes of many columns, without a matrix of columns x columns.
///
/// A row x becomes `a = x V^T`, its components along the axes, each divided by the deviation of the axis. Mapped back, and
/// what x has besides the axes, r = x - a V, divided by the root of the ridge, that is the symmetric root of
/// `(S + ridge I)^-1`: both parts are orthogonal, and nothing of them cancels.
final class ThinTransform implements RowTransform {
    private static final long serialVersionUID = 1;
    /// What becomes of a row.
    private enum Result {
        /// A number per axis.
        COMPONENTS,
        /// A number per column.
        COLUMNS
    }

    private final double[][] axes;
    private final double[] deviations;
    private final int columns;
    private final Result kind;
    /// What a row has besides the axes is multiplied by this.
    private final double rest;

    private ThinTransform(PrincipalAxes axes, Result kind, double rest) {
        columns = axes.directions().columns();
        this.axes = new double[axes.count()][];
        deviations = new double[axes.count()];
        for (int k = 0; k < deviations.length; k++) {
            this.axes[k] = Arrays.copyOfRange(axes.directions().values(), k * columns, (k + 1) * columns);
            deviations[k] = axes.deviation(k);
        }
        this.kind = kind;
        this.rest = rest;
    }

    static ThinTransform pca(PrincipalAxes axes) {
        return new ThinTransform(axes, Result.COMPONENTS, 0);
    }

    /// @param ridge 0 for the pseudo-inverse
    static ThinTransform zca(PrincipalAxes axes, double ridge) {
        return new ThinTransform(axes, Result.COLUMNS, ridge > 0 ? 1 / Math.sqrt(ridge) : 0);
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int width() {
        return kind == Result.COMPONENTS ? axes.length : columns;
    }

    @Override
    public int rowsAtOnce() {
        return 4;
    }

    @Override
    public void rows(Centre centre, Matrix x, int from, int to, double[] result) {
        double[] row = new double[columns];
        double[] components = new double[axes.length];
        for (int i = from; i < to; i++) {
            centre.centre(x, i, row);
            for (int k = 0; k < axes.length; k++) {
                components[k] = Vectors.dot(axes[k], row, 0);
            }
            if (kind == Result.COLUMNS) {
                back(row, components);
                System.arraycopy(row, 0, result, i * columns, columns);
            } else {
                for (int k = 0; k < axes.length; k++) {
                    result[i * axes.length + k] = components[k] / deviations[k];
                }
            }
        }
    }

    private void back(double[] row, double[] components) {
        if (rest == 0) {
            Vectors.multiply(Double.isNaN(Vectors.dot(row, row, 0)) ? Double.NaN : 0, row);
        } else {
            // Twice: what the first round leaves along the axes is rounding, which would be multiplied.
            for (int round = 0; round < 2; round++) {
                for (double[] axis : axes) {
                    Vectors.add(-Vectors.dot(axis, row, 0), axis, row, 0);
                }
            }
            Vectors.multiply(rest, row);
        }
        for (int k = 0; k < axes.length; k++) {
            Vectors.add(components[k] / deviations[k], axes[k], row, 0);
        }
    }
}
