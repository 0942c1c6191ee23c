package hadamask.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgglomerationTest {
    /// The tree that comes of looking at all pairs in each step, by the definition of each linkage.
    private static MergeTree naive(Matrix rows, Linkage linkage) {
        int n = rows.rows();
        List<Cluster> left = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            left.add(new Cluster(i, List.of(i), Arrays.copyOfRange(rows.values(), i * rows.columns(),
                    (i + 1) * rows.columns()), List.of()));
        }
        int[] first = new int[n - 1];
        int[] second = new int[n - 1];
        double[] heights = new double[n - 1];
        int[] sizes = new int[n - 1];
        for (int step = 0; step < n - 1; step++) {
            double least = Double.POSITIVE_INFINITY;
            Cluster a = left.get(0);
            Cluster b = left.get(1);
            for (int i = 0; i < left.size(); i++) {
                for (int j = i + 1; j < left.size(); j++) {
                    double distance = distance(left.get(i), left.get(j), rows, linkage);
                    if (distance < least) {
                        least = distance;
                        a = left.get(i);
                        b = left.get(j);
                    }
                }
            }
            first[step] = Math.min(a.number, b.number);
            second[step] = Math.max(a.number, b.number);
            heights[step] = least;
            List<Integer> all = new ArrayList<>(a.rows);
            all.addAll(b.rows);
            sizes[step] = all.size();
            double[] middle = new double[rows.columns()];
            for (int k = 0; k < middle.length; k++) {
                middle[k] = (a.middle[k] + b.middle[k]) / 2;
            }
            left.remove(a);
            left.set(left.indexOf(b), new Cluster(n + step, all, middle, List.of(a, b)));
        }
        return new MergeTree(first, second, heights, sizes);
    }

    /// @param middle of the two clusters' middles
    /// @param parts the two clusters; none of a row
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Cluster(int number, List<Integer> rows, double[] middle, List<Cluster> parts) {}

    private static double distance(Cluster u, Cluster v, Matrix rows, Linkage linkage) {
        return switch (linkage) {
            case SINGLE -> pairs(u, v, rows).min().orElseThrow();
            case COMPLETE -> pairs(u, v, rows).max().orElseThrow();
            case AVERAGE -> pairs(u, v, rows).average().orElseThrow();
            case WEIGHTED -> u.number < v.number ? weighted(v, u, rows) : weighted(u, v, rows);
            case CENTROID -> euclidean(mean(u, rows), mean(v, rows));
            case MEDIAN -> euclidean(u.middle, v.middle);
            case WARD -> Math.sqrt(2.0 * u.rows.size() * v.rows.size() / (u.rows.size() + v.rows.size()))
                    * euclidean(mean(u, rows), mean(v, rows));
        };
    }

    /// @param u the younger cluster
    private static double weighted(Cluster u, Cluster v, Matrix rows) {
        if (u.parts.isEmpty()) {
            return pairs(u, v, rows).sum();
        }
        return (distance(u.parts.get(0), v, rows, Linkage.WEIGHTED)
                + distance(u.parts.get(1), v, rows, Linkage.WEIGHTED)) / 2;
    }

    private static java.util.stream.DoubleStream pairs(Cluster u, Cluster v, Matrix rows) {
        return u.rows.stream().flatMapToDouble(i -> v.rows.stream()
                .mapToDouble(j -> euclidean(row(rows, i), row(rows, j))));
    }

    private static double[] row(Matrix rows, int i) {
        return Arrays.copyOfRange(rows.values(), i * rows.columns(), (i + 1) * rows.columns());
    }

    private static double[] mean(Cluster u, Matrix rows) {
        double[] mean = new double[rows.columns()];
        for (int i : u.rows) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += rows.get(i, k) / u.rows.size();
            }
        }
        return mean;
    }

    private static double euclidean(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += (u[k] - v[k]) * (u[k] - v[k]);
        }
        return Math.sqrt(sum);
    }

    private static void assertSame(MergeTree expected, MergeTree tree) {
        assertArrayEquals(expected.first(), tree.first());
        assertArrayEquals(expected.second(), tree.second());
        assertArrayEquals(expected.sizes(), tree.sizes());
        for (int step = 0; step < tree.heights().length; step++) {
            assertEquals(expected.heights()[step], tree.heights()[step], 1e-12 * expected.heights()[step]);
        }
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void eachStepJoinsTheNearestTwo(Linkage linkage) {
        for (int seed = 0; seed < 3; seed++) {
            Matrix rows = Points.random(40, 3, seed);
            assertSame(naive(rows, linkage), Points.tree(rows, linkage));
        }
    }

    /// Ranks are closed twice on the way.
    @ParameterizedTest
    @EnumSource(Linkage.class)
    void manyRowsAreMergedAsFewAre(Linkage linkage) {
        Matrix rows = Points.random(530, 2, 9);
        MergeTree tree = Points.tree(rows, linkage);
        assertSame(byFormula(Points.triangle(rows), linkage), tree);
    }

    /// All pairs in each step, by the formulas of Lance and Williams.
    private static MergeTree byFormula(DistanceTriangle distances, Linkage linkage) {
        int n = distances.size();
        double[][] d = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double distance = i == j ? Double.POSITIVE_INFINITY : distances.get(i, j);
                d[i][j] = linkage.needsEuclidean() ? distance * distance : distance;
            }
        }
        int[] number = java.util.stream.IntStream.range(0, n).toArray();
        int[] rows = new int[n];
        Arrays.fill(rows, 1);
        MergeTree tree = new MergeTree(new int[n - 1], new int[n - 1], new double[n - 1], new int[n - 1]);
        int[] nearest = new int[n];
        for (int step = 0; step < n - 1; step++) {
            int x = -1;
            for (int i = 0; i < n; i++) {
                if (rows[i] > 0) {
                    nearest[i] = i;
                    for (int j = i + 1; j < n; j++) {
                        nearest[i] = d[i][j] < d[i][nearest[i]] ? j : nearest[i];
                    }
                    x = x < 0 || d[i][nearest[i]] < d[x][nearest[x]] ? i : x;
                }
            }
            int y = nearest[x];
            tree.first()[step] = Math.min(number[x], number[y]);
            tree.second()[step] = Math.max(number[x], number[y]);
            tree.heights()[step] = linkage.needsEuclidean() ? Math.sqrt(d[x][y]) : d[x][y];
            tree.sizes()[step] = rows[x] + rows[y];
            double[] merged = d[x].clone();
            double[] second = d[y].clone();
            linkage.merge(merged, second, rows, n, new Linkage.Sizes(rows[x], rows[y]), d[x][y]);
            for (int i = 0; i < n; i++) {
                boolean gone = rows[i] == 0 || i == x || i == y;
                d[i][y] = gone ? Double.POSITIVE_INFINITY : merged[i];
                d[y][i] = d[i][y];
                d[i][x] = Double.POSITIVE_INFINITY;
                d[x][i] = Double.POSITIVE_INFINITY;
            }
            rows[y] += rows[x];
            rows[x] = 0;
            number[y] = n + step;
        }
        return tree;
    }

    /// SciPy 1.17.1: `linkage(pdist(x), method)`.
    @Test
    void equalDistancesAreTakenAsSciPyTakesThem() {
        assertMerges(Linkage.SINGLE, "0 1 1.0 2, 2 9 1.0 3, 3 4 1.0 2, 6 7 1.0 2, 5 11 2.0 3, 8 13 2.23606797749979 4,"
                + " 10 14 5.0 7, 12 15 5.0 9");
        assertMerges(Linkage.COMPLETE, "0 1 1.0 2, 3 4 1.0 2, 6 7 1.0 2, 2 9 1.4142135623730951 3,"
                + " 5 10 2.23606797749979 3, 8 13 4.242640687119285 4, 12 14 7.280109889280518 7,"
                + " 11 15 9.899494936611665 9");
        assertMerges(Linkage.AVERAGE, "0 1 1.0 2, 3 4 1.0 2, 6 7 1.0 2, 2 9 1.2071067811865475 3,"
                + " 5 10 2.118033988749895 3, 8 13 3.3614199800276876 4, 12 14 6.212162364467155 7,"
                + " 11 15 7.790308234858614 9");
        assertMerges(Linkage.WEIGHTED, "0 1 1.0 2, 3 4 1.0 2, 6 7 1.0 2, 2 9 1.2071067811865475 3,"
                + " 5 10 2.118033988749895 3, 8 13 3.0800819793957133 4, 12 14 6.432218744061636 7,"
                + " 11 15 8.42457966432358 9");
        assertMerges(Linkage.WARD, "0 1 1.0 2, 3 4 1.0 2, 6 7 1.0 2, 2 9 1.2909944487358056 3, 5 8 2.23606797749979 2,"
                + " 10 13 4.123105625617661 4, 12 14 11.086242010021335 7, 11 15 12.727298495129553 9");
    }

    private static void assertMerges(Linkage linkage, String expected) {
        MergeTree tree = Points.tree(Points.TIED, linkage);
        String[] steps = expected.split(", ", -1);
        for (int step = 0; step < steps.length; step++) {
            String[] words = steps[step].split(" ", -1);
            assertEquals(words[0] + " " + words[1] + " " + words[3],
                    tree.first()[step] + " " + tree.second()[step] + " " + tree.sizes()[step], linkage + ": " + step);
            assertEquals(Double.parseDouble(words[2]), tree.heights()[step], 1e-15 * tree.heights()[step]);
        }
    }

    @Test
    void hugeAndTinyDistancesLoseNoDigits() {
        Matrix rows = Points.random(30, 2, 4);
        for (Linkage linkage : Linkage.values()) {
            MergeTree plain = Points.tree(rows, linkage);
            for (int exponent : new int[]{1000, -1000}) {
                MergeTree scaled = Points.tree(new Matrix(30, 2,
                        Arrays.stream(rows.values()).map(x -> Math.scalb(x, exponent)).toArray()), linkage);
                assertArrayEquals(plain.first(), scaled.first());
                for (int step = 0; step < 29; step++) {
                    assertEquals(plain.heights()[step], Math.scalb(scaled.heights()[step], -exponent),
                            1e-14 * plain.heights()[step], linkage + " " + exponent);
                }
            }
        }
    }

    /// Two rows at most h apart are in one cluster, and so are those that a way of such steps joins.
    @Test
    void singleLinkageHasTheComponentsOfNearRows() {
        Matrix rows = Points.grid(120, 3, 2);
        DistanceTriangle distances = Points.triangle(rows);
        Partition cut = Points.tree(rows, Linkage.SINGLE).cutAt(1);
        int[] component = java.util.stream.IntStream.range(0, 120).toArray();
        for (int pass = 0; pass < 120; pass++) {
            for (int i = 0; i < 120; i++) {
                for (int j = 0; j < i; j++) {
                    if (distances.get(i, j) <= 1) {
                        component[i] = Math.min(component[i], component[j]);
                        component[j] = component[i];
                    }
                }
            }
        }
        assertArrayEquals(Partition.of(component).clusters(), cut.clusters());
    }

    @Test
    void cutsAreNestedAndHaveAsManyClustersAsAsked() {
        for (Linkage linkage : Linkage.values()) {
            MergeTree tree = Points.tree(Points.grid(60, 2, 7), linkage);
            assertTrue(tree.isMonotone() || !linkage.isReducible());
            for (int k = 1; k <= 60; k++) {
                Partition cut = tree.cut(k);
                assertEquals(k, cut.count());
                Partition finer = tree.cut(Math.min(60, k + 1));
                for (int i = 0; i < 60; i++) {
                    for (int j = 0; j < i; j++) {
                        assertFalse(finer.clusters()[i] == finer.clusters()[j]
                                && cut.clusters()[i] != cut.clusters()[j]);
                    }
                }
            }
            assertEquals(1, tree.cutAt(Arrays.stream(tree.heights()).max().orElseThrow()).count());
            assertEquals(60, tree.cutAt(-1).count());
            int[] order = tree.order().clone();
            Arrays.sort(order);
            assertArrayEquals(java.util.stream.IntStream.range(0, 60).toArray(), order);
        }
    }

    @Test
    void oneRowIsATreeWithoutAMerge() {
        for (Linkage linkage : Linkage.values()) {
            MergeTree tree = Points.tree(Points.random(1, 2, 0), linkage);
            assertEquals(1, tree.leaves());
            assertEquals(1, tree.cut(1).count());
            assertEquals("a;\n", Newick.of(tree, i -> "a", String::valueOf));
        }
    }
}
