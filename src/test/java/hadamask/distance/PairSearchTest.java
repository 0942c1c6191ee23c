package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairSearchTest {
    private static final Matrix ROWS = Samples.rows(700, 2, 5);

    private record Pair(int from, int to, double value) {}

    private static Workers.Taker<Pairs, RuntimeException> into(List<Pair> list) {
        return found -> IntStream.range(0, found.count())
                .forEach(k -> list.add(new Pair(found.from()[k], found.to()[k], found.values()[k])));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNearestAreThoseOfAFullSortTiesByIndex(boolean distances) {
        // Whole numbers: many ties.
        double[] whole = ROWS.values().clone();
        for (int k = 0; k < whole.length; k++) {
            whole[k] = Math.rint(2 * whole[k]);
        }
        Matrix rows = new Matrix(700, 2, whole);
        Measure measure = distances ? new Metric.Manhattan() : Similarity.DOT;
        Pairwise pairwise = Pairwise.of(measure, rows, PairwiseOptions.DEFAULT, Samples.ALONE);
        Block all = pairwise.block(0, 700, 0, 700);
        List<Pair> found = new ArrayList<>();
        try (Workers workers = new Workers(2)) {
            new PairSearch(Pairwise.of(measure, rows, PairwiseOptions.DEFAULT, workers)).nearest(9, into(found));
        }
        List<Pair> expected = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            int row = i;
            double sign = distances ? 1 : -1;
            IntStream.range(0, 700).filter(j -> j != row).boxed()
                    .sorted(Comparator.<Integer>comparingDouble(j -> sign * all.get(row, j)).thenComparing(j -> j))
                    .limit(9).forEach(j -> expected.add(new Pair(row, j, all.get(row, j))));
        }
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void pairsWithinABoundAreEachListedOnceInOrder(int threads) {
        Pairwise pairwise = Pairwise.of(new Metric.Euclidean(), ROWS, PairwiseOptions.DEFAULT, Samples.ALONE);
        Block all = pairwise.block(0, 700, 0, 700);
        List<Pair> found = new ArrayList<>();
        List<Pair> expected = new ArrayList<>();
        try (Workers workers = new Workers(threads)) {
            new PairSearch(Pairwise.of(new Metric.Euclidean(), ROWS, PairwiseOptions.DEFAULT, workers)).within(0.3,
                    into(found));
        }
        for (int i = 0; i < 700; i++) {
            for (int j = i + 1; j < 700; j++) {
                if (all.get(i, j) <= 0.3) {
                    expected.add(new Pair(i, j, all.get(i, j)));
                }
            }
        }
        assertArrayEquals(expected.toArray(), found.toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void listsOfPartsOfTheRowsAreTheWholeList(int parts) {
        for (TreeChoice.Rule rule : TreeChoice.Rule.values()) {
            try (Workers workers = new Workers(2)) {
                Pairwise pairwise = Pairwise.of(new Metric.Euclidean(), ROWS, PairwiseOptions.DEFAULT, workers);
                PairSearch whole = new PairSearch(pairwise, new TreeChoice(pairwise, plan -> {}, rule));
                List<Pair> nearest = new ArrayList<>();
                List<Pair> within = new ArrayList<>();
                List<Pair> all = new ArrayList<>();
                for (int part = 0; part < parts; part++) {
                    PairSearch some = whole.from(700 * part / parts, 700 * (part + 1) / parts);
                    some.nearest(5, into(nearest));
                    some.within(0.3, into(within));
                    some.all(into(all));
                }
                List<Pair> expected = new ArrayList<>();
                whole.nearest(5, into(expected));
                assertEquals(expected, nearest);
                expected.clear();
                whole.within(0.3, into(expected));
                assertEquals(expected, within);
                expected.clear();
                whole.all(into(expected));
                assertEquals(expected, all);
            }
        }
    }
}
