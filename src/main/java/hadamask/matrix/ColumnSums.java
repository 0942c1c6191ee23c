package hadamask.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What is known of the columns of some complete rows: their number, their mean, how far they spread, whether they were rounded. It does not depend on
/// the order of the rows, and that of several parts of a table can be put together.
public final class ColumnSums implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] origin;
    private final ExactSums differences;
    /// Half of the largest difference to the origin, per column.
    private final double[] halves;
    private final Exactness[] exactness;
    private long rows;

    /// Of no rows.
    ///
    /// @param origin the first row of the table
    public ColumnSums(double[] origin) {
        this.origin = origin.clone();
        differences = new ExactSums(origin.length);
        halves = new double[origin.length];
        exactness = IntStream.range(0, origin.length).mapToObj(j -> new Exactness()).toArray(Exactness[]::new);
    }

    /// Takes rows in.
    ///
    /// @param data complete rows of finite numbers
    public void add(Matrix data) {
        Centre.addTo(differences, data, origin, 0, data.rows());
        rows += data.rows();
        for (int i = 0, at = 0; i < data.rows(); i++) {
            for (int j = 0; j < halves.length; j++, at++) {
                double value = data.values()[at];
                double half = Math.abs(value / 2 - origin[j] / 2);
                halves[j] = half > halves[j] ? half : halves[j];
                exactness[j].add(value);
            }
        }
    }

    /// Takes in what is known of other rows of the table.
    public void addAll(ColumnSums others) {
        differences.addAll(others.differences);
        rows += others.rows;
        for (int j = 0; j < halves.length; j++) {
            halves[j] = Math.max(halves[j], others.halves[j]);
            exactness[j].addAll(others.exactness[j]);
        }
    }

    /// How many rows there are.
    public long rows() {
        return rows;
    }

    /// Their mean.
    public Centre centre() {
        return Centre.of(origin, differences, rows);
    }

    /// Powers of two by which the columns are divided before they are squared.
    public Units units() {
        return new Units(halves.clone());
    }

    /// Whether the mean is known: no two numbers of a column are so far from each other that their difference is none.
    public boolean haveMean() {
        return Arrays.stream(centre().mean()).noneMatch(Double::isNaN);
    }

    boolean isExact(int column) {
        return exactness[column].isExact();
    }
}
