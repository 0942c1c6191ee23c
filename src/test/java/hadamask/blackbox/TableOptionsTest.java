package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Options of the table commands that cannot be meant: one line says what was found and what was expected, exit status 2.
class TableOptionsTest {
    @TempDir
    Path folder;

    private Path good = Path.of("");

    @BeforeEach
    void aGoodTable() {
        good = Files.write(folder.resolve("good.csv"), "a,b\n1,2\n3,5\n4,1\n");
    }

    private Run run(String command, String options) {
        List<Object> args = new ArrayList<>(List.of(command, good));
        for (String word : options.split(" ", -1)) {
            args.add(word.equals("EMPTY") ? "" : word.replace("DIR", folder.toString()));
        }
        return Run.of(args.toArray());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "distances > --weights 1 > --weights: has 1 weight, expected one for each of the 2 columns of DIR/good.csv",
        "similarity > --weights 1,2,3 > --weights: has 3 weights, expected one for each of the 2 columns of DIR/good.csv",
        "distances > --weights=-1,2 > --weights: '-1' was found, expected a weight, a number from 0",
        "distances > --weights nan,1 > --weights: 'nan' was found, expected a weight, a number from 0",
        "distances > --weights inf,1 > --weights: 'inf' was found, expected a weight, a number from 0",
        "distances > --weights 1,2d > --weights: '2d' was found, expected a weight, a number from 0",
        "distances > --weights 0,0 > --weights: '0,0' was found, expected a weight above 0",
        "distances > -m minkowski --p 0 > --p: '0' was found, expected a number above 0, or inf",
        "distances > -m minkowski --p=-2 > --p: '-2' was found, expected a number above 0, or inf",
        "distances > -m minkowski --p nan > --p: 'nan' was found, expected a number above 0, or inf",
        "distances > -m minkowski --p 0x1p1 > --p: '0x1p1' was found, expected a number above 0, or inf",
        "distances > --p 3 > --p: is the order of minkowski, it does not go with euclidean",
        "distances > --delimiter e > --delimiter: 'e' was found, expected a character such as ; or tab",
        "distances > --knn 0 > --knn: '0' was found, expected a number from 1 to 2147483647",
        "distances > --knn 99999999999 > --knn: '99999999999' was found, expected a number from 1 to 2147483647",
        "distances > --max-distance=-1 > --max-distance: '-1' was found, expected a distance, a number from 0",
        "distances > --max-distance nan > --max-distance: 'nan' was found, expected a distance, a number from 0",
        "similarity > --min-similarity nan > --min-similarity: 'nan' was found, expected a number",
        "similarity > --max-distance 1 > --max-distance: there is no such option",
        "distances > --columns EMPTY > --columns: '' was found, expected columns such as 1,3-5 or a-d",
        "distances > --pinv > --metric: euclidean has no covariance, expected mahalanobis with --pinv",
        "distances > --ridge 1 > --metric: euclidean has no covariance, expected mahalanobis with --ridge",
        "distances > -m seuclidean --ddof 0 > --metric: seuclidean has no covariance, expected mahalanobis with --ddof",
        "distances > --cov DIR/good.csv > --metric: euclidean has no covariance, expected mahalanobis with --cov",
        "distances > --output DIR/good.csv > --output: DIR/good.csv is also an input, expected another name",
        "distances > --heatmap DIR/good.csv > --heatmap: DIR/good.csv is not a name for a picture, expected one that ends in .png",
        "axes > --ddof 2 > --ddof: '2' was found, expected 0 or 1",
        "whiten > --method svd > --method: 'svd' was found, expected pca, zca or cholesky",
        "mahalanobis > --knn 3 > --knn: there is no such option"})
    void aValueThatCannotBeMeantIsWrongUsage(String command, String options, String expected) {
        Map<String, Long> before = Files.contents(folder);
        Run run = run(command, options);
        assertEquals("hadamask: " + expected + " (see hadamask " + command + " --help)\n",
                run.err(folder));
        assertEquals(2, run.status());
        assertEquals("", run.text());
        assertEquals(before, Files.contents(folder));
    }

    @Test
    void boundsMayBeInfinite() {
        assertEquals(run("distances", "--shape long").text(),
                run("distances", "--max-distance inf").succeeded().text());
        assertEquals(run("similarity", "--shape long").text(),
                run("similarity", "--min-similarity -inf").succeeded().text());
    }

    @Test
    void moreNeighboursThanRowsAreAllOfThem() {
        assertEquals("""
                id1,id2,distance
                1,3,3.1622776601683795
                1,2,3.605551275463989
                2,1,3.605551275463989
                2,3,4.123105625617661
                3,1,3.1622776601683795
                3,2,4.123105625617661
                """, run("distances", "--knn 100").succeeded().text());
    }
}
