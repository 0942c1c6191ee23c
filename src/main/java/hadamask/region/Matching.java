package hadamask.region;

import java.util.HashMap;
import java.util.Map;

/// How well the regions of two pictures of labels agree, one by one: a region that was found counts where a true one is nearly
/// the same.
///
/// Two regions match at a bound t of at least 1/2 where their intersection over union is above t; as no pixel has two labels, each
/// has then at most one partner, and nothing has to be chosen.
///
///     precision TP / found    recall TP / true    F1  2 TP / (found + true)
///
/// The average precision of the Data Science Bowl 2018 is the mean of TP / (TP + FP + FN) over the bounds 0.5, 0.55, ..., 0.95
/// (J. Caicedo et al., "Nucleus segmentation across imaging experiments: the 2018 Data Science Bowl", Nature Methods 16, 2019).
public final class Matching {
    private static final int BOUNDS = 10;

    private final int found;
    private final int expected;
    /// How many pairs are above each bound.
    private final int[] matches = new int[BOUNDS];

    private Matching(int found, int expected) {
        this.found = found;
        this.expected = expected;
    }

    /// Compares the regions that were found with the true ones. Memory: about 100 bytes per pair of regions that overlap.
    ///
    /// @throws IllegalArgumentException if the sizes differ
    public static Matching of(RegionLabels found, RegionLabels truth) {
        if (found.width() != truth.width() || found.height() != truth.height()) {
            throw new IllegalArgumentException(found + " and " + truth);
        }
        long[] areas = found.areas();
        long[] trueAreas = truth.areas();
        Matching matching = new Matching(found.count(), truth.count());
        overlaps(found, truth).forEach((pair, both) -> {
            int a = (int) (pair >>> Integer.SIZE);
            int b = (int) (long) pair;
            matching.add(both, areas[a] + trueAreas[b] - both);
        });
        return matching;
    }

    /// The number of pixels that two regions have in common, at the label of the one and that of the other in one number.
    private static Map<Long, Long> overlaps(RegionLabels found, RegionLabels truth) {
        int[] a = found.values();
        int[] b = truth.values();
        Map<Long, Long> overlaps = new HashMap<>();
        for (int i = 0; i < a.length;) {
            int start = i;
            for (i++; i < a.length && a[i] == a[start] && b[i] == b[start];) {
                i++;
            }
            if (a[start] > 0 && b[start] > 0) {
                overlaps.merge((long) a[start] << Integer.SIZE | b[start], (long) i - start, Long::sum);
            }
        }
        return overlaps;
    }

    private void add(long both, long either) {
        for (int i = 0; i < BOUNDS && both * 20 > either * (10 + i); i++) {
            matches[i]++;
        }
    }

    /// The regions that were found.
    public int found() {
        return found;
    }

    /// The true regions.
    public int expected() {
        return expected;
    }

    /// The pairs whose intersection over union is above 1/2.
    public int matched() {
        return matches[0];
    }

    /// F1 at the bound 1/2, in [0, 1]; 1 where there are no regions at all.
    public double f1() {
        int all = found + expected;
        return all == 0 ? 1 : 2 * matches[0] / (double) all;
    }

    /// The average precision, in [0, 1]; 1 where there are no regions at all.
    public double averagePrecision() {
        if (found + expected == 0) {
            return 1;
        }
        double sum = 0;
        for (int matched : matches) {
            sum += matched / (double) (found + expected - matched);
        }
        return sum / BOUNDS;
    }
}
