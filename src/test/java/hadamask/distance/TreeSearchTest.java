package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a tree finds is what all pairs have, to the bit and in the same order.
class TreeSearchTest {
    private static final Matrix ROWS = Samples.rows(9, 3, 1);
    private static final int[] SIZES = {0, 1, 2, 5, 33, 280};

    /// Kinds of rows that a tree could go wrong on.
    @SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
    enum Kind {
        SPREAD(random -> random.nextGaussian()),
        /// Few different numbers: many ties, and many equal rows.
        TIES(random -> random.nextInt(3)),
        /// Nothing but equal rows.
        CONSTANT(random -> 2.5),
        /// From huge, whose squares overflow, to tiny ones, whose squares vanish, of either sign.
        MAGNITUDES(random -> random.nextGaussian() * Math.scalb(1.0, 40 * (random.nextInt(40) - 20))),
        /// Missing and infinite numbers, zeros of either sign.
        HOLES(random -> switch (random.nextInt(25)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> -0.0;
            case 4 -> 1e305;
            default -> random.nextInt(4);
        }),
        /// Nothing that has a place in a box.
        NAN(random -> Double.NaN),
        /// Far from zero, where differences lose digits.
        FAR(random -> 1e9 + random.nextInt(50) / 8.0),
        /// Rows of several kinds in turn.
        MIXED(random -> 0);

        private final ToDoubleFunction<Random> number;

        Kind(ToDoubleFunction<Random> number) {
            this.number = number;
        }

        Matrix rows(int rows, int columns, long seed) {
            Random random = new Random(seed);
            double[] values = new double[rows * columns];
            for (int k = 0; k < values.length; k++) {
                Kind kind = this == MIXED ? List.of(CONSTANT, MAGNITUDES, HOLES, TIES).get(k / columns % 4) : this;
                values[k] = kind.number.applyAsDouble(random);
            }
            return new Matrix(rows, columns, values);
        }
    }

    /// A pair as its indices and the bits of its value.
    private record Pair(int from, int to, long bits) {}

    private interface Search {
        void run(PairSearch search, Workers.Taker<Pairs, RuntimeException> taker);
    }

    private static List<Pair> found(Pairwise pairwise, TreeChoice.Rule rule, Search search) {
        List<Pair> pairs = new ArrayList<>();
        search.run(new PairSearch(pairwise, new TreeChoice(pairwise, plan -> {}, rule)),
                found -> IntStream.range(0, found.count()).forEach(k -> pairs.add(new Pair(found.from()[k],
                        found.to()[k], Double.doubleToRawLongBits(found.values()[k])))));
        return pairs;
    }

    private static void assertSame(Measure measure, Matrix rows, Matrix others, PairwiseOptions options,
            Workers workers, String name) {
        Measure fitted = measure instanceof Metric.StandardizedEuclidean ? standardized(rows.columns()) : measure;
        for (Pairwise pairwise : List.of(Pairwise.of(fitted, rows, options, workers),
                Pairwise.of(fitted, others, rows, options, workers))) {
            for (int k : new int[]{2, rows.rows() + 3}) {
                assertSame(pairwise, (search, taker) -> search.nearest(k, taker), name + ", nearest " + k);
            }
            double bound = fitted == Similarity.COSINE ? 0.9 : 1.5;
            assertSame(pairwise, (search, taker) -> search.within(0, taker), name + ", within 0");
            assertSame(pairwise, (search, taker) -> search.within(bound, taker), name + ", within " + bound);
            assertSame(pairwise, (search, taker) -> search.nearest(3, bound, taker), name + ", 3 within " + bound);
        }
    }

    private static void assertSame(Pairwise pairwise, Search search, String name) {
        assertEquals(found(pairwise, TreeChoice.Rule.NEVER, search), found(pairwise, TreeChoice.Rule.ALWAYS, search),
                name);
    }

    private static Metric standardized(int columns) {
        return new Metric.StandardizedEuclidean(IntStream.range(0, columns).mapToObj(k -> 0.5 + k).toList());
    }

    private static boolean hasBound(Measure measure) {
        return Pairwise.of(measure, Samples.suited(measure, ROWS), PairwiseOptions.DEFAULT.withZeroVectors(ZeroVectors.NAN),
                Samples.ALONE).bound() != null;
    }

    @Test
    void theseMeasuresHaveABound() {
        assertEquals(Set.of("euclidean", "sqeuclidean", "manhattan", "chebyshev", "minkowski", "mahalanobis", "cosine",
                "correlation", "spearman", "canberra", "seuclidean", "hamming"),
                measures().map(measure -> measure.names().getFirst()).collect(Collectors.toSet()));
    }

    static Stream<Measure> measures() {
        return Samples.measures(ROWS).stream().filter(TreeSearchTest::hasBound);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void aTreeFindsWhatAllPairsHave(Measure measure) {
        try (Workers workers = new Workers(2)) {
            for (Kind kind : List.of(Kind.SPREAD, Kind.TIES, Kind.MIXED)) {
                ZeroVectors zeros = kind == Kind.TIES ? ZeroVectors.ZERO : ZeroVectors.NAN;
                assertSame(measure, kind.rows(70, 3, 5), kind.rows(9, 3, 6),
                        PairwiseOptions.DEFAULT.withZeroVectors(zeros), workers, kind + ", " + zeros);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("measures")
    void withWeightsAndMissingValues(Measure measure) {
        PairwiseOptions plain = PairwiseOptions.DEFAULT.withZeroVectors(ZeroVectors.NAN);
        if (measure instanceof Metric.Mahalanobis) {
            return; // has neither
        }
        try (Workers workers = new Workers(3)) {
            assertSame(measure, Kind.MIXED.rows(40, 4, 7), Kind.HOLES.rows(9, 4, 8),
                    plain.withWeights(List.of(2.0, 0.0, 0.25, 1.0)), workers, "weighted");
            assertSame(measure, Kind.HOLES.rows(40, 2, 9), Kind.TIES.rows(9, 2, 10), plain.withMissing(Missing.PAIRWISE),
                    workers, "shared columns");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anySizeByAnyNumberOfThreads(int threads) {
        try (Workers workers = new Workers(threads)) {
            for (int n : SIZES) {
                for (Kind kind : List.of(Kind.CONSTANT, Kind.NAN, Kind.FAR)) {
                    for (int columns : new int[]{1, 5}) {
                        assertSame(new Metric.Euclidean(), kind.rows(n, columns, n), kind.rows(7, columns, 3),
                                PairwiseOptions.DEFAULT, workers, n + " x " + columns + " " + kind);
                    }
                }
            }
        }
    }

    /// Not by the other search, but by sorting.
    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"SPREAD", "TIES", "FAR"})
    void theNearestAreThoseOfAFullSort(Kind kind) {
        Matrix rows = kind.rows(300, 2, 11);
        Pairwise pairwise = Pairwise.of(new Metric.Manhattan(), rows, PairwiseOptions.DEFAULT, Samples.ALONE);
        Block all = pairwise.block(0, 300, 0, 300);
        List<Pair> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int row = i;
            IntStream.range(0, 300).filter(j -> j != row).boxed()
                    .sorted(Comparator.<Integer>comparingDouble(j -> all.get(row, j)).thenComparing(j -> j)).limit(4)
                    .forEach(j -> expected.add(new Pair(row, j, Double.doubleToRawLongBits(all.get(row, j)))));
        }
        assertEquals(expected,
                found(pairwise, TreeChoice.Rule.ALWAYS, (search, taker) -> search.nearest(4, taker)));
    }

    @Test
    void aTreeIsTakenWhereItSparesComparisons() {
        assertEquals(SearchPlan.Way.TREE, plan(new Metric.Euclidean(), Kind.SPREAD.rows(3000, 3, 1)).way());
        assertTrue(plan(new Metric.Euclidean(), Kind.SPREAD.rows(3000, 3, 1)).compared() < 300);
        // Equal rows: the first leaf has all that are wanted.
        assertTrue(plan(new Metric.Euclidean(), Kind.CONSTANT.rows(3000, 3, 1)).compared() < 300);
        assertEquals(SearchPlan.Way.NO_BOUND, plan(RatioMetric.BRAY_CURTIS, Kind.SPREAD.rows(3000, 3, 1)).way());
        assertEquals(SearchPlan.Way.NOT_TRIED, plan(new Metric.Euclidean(), Kind.SPREAD.rows(100, 3, 1)).way());
        assertEquals(SearchPlan.Way.NOT_TRIED, plan(new Metric.Euclidean(), Kind.SPREAD.rows(3000, 64, 1)).way());
        assertEquals(SearchPlan.Way.NO_GAIN, plan(new Metric.Euclidean(), Kind.HOLES.rows(3000, 8, 1)).way());
    }

    private static SearchPlan plan(Measure measure, Matrix rows) {
        List<SearchPlan> plans = new ArrayList<>();
        new PairSearch(Pairwise.of(measure, rows, PairwiseOptions.DEFAULT, Samples.ALONE), plans::add).nearest(5,
                found -> {});
        return plans.getFirst();
    }
}
