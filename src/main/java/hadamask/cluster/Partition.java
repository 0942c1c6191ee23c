package hadamask.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The cluster of each row.
///
/// @param clusters of each row its cluster, from 1, in the order of their first rows; 0: in none
/// @param count of the clusters
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record Partition(int[] clusters, int count) {
    /// Numbers clusters by their first rows.
    ///
    /// @param marks any numbers, equal for rows of one cluster; below 0: in none
    static Partition of(int[] marks) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] clusters = new int[marks.length];
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] >= 0) {
                Integer known = numbers.putIfAbsent(marks[i], numbers.size() + 1);
                clusters[i] = known == null ? numbers.size() : known;
            }
        }
        return new Partition(clusters, numbers.size());
    }

    /// Rows of each cluster; at 0 those in none.
    public int[] sizes() {
        int[] sizes = new int[count + 1];
        for (int cluster : clusters) {
            sizes[cluster]++;
        }
        return sizes;
    }

    @Override
    public String toString() {
        return count + " clusters of " + Arrays.toString(sizes()) + " rows";
    }
}
