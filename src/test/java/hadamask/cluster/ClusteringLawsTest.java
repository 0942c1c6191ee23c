package hadamask.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.distance.PairSearch;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// K-Means, DBSCAN, silhouettes and texts of trees.
class ClusteringLawsTest {
    private static final Neighbourhoods.Room ROOM = (pairs, bytes) -> {};

    private static KMeansClustering means(Matrix rows, int k, int threads) {
        try (Workers workers = new Workers(threads)) {
            return KMeansClustering.of(rows, k, 1, 4, workers);
        }
    }

    /// Five groups of 40 rows, far from each other and, if asked for, from zero.
    private static Matrix groups(double offset) {
        Random random = new Random(8);
        double[] values = new double[400];
        for (int i = 0; i < 200; i++) {
            values[2 * i] = offset + 20 * (i % 5) + random.nextGaussian();
            values[2 * i + 1] = offset + 30 * (i % 2) + random.nextGaussian();
        }
        return new Matrix(200, 2, values);
    }

    @Test
    void meansFindGroupsThatLieApartFarFromZeroToo() {
        for (double offset : new double[]{0, 1e9, -1e12}) {
            KMeansClustering found = means(groups(offset), 10, 1);
            for (int i = 0; i < 200; i++) {
                assertEquals(i % 10 + 1, found.partition().clusters()[i]);
            }
        }
    }

    /// scikit-learn 1.2.1: `KMeans(3, n_init=10).fit(x).inertia_` is 15.393333333333333.
    @Test
    void meansAreThoseOfTheRowsAndNoRowIsNearerToAnother() {
        assertEquals(15.393333333333333, means(Points.NINE, 3, 1).sumOfSquares(), 1e-13);
        Matrix rows = Points.random(300, 3, 5);
        KMeansClustering found = means(rows, 7, 1);
        assertEquals(7, found.partition().count());
        double sum = 0;
        for (int i = 0; i < 300; i++) {
            for (int c = 0; c < 7; c++) {
                double distance = distance(rows, i, found.centres(), c);
                assertTrue(found.distances()[i] <= distance + 1e-12);
                if (c == found.partition().clusters()[i] - 1) {
                    assertEquals(distance, found.distances()[i], 1e-12);
                    sum += distance * distance;
                }
            }
        }
        assertEquals(sum, found.sumOfSquares(), 1e-10);
    }

    private static double distance(Matrix a, int i, Matrix b, int j) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
            sum += Math.pow(a.get(i, k) - b.get(j, k), 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void meansDependOnTheSeedAndNotOnTheThreads() {
        Matrix rows = Points.random(500, 4, 6);
        KMeansClustering one = means(rows, 12, 1);
        KMeansClustering four = means(rows, 12, 4);
        assertArrayEquals(one.partition().clusters(), four.partition().clusters());
        assertEquals(one.sumOfSquares(), four.sumOfSquares());
        assertArrayEquals(one.distances(), four.distances());
    }

    @Test
    void asManyMeansAsDifferentRowsLeaveNoDistance() {
        Matrix rows = Points.grid(80, 1, 3);
        assertEquals(6, KMeansClustering.different(rows, 100));
        assertEquals(4, KMeansClustering.different(rows, 4));
        assertEquals(0, means(rows, 6, 1).sumOfSquares(), 1e-25);
    }

    /// scikit-learn 1.2.1: `DBSCAN(eps=2.2, min_samples=3).fit(x)`: labels 0 0 0 1 1 1 -1 -1 1, core rows 0 1 2 3 5.
    @Test
    void denseRowsAreThoseOfScikitLearn() {
        DensityClustering found = DensityClustering
                .of(Neighbourhoods.of(new PairSearch(Points.euclidean(Points.NINE)), 9, 2.2, ROOM), 3);
        assertArrayEquals(new int[]{1, 1, 1, 2, 2, 2, 0, 0, 2}, found.partition().clusters());
        assertEquals(Arrays.toString(new boolean[]{true, true, true, true, false, true, false, false, false}),
                Arrays.toString(found.core()));
    }

    @Test
    void denseRowsAreComponentsOfCoreRowsAndWhatIsNearThem() {
        for (int seed = 0; seed < 4; seed++) {
            Matrix rows = seed < 2 ? Points.random(200, 2, seed) : Points.grid(150, 3, seed);
            double radius = seed < 2 ? 0.25 : 1;
            int n = rows.rows();
            Matrix square = square(rows);
            DensityClustering found = DensityClustering
                    .of(Neighbourhoods.of(new PairSearch(Points.euclidean(rows)), n, radius, ROOM), 5);
            assertArrayEquals(found.partition().clusters(),
                    DensityClustering.of(Neighbourhoods.of(square, radius, ROOM), 5).partition().clusters());
            int[] clusters = found.partition().clusters();
            for (int i = 0; i < n; i++) {
                int row = i;
                int[] near = IntStream.range(0, n).filter(j -> square.get(row, j) <= radius).toArray();
                assertEquals(near.length >= 5, found.core()[i]);
                boolean reached = IntStream.of(near).anyMatch(j -> found.core()[j] && clusters[j] == clusters[row]);
                assertEquals(clusters[i] > 0, reached);
                assertTrue(clusters[i] > 0 || IntStream.of(near).noneMatch(j -> found.core()[j]));
                for (int j : near) {
                    assertTrue(!(found.core()[i] && found.core()[j]) || clusters[i] == clusters[j]);
                }
            }
        }
    }

    private static Matrix square(Matrix rows) {
        int n = rows.rows();
        double[] values = new double[n * n];
        for (int at = 0; at < values.length; at++) {
            values[at] = distance(rows, at / n, rows, at % n);
        }
        return new Matrix(n, n, values);
    }

    /// scikit-learn 1.2.1: `silhouette_samples(x, [0, 0, 0, 1, 1, 1, 2, 2, 3])`.
    @Test
    void silhouettesAreThoseOfScikitLearn() {
        double[] expected = {0.7978006128790357, 0.7491132519711959, 0.6694888662781817, 0.4021995368536168,
            0.4767805934142508, -0.31725633757476135, 0.8002304651806845, 0.7941209024404385, 0};
        Partition partition = Partition.of(new int[]{0, 0, 0, 1, 1, 1, 2, 2, 3});
        assertArrayEquals(expected,
                Silhouettes.of(DistanceRows.of(Points.euclidean(Points.NINE)), partition).of(), 1e-14);
        assertArrayEquals(expected, Silhouettes.of(DistanceRows.of(square(Points.NINE)), partition).of(), 1e-14);
    }

    @Test
    void silhouettesOfLargerClustersComeOfThoseOfSmallerOnes() {
        Matrix rows = Points.random(50, 2, 1);
        MergeTree tree = Points.tree(rows, Linkage.WARD);
        DistanceRows distances = DistanceRows.of(Points.euclidean(rows));
        Silhouettes fine = Silhouettes.of(distances, tree.cut(20));
        for (int k = 2; k < 20; k++) {
            Partition cut = tree.cut(k);
            assertArrayEquals(Silhouettes.of(distances, cut).of(), fine.of(cut), 1e-12);
        }
        assertEquals(10, Silhouettes.choose(Points.tree(groups(0), Linkage.AVERAGE),
                DistanceRows.of(Points.euclidean(groups(0))), 20).count());
        assertEquals(1, Silhouettes.choose(Points.tree(new Matrix(5, 1, new double[5]), Linkage.AVERAGE),
                DistanceRows.of(new Matrix(5, 5, new double[25])), 20).count());
    }

    @Test
    void rowsInNoneAndAllInOneHaveNoSilhouette() {
        DistanceRows distances = DistanceRows.of(Points.euclidean(Points.NINE));
        double[] found = Silhouettes.of(distances, Partition.of(new int[]{0, 0, -1, 1, 1, 1, 2, 2, -1})).of();
        assertTrue(Double.isNaN(found[2]) && Double.isNaN(found[8]) && found[0] > 0.5);
        assertTrue(Double.isNaN(Silhouettes.mean(Silhouettes.of(distances, Partition.of(new int[9])).of())));
    }

    /// The way from row to row along the branches is the height at which they meet.
    @Test
    void branchesAddUpToHeights() {
        Matrix rows = Points.random(25, 2, 3);
        for (Linkage linkage : Linkage.values()) {
            MergeTree tree = Points.tree(rows, linkage);
            String text = Newick.of(tree, i -> "r" + i, String::valueOf);
            for (int i = 0; i < 25; i++) {
                for (int j = 0; j < i; j++) {
                    assertEquals(meeting(tree, i, j), way(text, "r" + i, "r" + j), 1e-12);
                }
            }
        }
    }

    private static double meeting(MergeTree tree, int i, int j) {
        int a = i;
        int b = j;
        for (int step = 0; step < tree.heights().length; step++) {
            boolean hasA = tree.first()[step] == a || tree.second()[step] == a;
            boolean hasB = tree.first()[step] == b || tree.second()[step] == b;
            a = hasA ? tree.leaves() + step : a;
            b = hasB ? tree.leaves() + step : b;
            if (a == b) {
                return tree.heights()[step];
            }
        }
        throw new AssertionError("rows that do not meet");
    }

    /// The sum of the branches between two leaves, which are those above one of them alone.
    private static double way(String text, String a, String b) {
        double sum = 0;
        int[] start = new int[100];
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '(') {
                start[depth++] = at;
            } else if (c == ':') {
                int end = at + 1;
                while (",)".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                int from = text.charAt(at - 1) == ')'
                        ? start[depth]
                        : text.lastIndexOf(
                                text.substring(Math.max(text.lastIndexOf(',', at), text.lastIndexOf('(', at)) + 1, at),
                                at);
                String below = text.substring(from, at) + ":";
                boolean hasA = below.matches(".*(^|[(,])" + a + ":.*");
                boolean hasB = below.matches(".*(^|[(,])" + b + ":.*");
                sum += hasA ^ hasB ? Double.parseDouble(text.substring(at + 1, end)) : 0;
            } else if (c == ')') {
                depth--;
            }
        }
        return sum;
    }

    @Test
    void namesThatAreNoWordsStandInQuotes() {
        MergeTree tree = Points.tree(Points.random(3, 1, 0), Linkage.AVERAGE);
        String[] names = {"E. coli", "it's", "A_1"};
        String text = Newick.of(tree, i -> names[i], length -> "1");
        for (String quoted : new String[]{"'E. coli':1", "'it''s':1", "'A_1':1"}) {
            assertTrue(text.contains(quoted), text);
        }
    }
}
