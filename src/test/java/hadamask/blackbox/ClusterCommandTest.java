package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Image;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `cluster`: trees, means and dense rows through the command line.
class ClusterCommandTest {
    private static final Path VECTORS = Files.SAMPLES.resolve("vectors.csv");
    private static final Path ALIENS = Files.SAMPLES.resolve("aliens.csv");

    @TempDir
    Path folder;

    private Path towns = Path.of("");

    @BeforeEach
    void writeTheTable() {
        towns = table("towns.csv", "town,x,y|Aa,0,0|Bb,1,0|C c,0,2|Dd,9,9|Ee,9,8|Ff,5,1");
    }

    private Path table(String name, String rows) {
        return Files.write(folder.resolve(name), rows.replace('|', '\n') + "\n");
    }

    private String read(String name) {
        return Files.text(folder.resolve(name));
    }

    @Test
    void rowsGoByTheirLabels() {
        assertEquals("id,cluster\nAa,1\nBb,1\nC c,1\nDd,2\nEe,2\nFf,3\n",
                Run.quietly("cluster", "-k", 3, towns).text());
        assertEquals("row,cluster\n1,1\n2,2\n3,1\n4,1\n", Run.quietly("cluster", "-k", 2, VECTORS).text());
    }

    @Test
    void theNumberOfClustersIsFoundAndSaid() {
        Run run = Run.of("cluster", towns);
        assertEquals("note: DIR/towns.csv: 2 clusters, whose mean silhouette of 0.758 is the largest of 2 to 5"
                + " (choose another number with -k)\n", run.err(folder));
        assertEquals(Run.quietly("cluster", "-k", 2, towns).text(), run.text());
        assertEquals(run.text(), Run.of("cluster", "-k", "auto", towns).text());
    }

    @Test
    void aHeightCutsTheTree() {
        assertEquals("1 1 2 3 3 4", clusters("--height", "1", "--linkage", "single"));
        assertEquals("1 1 1 2 2 3", clusters("--height", "2.0", "--linkage", "single"));
        assertEquals("1 1 1 1 1 1", clusters("--height", "1e9"));
        assertEquals("1 2 3 4 5 6", clusters("--height", "0"));
    }

    private String clusters(Object... options) {
        Object[] arguments = new Object[options.length + 2];
        arguments[0] = "cluster";
        arguments[1] = towns;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return String.join(" ", Run.quietly(arguments).text().lines().skip(1)
                .map(line -> line.split(",", -1)[1]).toList());
    }

    @Test
    void treesAreWrittenForOthers() {
        Path merges = folder.resolve("merges.csv");
        Run.quietly("cluster", towns, "--linkage", "single", "-o", "none", "--newick", folder.resolve("t.nwk"),
                "--merges", merges, "--digits", 4);
        assertEquals("cluster1,cluster2,distance,size\n0,1,1,2\n3,4,1,2\n2,6,2,3\n5,8,4.123,4\n7,9,8.062,6\n",
                read("merges.csv"));
        assertEquals("((Dd:0.5,Ee:0.5):3.531,(Ff:2.062,('C c':1,(Aa:0.5,Bb:0.5):0.5):1.062):1.97);\n",
                read("t.nwk"));
        Run.quietly("cluster", towns, "--linkage", "single", "-o", "none", "--merges", folder.resolve("merges.npy"));
        assertEquals(read("merges.csv").substring("cluster1,cluster2,distance,size\n".length()),
                Run.quietly("hadamard", "--digits", 4, folder.resolve("merges.npy"),
                        table("ones.csv", "1,1,1,1|".repeat(4) + "1,1,1,1")).text());
    }

    @Test
    void aTreeIsDrawn() {
        Path picture = folder.resolve("tree.png");
        Run.quietly("cluster", towns, "-k", 2, "--plot", picture, "-o", "none");
        Image few = Files.image(picture);
        assertEquals(List.of(1200, 960), List.of(few.width(), few.height()));
        Run.quietly("cluster", ALIENS, "-k", 3, "--plot", picture, "-o", "none");
        assertTrue(Files.image(picture).width() == 1200);
    }

    @Test
    void distancesCanBeClusteredThemselves() {
        for (String format : new String[]{"csv", "npy"}) {
            for (String linkage : new String[]{"single", "complete", "average", "weighted"}) {
                Path matrix = folder.resolve("d." + format);
                Run.quietly("distances", "-m", "manhattan", towns, "-o", matrix);
                assertEquals(clusters("-m", "manhattan", "--linkage", linkage, "-k", 3),
                        String.join(" ", Run.quietly("cluster", "--distances", "--linkage", linkage, "-k", 3, matrix)
                                .text().lines().skip(1).map(line -> line.split(",", -1)[1]).toList()));
            }
        }
        byte[] piped = Run.quietly("distances", towns).out();
        assertEquals(Run.quietly("cluster", "-k", 2, "--silhouette", towns).text(),
                Run.withInput(piped, "cluster", "--distances", "-k", 2, "--silhouette").succeeded().text());
        assertEquals(Run.quietly("cluster", "--method", "dbscan", "--radius", 2, "--min-points", 2, towns).text(),
                Run.withInput(piped, "cluster", "--distances", "--method", "dbscan", "--radius", 2, "--min-points", 2)
                        .succeeded().text());
        Run ward = Run.withInput(piped, "cluster", "--distances", "-k", 2, "--linkage", "ward");
        assertEquals("note: --linkage: ward takes the distances of standard input for Euclidean ones\n", ward.err());
    }

    /// The first row and column of such a matrix look like names.
    @Test
    void aMatrixOfDistancesIsNotTakenForOneWithNames() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                text.append(Math.abs(i - j)).append(j < 6 ? ',' : '\n');
            }
        }
        Path matrix = Files.write(folder.resolve("chain.csv"), text.toString());
        assertEquals(7, Run.quietly("cluster", "--distances", "-k", 2, matrix).text().lines().count() - 1);
    }

    @Test
    void roundedDistancesAreSymmetricEnough() {
        Path matrix = table("r.csv", "0,1,2|1,0,2.0000001|2,2,0");
        Run run = Run.of("cluster", "--distances", "-k", 2, matrix);
        assertEquals("note: DIR/r.csv: entries differ from their mirror images by rounding, so those below the"
                + " diagonal count\n", run.err(folder));
        assertEquals("row,cluster\n1,1\n2,1\n3,2\n", run.text());
    }

    @Test
    void meansHaveDistancesAndFiles() {
        Path means = folder.resolve("means.csv");
        assertEquals("id,cluster,distance\nAa,1,0.7454\nBb,1,0.9428\nC c,1,1.374\nDd,2,0.5\nEe,2,0.5\nFf,3,0\n",
                Run.quietly("cluster", "--method", "kmeans", "-k", 3, towns, "--means", means, "--digits", 4).text());
        assertEquals("cluster,x,y\n1,0.3333,0.6667\n2,9,8.5\n3,5,1\n", read("means.csv"));
        byte[] one = Run.quietly("cluster", "--method", "kmeans", "-k", 9, ALIENS, "-j", 1).out();
        assertArrayEquals(one, Run.quietly("cluster", "--method", "kmeans", "-k", 9, ALIENS, "-j", 4).out());
        Run.quietly("cluster", "-k", 2, towns, "--means", means, "-o", "none");
        assertTrue(read("means.csv").startsWith("cluster,x,y\n1,1.5,0.75\n2,9,8.5\n"), read("means.csv"));
    }

    /// Mahalanobis: the rows are whitened; standardized: divided by deviations.
    @Test
    void meansGoByEuclideanDistancesOfOtherColumns() {
        Path white = folder.resolve("white.csv");
        Run.quietly("whiten", ALIENS, "-o", white);
        assertEquals(column(Run.quietly("cluster", "--method", "kmeans", "-k", 4, white)),
                column(Run.quietly("cluster", "--method", "kmeans", "-k", 4, "-m", "mahalanobis", ALIENS)));
        Path scaled = folder.resolve("scaled.csv");
        Run.quietly("hadamard", towns, table("w.csv", "2,1|".repeat(5) + "2,1"), "-o", scaled);
        assertEquals(column(Run.quietly("cluster", "--method", "kmeans", "-k", 3, scaled)),
                column(Run.quietly("cluster", "--method", "kmeans", "-k", 3, "--weights", "4,1", towns)));
        assertEquals(column(Run.quietly("cluster", "--method", "kmeans", "-k", 3, "-m", "seuclidean", scaled)),
                column(Run.quietly("cluster", "--method", "kmeans", "-k", 3, "-m", "seuclidean", towns)));
    }

    private static List<String> column(Run run) {
        return run.text().lines().map(line -> line.split(",", -1)[1]).toList();
    }

    @Test
    void denseRowsHaveClustersAndOthersNone() {
        assertEquals("id,cluster,core\nAa,1,1\nBb,1,0\nC c,1,0\nDd,0,0\nEe,0,0\nFf,0,0\n",
                Run.quietly("cluster", "--method", "dbscan", "--radius", 2, "--min-points", 3, towns).text());
        Run told = Run.of("cluster", "--method", "dbscan", "--radius", 2, "--min-points", 3, towns, "-v");
        assertTrue(told.err().contains(": 1 cluster of 3 rows, 3 in none\n"), told.err());
    }

    @Test
    void anyMetricOfDistancesWillDo() {
        assertEquals("row,cluster\n1,1\n2,1\n3,2\n", Run.quietly("cluster", "-m", "levenshtein", "-k", 2,
                "--headers", "--columns", "name", table("names.csv", "name|anna|anne|bert")).text());
        Path sets = table("sets.csv", "1,0,1|1,0,1|0,1,0");
        assertEquals("row,cluster\n1,1\n2,1\n3,2\n",
                Run.quietly("cluster", "-n", "-m", "jaccard", "-k", 2, "--linkage", "complete", sets).text());
        assertEquals("row,cluster\n1,1\n2,1\n4,2\n", Run.of("cluster", "-n", "-k", 2, "--missing", "drop",
                table("m.csv", "1,0|1,1|,5|9,9")).text());
    }

    @Test
    void mergesThatGoDownAreSaid() {
        Path triangle = table("t.csv", "0,0|1,0|0.5,0.9");
        Run run = Run.of("cluster", "-n", "-k", 2, "--linkage", "centroid", triangle, "--digits", 4, "--newick",
                folder.resolve("t.nwk"));
        assertEquals("note: --linkage: centroid has merges that are lower than those before them, whose branches are"
                + " negative\n", run.err());
        assertEquals("(3:0.45,(1:0.5,2:0.5):-0.05);\n", read("t.nwk"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--linkage ward -m cosine | 2 | --metric: cosine does not go with --linkage ward, expected euclidean, seuclidean"
                + " or mahalanobis",
        "--method kmeans -k 2 -m manhattan | 2 | --metric: manhattan does not go with --method kmeans, expected"
                + " euclidean, seuclidean or mahalanobis",
        "--linkage median --missing pairwise | 2 | --missing: pairwise does not go with --linkage median, expected drop",
        "--method kmeans | 2 | --clusters: is missing, expected how many clusters kmeans shall find",
        "--method kmeans -k auto | 2 | --clusters: auto is for trees, expected how many clusters kmeans shall find",
        "--method dbscan | 2 | --radius: is missing, expected the largest distance of neighbours for dbscan",
        "--method dbscan --radius 1 -k 2 | 2 | --clusters: does not go with --method dbscan, which finds as many as"
                + " there are",
        "--radius 1 | 2 | --radius: is for dbscan, it does not go with --method hierarchical",
        "-k 2 --height 3 | 2 | --height: does not go with --clusters",
        "-o none | 2 | --output: none leaves nothing to do, expected --newick, --merges, --means or --plot with it",
        "--method dbscan --radius 1 --plot x.png | 2 | --plot: is for a tree, expected --method hierarchical",
        "-m euclidean,cosine | 2 | --metric: clusters go by one metric, expected one",
        "--distances -m cosine | 2 | --metric: needs rows, it does not go with --distances",
        "--distances --means x.csv | 2 | --means: needs rows, it does not go with --distances",
        "--distances | 1 | DIR/towns.csv: has 6 rows and 2 columns, expected a square matrix of distances (leave"
                + " --distances away if these are rows; --headers, --no-headers and --id say what names are)",
        "-k 7 | 1 | DIR/towns.csv: has 6 rows, expected at least 7 for as many clusters (use a smaller --clusters)",
        "--method kmeans -k 7 | 1 | DIR/towns.csv: has 6 different rows, expected at least 7 for as"
                + " many clusters (use a smaller --clusters)",
        "--merges x.png | 2 | --merges: the ending of x.png names no format that can be written, expected .csv, .tsv, .json or .npy"})
    void whatDoesNotGoTogetherIsRefused(String options, int status, String message) {
        List<Object> arguments = new java.util.ArrayList<>(List.of("cluster", towns));
        arguments.addAll(List.of(options.split(" ", -1)));
        Run run = Run.of(arguments.toArray());
        assertEquals("hadamask: " + message + (status == 2 ? " (see hadamask cluster --help)" : "") + "\n",
                run.err(folder));
        assertEquals(status, run.status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "0,1|2,0; row 1, column 1: x",
        "0,1|1,5; row 2, column 2: is 5, expected 0: a row has no distance to itself (of similarities s write the"
                + " distances, such as 1 - s)",
        "0,-1|-1,0; row 1, column 2: is -1, expected a distance, a finite number from 0",
        "0,inf|inf,0; row 1, column 2: is inf, expected a distance, a finite number from 0"})
    void whatIsNoMatrixOfDistancesIsRefused(String rows, String message) {
        Run run = Run.of("cluster", "--distances", "-n", table("m.csv", rows));
        String expected = message.endsWith("x")
                ? "row 2, column 1: is 2, but the other way round 1, expected a symmetric matrix"
                : message;
        assertEquals("hadamask: DIR/m.csv: " + expected + "\n", run.err(folder));
        assertEquals(1, run.status());
    }

    @Test
    void rowsWithoutADistanceAreRefused() {
        Run run = Run.of("cluster", "-n", "--missing", "nan", table("m.csv", "1,2|,3|4,5"));
        assertEquals("hadamask: DIR/m.csv: row 1 and row 2: their distance is nan, expected a number: no cluster has a"
                + " distance to such rows (leave one of them out)\n", run.err(folder));
        Run means = Run.of("cluster", "-n", "--missing", "nan", "--method", "kmeans", "-k", 2,
                table("m.csv", "1,2|,3|4,5"));
        assertEquals("hadamask: DIR/m.csv: row 2, column 1: is missing, expected a finite number for a mean (leave rows"
                + " with a missing value out with --missing drop)\n", means.err(folder));
        byte[] names = ",a,b\na,0,1\nc,1,0\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "hadamask: standard input: row 2 is called \"c\", but column 2 \"b\", expected the same names in the"
                        + " same order\n",
                Run.withInput(names, "cluster", "--distances").err());
    }
}
