package hadamask.region;

import java.util.Arrays;

/// The runs of pixels of all regions, so that what measures them need not look at every pixel of the picture again. Where they are
/// many, as of noise, they are not kept.
final class RegionRuns {
    /// Pixels of the picture for each run that is kept, which takes 12 bytes.
    private static final int PIXELS_PER_RUN = 16;
    private static final int NUMBERS = 3;

    /// Label, first column and the column behind the last of each run.
    private int[] numbers = new int[NUMBERS * 64];
    /// The number of runs before each row; empty where they are not kept.
    private int[] starts;
    private int count;

    private RegionRuns(int height) {
        starts = new int[height + 1];
    }

    /// Looks for the runs of regions.
    static RegionRuns of(RegionLabels labels) {
        RegionRuns runs = new RegionRuns(labels.height());
        int most = labels.values().length / PIXELS_PER_RUN;
        for (int y = 0; y < labels.height(); y++) {
            labels.findRuns(y, (label, row, from, end) -> runs.add(label, from, end));
            runs.starts[y + 1] = runs.count;
            if (runs.count > most) {
                runs.starts = new int[0];
                runs.numbers = runs.starts;
                return runs;
            }
        }
        return runs;
    }

    private void add(int label, int from, int end) {
        int at = NUMBERS * count++;
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * at);
        }
        numbers[at] = label;
        numbers[at + 1] = from;
        numbers[at + 2] = end;
    }

    /// Whether they are few enough.
    boolean areKept() {
        return starts.length > 0;
    }

    /// Visits the runs of a row.
    void forEach(int y, RegionLabels.Run visitor) {
        for (int at = NUMBERS * starts[y]; at < NUMBERS * starts[y + 1]; at += NUMBERS) {
            visitor.at(numbers[at], y, numbers[at + 1], numbers[at + 2]);
        }
    }
}
