package hadamask.matrix;

import hadamask.parallel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Finds the rows whose covariance has the smallest determinant, by steps from many starts (FAST-MCD, Rousseeuw and Van Driessen 1999).
///
/// Up to 600 rows: 500 starts, two steps each, the ten best to the end. More rows: up to five disjoint samples of 300 are searched so, their
/// best ones go on among all of the samples, and the ten best of these among all rows. Starts are drawn by a fixed seed, each by its own
/// number: the result is the same in every run and with any number of threads. Of one column the best rows are found exactly.
final class McdSearch {
    private static final int STARTS = 500;
    /// One of so many starts is from as many rows as are looked for, the others from as few as span them: those are better where
    /// outliers lie apart, these where columns are many.
    private static final int PARTS = 5;
    private static final int BEST = 10;
    private static final int FEW = 600;
    private static final int SAMPLE = 300;
    private static final int SAMPLES = 5;
    private static final long SEED = 0x6d6364;

    private final Matrix data;
    private final int count;
    private final Workers workers;

    private McdSearch(Matrix data, int count, Workers workers) {
        this.data = data;
        this.count = count;
        this.workers = workers;
    }

    /// @param data columns of about the same size
    /// @param count how many rows are looked for, more than half
    /// @return the rows, ascending
    static int[] rows(Matrix data, int count, Workers workers) {
        int[] all = IntStream.range(0, data.rows()).toArray();
        if (count == data.rows()) {
            return all;
        }
        if (data.columns() == 1) {
            return ofOneColumn(data.values(), count);
        }
        McdSearch search = new McdSearch(data, count, workers);
        List<ClosestRows> best = all.length <= FEW
                ? search.fromRandom(all, count, STARTS, 0)
                : search.fromSamples(all);
        search.each(best, rows -> rows.converge(all, count));
        return best(best).getFirst().rows();
    }

    private interface Work {
        void on(ClosestRows rows);
    }

    private void each(List<ClosestRows> all, Work work) {
        workers.inAnyOrder(all.size(), k -> work.on(all.get(k)));
    }

    private List<ClosestRows> fromRandom(int[] among, int closest, int starts, int firstStart) {
        ClosestRows[] found = new ClosestRows[starts];
        workers.inAnyOrder(starts, k -> {
            SplittableRandom random = new SplittableRandom(SEED + firstStart + k);
            found[k] = k % PARTS == 0
                    ? ClosestRows.randomPart(data, among, closest, random)
                    : ClosestRows.random(data, among, closest, random);
            found[k].step(among, closest);
        });
        return best(Arrays.asList(found));
    }

    private List<ClosestRows> fromSamples(int[] all) {
        int[] shuffled = all.clone();
        SplittableRandom random = new SplittableRandom(SEED);
        int samples = Math.min(SAMPLES, all.length / SAMPLE);
        int size = Math.min(samples * SAMPLE, all.length);
        for (int k = 0; k < size; k++) {
            int other = k + random.nextInt(shuffled.length - k);
            int row = shuffled[other];
            shuffled[other] = shuffled[k];
            shuffled[k] = row;
        }
        List<ClosestRows> best = new ArrayList<>();
        for (int s = 0; s < samples; s++) {
            int[] sample = Arrays.copyOfRange(shuffled, s * size / samples, (s + 1) * size / samples);
            Arrays.sort(sample);
            best.addAll(fromRandom(sample, share(sample.length), STARTS / samples, s * STARTS));
        }
        int[] merged = Arrays.copyOf(shuffled, size);
        Arrays.sort(merged);
        each(best, rows -> {
            rows.step(merged, share(merged.length));
            rows.step(merged, share(merged.length));
        });
        List<ClosestRows> fewer = best(best);
        each(fewer, rows -> rows.step(all, count));
        return fewer;
    }

    /// The same share of some rows as is looked for of all.
    private int share(int rows) {
        return Math.max(data.columns() + 1, (int) ((long) rows * count / data.rows()));
    }

    /// The best ones, each set of rows once; the earlier start of equal ones.
    private static List<ClosestRows> best(List<ClosestRows> all) {
        List<ClosestRows> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(ClosestRows::logDeterminant));
        List<ClosestRows> best = new ArrayList<>();
        for (ClosestRows rows : sorted) {
            boolean known = best.stream().anyMatch(other -> Arrays.equals(other.rows(), rows.rows()));
            if (!known && best.size() < BEST) {
                best.add(rows);
            }
        }
        return best;
    }

    /// Neighbours in the order of the numbers, with the least variance.
    private static int[] ofOneColumn(double[] values, int count) {
        int[] order = IntStream.range(0, values.length).boxed()
                .sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(i -> i).toArray();
        double least = Double.POSITIVE_INFINITY;
        int from = 0;
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < order.length; k++) {
            double entered = values[order[k]];
            sum += entered;
            squares += entered * entered;
            if (k >= count) {
                double left = values[order[k - count]];
                sum -= left;
                squares -= left * left;
            }
            double spread = squares - sum * sum / count;
            if (k >= count - 1 && spread < least) {
                least = spread;
                from = k - count + 1;
            }
        }
        int[] rows = Arrays.copyOfRange(order, from, from + count);
        Arrays.sort(rows);
        return rows;
    }
}
