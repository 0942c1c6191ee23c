package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Image;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Covariances that outliers do not spoil, adjusted probabilities and pictures, through the command line.
class RobustCommandsTest {
    private static final Path ALIENS = Files.SAMPLES.resolve("aliens.csv");

    @TempDir
    Path folder;

    private Path masked = Path.of("");

    /// 60 rows of three columns, of which 20 lie together far away.
    @BeforeEach
    void writeTheTable() {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("id,a,b,c\n");
        for (int i = 0; i < 60; i++) {
            int far = i < 20 ? 30 : 0;
            text.append('r').append(i).append(',').append(far + random.nextGaussian()).append(',')
                    .append(far + random.nextGaussian()).append(',').append(random.nextGaussian()).append('\n');
        }
        masked = Files.write(folder.resolve("masked.csv"), text.toString());
    }

    private double[][] distances(Object... options) {
        Object[] arguments = new Object[options.length + 2];
        arguments[0] = "mahalanobis";
        arguments[1] = masked;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Run.quietly(arguments).text().lines().skip(1)
                .map(line -> Arrays.stream(line.split(",", -1)).skip(1).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void outliersThatHideThemselvesAreFound() {
        double[][] classic = distances();
        double[][] robust = distances("--cov-method", "mcd");
        for (int i = 0; i < 60; i++) {
            assertEquals(i < 20, robust[i][0] > 15);
            assertTrue(classic[i][0] < 4);
        }
    }

    @Test
    void everyCommandWithACovarianceHasTheMethods() {
        for (String method : new String[]{"mcd", "ledoit-wolf", "oas"}) {
            String s = Run.quietly("covariance", "--cov-method", method, masked).text();
            Path matrix = Files.write(folder.resolve("s.csv"), s);
            double[][] byMatrix = TableTexts.numbers(Run.quietly("distances", "-m", "mahalanobis", "--shape",
                    "condensed", "--cov", matrix, masked).text(), ",");
            double[][] byMethod = TableTexts.numbers(Run.quietly("distances", "-m", "mahalanobis", "--shape",
                    "condensed", "--cov-method", method, masked).text(), ",");
            for (int k = 0; k < byMatrix.length; k++) {
                assertArrayEquals(byMatrix[k], byMethod[k], 1e-9 * byMatrix[k][0]);
            }
            Path white = folder.resolve("white.csv");
            Run.quietly("whiten", "--cov-method", method, masked, "-o", white);
            double[][] whitened = TableTexts.numbers(
                    Run.quietly("distances", "--shape", "condensed", white).text(), ",");
            assertEquals(byMethod[0][0], whitened[0][0], 1e-9 * byMethod[0][0]);
            assertTrue(Run.quietly("axes", "--cov-method", method, masked).text().startsWith("axis,eigenvalue"));
        }
    }

    /// As scikit-learn 1.2.1 has it: `LedoitWolf().fit(rows).covariance_` of the sample.
    @Test
    void covarianceOfLedoitAndWolf() {
        double[][] s = Arrays
                .stream(Run.quietly("covariance", "--cov-method", "ledoit-wolf", ALIENS).text().lines()
                        .toArray(String[]::new))
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1)).skip(1).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
        assertEquals(2.255872607362196, s[0][0], 1e-12);
        assertEquals(2.0628703496405927, s[0][1], 1e-12);
        String correlation = Run.quietly("covariance", "--correlation", "--cov-method", "ledoit-wolf", ALIENS).text();
        assertTrue(correlation.contains("height,1,0."), correlation);
    }

    @Test
    void fewRowsNeedNoRidge() {
        Path thin = Files.write(folder.resolve("thin.csv"), TableTexts.normal(5, 12, 4, false));
        assertTrue(Run.of("mahalanobis", thin).err().contains("5 rows are too few"));
        for (String method : new String[]{"ledoit-wolf", "oas"}) {
            assertEquals(6, Run.quietly("mahalanobis", "--cov-method", method, thin).text().lines().count());
        }
    }

    @Test
    void probabilitiesAreAdjusted() {
        String text = Run.quietly("mahalanobis", "--adjust", "bh", masked).text();
        assertTrue(text.startsWith("id,distance,p,p_adjusted\n"), text);
        for (double[] row : distances("--adjust", "bonferroni")) {
            assertEquals(Math.min(1, 60 * row[1]), row[2], 1e-12);
        }
        double[][] holm = distances("--adjust", "holm", "--cov-method", "mcd");
        for (int i = 0; i < 60; i++) {
            assertEquals(i < 20, holm[i][2] < 1e-6);
        }
        Path gaps = Files.write(folder.resolve("gaps.csv"), "x,y\n1,2\n2,5\n,4\n4,1\n3,7\n");
        String missing = Run.quietly("mahalanobis", "--missing", "nan", "--adjust", "bh", gaps).text();
        assertTrue(missing.startsWith("row,distance,p,p_adjusted\n") && missing.contains("\n3,nan,nan,nan\n"), missing);
    }

    private Image picture(String name) {
        return Files.image(folder.resolve(name));
    }

    @Test
    void anyTwoColumnsAreDrawn() {
        Run.quietly("mahalanobis", masked, "--plot", folder.resolve("ab.png"), "--axes", "a,b", "-o", "none");
        Run.quietly("mahalanobis", masked, "--plot", folder.resolve("cb.png"), "--axes", "4,b", "-o", "none");
        Run.quietly("mahalanobis", masked, "--plot", folder.resolve("names.png"), "--axes", "c,3", "-o", "none");
        assertEquals(1200, picture("ab.png").width());
        assertEquals(960, picture("ab.png").height());
        assertFalse(Arrays.equals(Files.read(folder.resolve("ab.png")), Files.read(folder.resolve("cb.png"))));
        assertArrayEquals(Files.read(folder.resolve("names.png")), Files.read(folder.resolve("cb.png")));
    }

    @Test
    void squaredDistancesAreDrawnAgainstChiSquare() {
        Run.quietly("mahalanobis", masked, "--qq", folder.resolve("q.png"), "-o", "none");
        Run.quietly("mahalanobis", masked, "--cov-method", "mcd", "--qq", folder.resolve("robust.png"), "-o", "none");
        int classic = reddish(picture("q.png"));
        int robust = reddish(picture("robust.png"));
        assertTrue(robust > 150 + classic, () -> classic + " " + robust);
    }

    /// How many pixels are of the colour of outliers.
    private static int reddish(Image image) {
        int count = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int red = Math.max(image.sample(x, y, 0), image.sample(x, y, 2)); // in either order
                count += red > 180 && image.sample(x, y, 1) < 120 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertRefused("--support: is for --cov-method mcd", "--support", 0.7);
        assertRefused("--support: '0.3' was found, expected a share of the rows, a number from 0.5 to 1",
                "--cov-method",
                "mcd", "--support", 0.3);
        assertRefused("--ddof: does not go with --cov-method mcd, which has factors of its own", "--cov-method", "mcd",
                "--ddof", 0);
        assertRefused("--ridge: does not go with --cov-method oas, which has a ridge of its own", "--cov-method", "oas",
                "--ridge", 1);
        assertRefused("--cov: does not go with --cov-method: the covariance is given", "--cov-method", "mcd", "--cov",
                "s.csv");
        assertRefused("--axes: are those of --plot, expected --plot FILE.png with it", "--axes", "a,b");
        assertRefused("--axes: 'a' was found, expected two columns such as 1,3 or height,weight", "--axes", "a");
        assertRefused("--qq: x.pdf is not a name for a picture, expected one that ends in .png", "--qq", "x.pdf");
        assertRefused("--qq: x.png is also the name of --plot, expected another one", "--qq", "x.png", "--plot",
                "x.png", "--axes", "a,b");
        assertEquals("hadamask: DIR/masked.csv: has no column \"z\" among those read, expected one for --axes\n",
                Run.of("mahalanobis", masked, "--plot", folder.resolve("x.png"), "--axes", "a,z").err(folder));
        assertEquals("hadamask: DIR/masked.csv: has one column for both --axes, \"a\", expected two\n",
                Run.of("mahalanobis", masked, "--plot", folder.resolve("x.png"), "--axes", "a,2").err(folder));
        assertEquals("hadamask: --missing: pairwise does not go with --cov-method oas, expected nan or drop: rows count"
                + " as a whole (see hadamask covariance --help)\n",
                Run.of("covariance", "--cov-method", "oas", "--missing", "pairwise", masked).err());
        Path few = Files.write(folder.resolve("few.csv"), "x,y,z\n1,2,3\n2,5,1\n4,4,4\n");
        assertEquals("hadamask: DIR/few.csv: has 3 rows, expected at least 6 for the minimum determinant of 3 columns"
                + " (choose fewer columns with --columns, or --cov-method ledoit-wolf)\n",
                Run.of("mahalanobis", "--cov-method", "mcd", few).err(folder));
        assertEquals("hadamask: --metric: euclidean has no covariance, expected mahalanobis with --cov-method"
                + " (see hadamask distances --help)\n", Run.of("distances", "--cov-method", "mcd", few).err());
    }

    private void assertRefused(String expected, Object... options) {
        Object[] arguments = new Object[options.length + 2];
        arguments[0] = "mahalanobis";
        arguments[1] = masked;
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertEquals("hadamask: " + expected + " (see hadamask mahalanobis --help)\n", Run.of(arguments).err());
    }
}
