package hadamask.segment.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The optimal cut against all cuts, tried one by one with exact fractions.
class OptimalCutTest {
    /// A fraction with a denominator above zero.
    private record Fraction(BigInteger top, BigInteger bottom) implements Comparable<Fraction> {
        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

        Fraction plus(Fraction other) {
            return new Fraction(top.multiply(other.bottom).add(other.top.multiply(bottom)),
                    bottom.multiply(other.bottom));
        }

        @Override
        public int compareTo(Fraction other) {
            return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
        }

        double value() {
            return new BigDecimal(top).divide(new BigDecimal(bottom), MathContext.DECIMAL128).doubleValue();
        }
    }

    /// All cuts of a histogram's distinct levels.
    private static final class AllCuts {
        private final GrayHistogram histogram;
        private final int[] levels;
        private int[] best = new int[0];
        private Fraction least = Fraction.ZERO;

        AllCuts(GrayHistogram histogram) {
            this.histogram = histogram;
            levels = histogram.distinctLevels();
        }

        /// The last levels of the best cut; of equals, the one whose brightest cluster starts darkest, and so on.
        int[] best(int k) {
            best = new int[0];
            search(new int[k - 1], k - 2, levels.length);
            return best;
        }

        /// Places the cuts from the brightest to the darkest, each from dark to bright: the first of equals is the darkest.
        private void search(int[] ends, int c, int end) {
            if (c < 0) {
                Fraction wcss = wcss(ends);
                if (best.length == 0 || wcss.compareTo(least) < 0) {
                    least = wcss;
                    best = Arrays.stream(ends).map(e -> levels[e - 1]).toArray();
                }
                return;
            }
            for (int e = c + 1; e < end; e++) {
                ends[c] = e;
                search(ends, c - 1, e);
            }
        }

        private Fraction wcss(int[] ends) {
            Fraction sum = Fraction.ZERO;
            int from = 0;
            for (int c = 0; c <= ends.length; c++) {
                int end = c < ends.length ? ends[c] : levels.length;
                sum = sum.plus(wcss(from, end));
                from = end;
            }
            return sum;
        }

        private Fraction wcss(int from, int end) {
            BigInteger n = BigInteger.ZERO;
            BigInteger s = BigInteger.ZERO;
            BigInteger q = BigInteger.ZERO;
            for (int i = from; i < end; i++) {
                BigInteger count = BigInteger.valueOf(histogram.counts()[levels[i]]);
                BigInteger level = BigInteger.valueOf(levels[i]);
                n = n.add(count);
                s = s.add(count.multiply(level));
                q = q.add(count.multiply(level).multiply(level));
            }
            return new Fraction(q.multiply(n).subtract(s.multiply(s)), n);
        }

        double leastWcss() {
            double white = histogram.maxLevel();
            return least.value() / (white * white);
        }
    }

    /// A histogram with at least k distinct levels.
    private static GrayHistogram random(Random random, int k, int scale, int most) {
        int[] counts = new int[scale];
        int distinct = k + random.nextInt(9);
        for (int i = 0; i < distinct; i++) {
            counts[random.nextInt(scale)] = 1 + random.nextInt(most);
        }
        for (int i = 0, level = 0; i < k; level++) { // k of them for certain
            i += counts[level] > 0 ? 1 : 0;
            if (counts[level] == 0 && scale - level <= k - i) {
                counts[level] = 1;
                i++;
            }
        }
        return new GrayHistogram(counts);
    }

    private static void assertBest(GrayHistogram histogram, int k) {
        AllCuts all = new AllCuts(histogram);
        int[] best = all.best(k);
        int[] found = OptimalCut.of(histogram, k);
        double wcss = Clusters.cut(histogram, found).wcss();
        assertEquals(all.leastWcss(), wcss, 1e-12 * all.leastWcss());
        assertArrayEquals(best, found, () -> k + " runs of " + Arrays.toString(histogram.counts()));
    }

    @Test
    void theOptimumIsTheBestOfAllCuts() {
        Random random = new Random(1);
        for (int i = 0; i < 900; i++) {
            int k = 2 + i % 3;
            assertBest(random(random, k, 12 + random.nextInt(700), 1000), k);
        }
    }

    @Test
    void ofEquallyGoodCutsTheDarkestIsTaken() {
        Random random = new Random(2);
        for (int i = 0; i < 20000; i++) { // few levels with small counts: most of these have ties
            int k = 2 + i % 3;
            assertBest(random(random, k, 5 + random.nextInt(6), 3), k);
        }
        assertArrayEquals(new int[]{0}, OptimalCut.of(new GrayHistogram(new int[]{1, 1, 1}), 2));
        assertArrayEquals(new int[]{0, 1}, OptimalCut.of(new GrayHistogram(new int[]{1, 1, 1, 1}), 3));
    }

    @Test
    void countsOfTheLargestImagesAndSixteenBitLevelsAreExact() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            int k = 2 + i % 3;
            assertBest(random(random, k, 3 * 65535 + 1, 250_000_000 / 20), k);
        }
    }

    @Test
    void twoCutsThatRoundToOneNumberAreStillToldApart() {
        // Mirror images but for one pixel of 100 million: doubles cannot see it.
        int[] counts = new int[766];
        counts[0] = 100_000_000;
        counts[382] = 50_000_000;
        counts[764] = 100_000_000;
        assertArrayEquals(new int[]{0}, OptimalCut.of(new GrayHistogram(counts.clone()), 2));
        counts[0] = 99_999_999;
        assertBest(new GrayHistogram(counts.clone()), 2);
        counts[0] = 100_000_001;
        assertBest(new GrayHistogram(counts), 2);
    }

    @Test
    void manyRunsOfEqualBlocksAreFoundByTheirGaps() {
        for (int k : new int[]{5, 16, 64}) {
            int[] counts = new int[766];
            int[] expected = new int[k - 1];
            for (int c = 0; c < k; c++) {
                int start = c * 11;
                Arrays.fill(counts, start, start + 3, 7 + c);
                if (c < k - 1) {
                    expected[c] = start + 2;
                }
            }
            assertArrayEquals(expected, OptimalCut.of(new GrayHistogram(counts), k));
        }
    }

    @Test
    void asManyRunsAsLevelsLeaveNothing() {
        int[] counts = new int[200];
        for (int i = 0; i < 64; i++) {
            counts[3 * i] = 1 + i;
        }
        GrayHistogram histogram = new GrayHistogram(counts);
        assertEquals(0, Clusters.cut(histogram, OptimalCut.of(histogram, 64)).wcss());
    }

    @Test
    void moreRunsNeverHaveALargerSum() {
        Random random = new Random(5);
        GrayHistogram histogram = new GrayHistogram(random.ints(766, 0, 5000).toArray());
        double before = Double.POSITIVE_INFINITY;
        for (int k = 2; k <= 64; k++) {
            double wcss = Clusters.cut(histogram, OptimalCut.of(histogram, k)).wcss();
            assertTrue(wcss < before);
            before = wcss;
        }
    }

    @Test
    void divideAndConquerEqualsThePlainRecurrence() {
        Random random = new Random(6);
        for (int k : new int[]{3, 5, 8}) {
            GrayHistogram histogram = new GrayHistogram(random.ints(300, 0, 900).toArray());
            double wcss = Clusters.cut(histogram, OptimalCut.of(histogram, k)).wcss();
            double expected = plainRecurrence(LevelSums.of(histogram), k) / (299.0 * 299.0);
            assertEquals(expected, wcss, 1e-12 * expected);
        }
    }

    private static double plainRecurrence(LevelSums sums, int k) {
        int size = sums.size();
        double[] best = new double[size + 1];
        for (int i = 1; i <= size; i++) {
            best[i] = sums.sumOfSquares(0, i);
        }
        for (int c = 1; c < k; c++) {
            double[] next = new double[size + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int i = c + 1; i <= size; i++) {
                for (int start = c; start < i; start++) {
                    next[i] = Math.min(next[i], best[start] + sums.sumOfSquares(start, i));
                }
            }
            best = next;
        }
        return best[size];
    }
}
