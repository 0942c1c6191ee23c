package hadamask.cluster;

import hadamask.matrix.Matrix;
import java.util.Arrays;

/// Rows less their mean, in a unit that is a power of two, and Lloyd's iteration over them: each row goes to the nearest centre, of equals to
/// the first, and each centre to the mean of its rows.
///
/// The mean is taken off as Smile's tree subtracts sums of squares from each other, which loses all digits far from zero.
final class LloydRows {
    private static final int ITERATIONS = 1000;

    private final double[][] points;
    private final double unit;

    private LloydRows(double[][] points, double unit) {
        this.points = points;
        this.unit = unit;
    }

    static LloydRows of(Matrix rows) {
        int d = rows.columns();
        double[] means = new double[d];
        double largest = 0;
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < d; j++) {
                means[j] += rows.get(i, j) / rows.rows();
            }
        }
        double[][] points = new double[rows.rows()][d];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < d; j++) {
                points[i][j] = rows.get(i, j) - means[j];
                largest = Math.max(largest, Math.abs(points[i][j]));
            }
        }
        double unit = Math.max(Double.MIN_NORMAL, Math.scalb(1.0, Math.getExponent(largest)));
        for (double[] point : points) {
            for (int j = 0; j < d; j++) {
                point[j] /= unit;
            }
        }
        return new LloydRows(points, unit);
    }

    /// A row for each; not to be written to.
    double[][] points() {
        return points;
    }

    /// Clusters that no further step changes.
    ///
    /// @param clusters of each row, from 0
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    record Fit(int[] clusters, int count, double sumOfSquares) {}

    /// Goes on from some centres until no row changes its cluster.
    Fit settle(double[][] start) {
        double[][] centres = new double[start.length][];
        Arrays.setAll(centres, c -> start[c].clone());
        int[] clusters = new int[points.length];
        double sum = assign(centres, clusters);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            int[] next = clusters.clone();
            moveToMeans(centres, next);
            double moved = assign(centres, next);
            if (moved >= sum || Arrays.equals(next, clusters)) {
                break;
            }
            clusters = next;
            sum = moved;
        }
        return new Fit(clusters, start.length, sum);
    }

    private double assign(double[][] centres, int[] clusters) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < centres.length; c++) {
                double square = square(points[i], centres[c]);
                if (square < least) {
                    least = square;
                    clusters[i] = c;
                }
            }
            sum += least;
        }
        return sum;
    }

    private static double square(double[] u, double[] v) {
        double sum = 0;
        for (int j = 0; j < u.length; j++) {
            double difference = u[j] - v[j];
            sum += difference * difference;
        }
        return sum;
    }

    /// A cluster without a row takes the row that is farthest from its centre.
    private void moveToMeans(double[][] centres, int[] clusters) {
        int[] sizes = new int[centres.length];
        for (int cluster : clusters) {
            sizes[cluster]++;
        }
        for (int c = 0; c < sizes.length; c++) {
            if (sizes[c] == 0) {
                int far = farthest(centres, clusters, sizes);
                sizes[clusters[far]]--;
                clusters[far] = c;
                sizes[c] = 1;
            }
        }
        for (double[] centre : centres) {
            Arrays.fill(centre, 0);
        }
        for (int i = 0; i < points.length; i++) {
            double[] centre = centres[clusters[i]];
            for (int j = 0; j < centre.length; j++) {
                centre[j] += points[i][j];
            }
        }
        for (int c = 0; c < sizes.length; c++) {
            for (int j = 0; j < centres[c].length; j++) {
                centres[c][j] /= sizes[c];
            }
        }
    }

    private int farthest(double[][] centres, int[] clusters, int[] sizes) {
        int far = 0;
        double most = -1;
        for (int i = 0; i < points.length; i++) {
            double square = sizes[clusters[i]] > 1 ? square(points[i], centres[clusters[i]]) : -1;
            if (square > most) {
                most = square;
                far = i;
            }
        }
        return far;
    }

    /// A fit with its clusters in the order of their first rows, and centres that are the means of the rows themselves.
    KMeansClustering result(Fit fit, Matrix rows) {
        Partition partition = Partition.of(fit.clusters());
        double[][] means = new double[fit.count()][rows.columns()];
        moveToMeans(means, fit.clusters().clone());
        double[] distances = new double[points.length];
        double squares = 0;
        for (int i = 0; i < distances.length; i++) {
            double square = square(points[i], means[fit.clusters()[i]]);
            squares += square;
            distances[i] = Math.sqrt(square) * unit;
        }
        return new KMeansClustering(partition, Means.of(rows, partition), distances, squares * unit * unit);
    }
}
