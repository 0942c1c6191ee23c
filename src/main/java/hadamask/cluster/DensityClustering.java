package hadamask.cluster;

import java.util.Arrays;
import smile.clustering.Clustering;
import smile.clustering.DBSCAN;
import smile.neighbor.Neighbor;
import smile.neighbor.RNNSearch;

/// DBSCAN: rows that lie dense make clusters of any form, and rows that are near none of them are in no cluster.
///
/// A core row has enough rows within the radius, itself among them. Core rows within the radius of each other are in one cluster; another row
/// within the radius of core rows is in the cluster of these, of several in that whose first core row is the earliest. Ester, Kriegel, Sander and
/// Xu, KDD 1996; by Smile, which is told of neighbours.
///
/// @param partition the cluster of each row; 0: in none
/// @param core whether each row is a core row
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record DensityClustering(Partition partition, boolean[] core) {
    /// Clusters rows.
    ///
    /// @param near of each row
    /// @param minPoints rows within the radius that make a core row, itself among them; at least 1
    public static DensityClustering of(Neighbourhoods near, int minPoints) {
        Integer[] rows = new Integer[near.rows()];
        boolean[] core = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
            core[i] = near.count(i) + 1 >= minPoints;
        }
        RNNSearch<Integer, Integer> search = (row, radius, found) -> {
            found.add(new Neighbor<>(row, row, row, 0));
            for (int k = 0; k < near.count(row); k++) {
                Integer other = rows[near.neighbour(row, k)];
                found.add(new Neighbor<>(other, other, other, 0));
            }
        };
        if (rows.length == 0) {
            return new DensityClustering(new Partition(new int[0], 0), core);
        }
        int[] groups = DBSCAN.fit(rows, search, minPoints, 1).group();
        return new DensityClustering(
                Partition.of(Arrays.stream(groups).map(group -> group == Clustering.OUTLIER ? -1 : group).toArray()),
                core);
    }
}
