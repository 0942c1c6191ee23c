package hadamask.cluster;

import hadamask.matrix.Matrix;

/// The mean of the rows of each cluster.
public final class Means {
    private Means() {
    }

    /// A row for each cluster, from the first.
    public static Matrix of(Matrix rows, Partition partition) {
        int d = rows.columns();
        double[] means = new double[partition.count() * d];
        int[] sizes = partition.sizes();
        for (int i = 0; i < rows.rows(); i++) {
            int at = (partition.clusters()[i] - 1) * d;
            for (int j = 0; at >= 0 && j < d; j++) {
                means[at + j] += rows.get(i, j) / sizes[partition.clusters()[i]];
            }
        }
        return new Matrix(partition.count(), d, means);
    }
}
