package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.distance.Measure;
import hadamask.distance.Metrics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several measures in one run, and what metrics refuse, through the command line.
class SeveralMetricsTest {
    private static final Path VECTORS = Files.SAMPLES.resolve("vectors.csv");

    @TempDir
    Path folder;

    @Test
    void aColumnForEachMeasure() {
        assertEquals("""
                id1,id2,l2,manhattan
                1,2,5.196152422706632,9
                1,3,3.605551275463989,5
                1,4,3.3166247903554,5
                2,3,8.366600265340756,14
                2,4,8.246211251235321,14
                3,4,1.4142135623730951,2
                """, Run.quietly("distances", "-m", "L2,manhattan", VECTORS).text());
        assertEquals("""
                [
                {"id1":1,"id2":2,"cosine":0.97,"dot":32},
                """, Run.quietly("similarity", "-m", "cosine,dot", "-f", "json", "--digits", 2, VECTORS).text()
                .lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
        assertTrue(Run.quietly("distances", "-m", "euclidean,cosine", "-f", "tsv", VECTORS).text()
                .startsWith("id1\tid2\teuclidean\tcosine\n1\t2\t"));
    }

    /// Tables of more rows than a tile: of one table each pair once, of two all pairs.
    @Test
    void eachColumnIsWhatTheMeasureGivesAlone() {
        Path table = Files.write(folder.resolve("a.csv"), TableTexts.normal(300, 5, 3, false));
        Path other = Files.write(folder.resolve("b.csv"), TableTexts.normal(270, 5, 4, false));
        for (Object[] tables : new Object[][]{{table}, {table, "--with", other}, {other, "--with", table}}) {
            double[][] both = numbers(tables, "correlation,mahalanobis");
            double[][] first = numbers(tables, "correlation");
            double[][] second = numbers(tables, "mahalanobis");
            assertEquals(tables.length == 1 ? 300 * 299 / 2 : 300 * 270, both.length);
            for (int k = 0; k < both.length; k++) {
                assertArrayEquals(new double[]{first[k][0], first[k][1], first[k][2], second[k][2]}, both[k]);
            }
        }
    }

    private static double[][] numbers(Object[] tables, String metrics) {
        Object[] arguments = new Object[tables.length + 5];
        System.arraycopy(new Object[]{"distances", "-m", metrics, "--shape", "long"}, 0, arguments, 0, 5);
        System.arraycopy(tables, 0, arguments, 5, tables.length);
        String text = Run.quietly(arguments).text();
        return TableTexts.numbers(text.substring(text.indexOf('\n') + 1), ",");
    }

    @Test
    void whatGoesByOneMeasureIsRefused() {
        assertRefused("--knn: goes by one measure, it does not go with several in --metric", "--knn", 2);
        assertRefused("--max-distance: goes by one measure, it does not go with several in --metric",
                "--max-distance", 2);
        assertRefused("--shape: square does not go with several measures, expected long", "--shape", "square");
        assertRefused("--format: npy does not hold the shape long", "-f", "npy", "-o", "x.npy");
        assertRefused("--heatmap: shows a matrix, it does not go with several measures", "--heatmap", "x.png");
        assertEquals("hadamask: --metric: 'l1,manhattan' was found, expected each measure once"
                + " (see hadamask distances --help)\n", Run.of("distances", "-m", "l1,manhattan", VECTORS).err());
    }

    private static void assertRefused(String expected, Object... options) {
        Object[] arguments = new Object[options.length + 4];
        System.arraycopy(new Object[]{"distances", "-m", "euclidean,cosine", VECTORS}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        assertEquals("hadamask: " + expected + " (see hadamask distances --help)\n", Run.of(arguments).err());
    }

    @Test
    void numbersOutsideOfTheDomainAreNamedByRowAndColumn() {
        Path table = Files.write(folder.resolve("d.csv"), "id,x,y\na,1,0\nb,0,0.5\nc,1,-1\n");
        assertOutside(table, "dice", "row 3 (\"b\"), column \"y\": 0.5 was found, expected 0 or 1 for dice");
        assertOutside(table, "chi2", "row 4 (\"c\"), column \"y\": -1 was found, expected a number from 0 on for chi2");
        Path places = Files.write(folder.resolve("p.csv"), "id,lat,lon\na,52,13\nb,91,0\n");
        assertOutside(places, "haversine",
                "row 3 (\"b\"), column \"lat\": 91 was found, expected a latitude from -90 to"
                        + " 90 and a longitude from -360 to 360 degrees for haversine");
        Path empty = Files.write(folder.resolve("e.csv"), "id,x,y\na,1,0\nb,0,0\n");
        assertOutside(empty, "hellinger", "row 3 (\"b\"): all numbers are 0, so there is no distribution"
                + " (use --zero-vector nan or 0)");
    }

    private void assertOutside(Path table, String metric, String expected) {
        assertEquals("hadamask: DIR/" + table.getFileName() + ": " + expected + "\n",
                Run.of("distances", "-m", metric, table).err(folder));
    }

    @Test
    void placesAreALatitudeAndALongitude() {
        Path places = Files.write(folder.resolve("p.csv"), "city,lat,lon\nBerlin,52.520008,13.404954\n"
                + "Paris,48.8566969,2.3514616\n");
        assertEquals("Berlin,Paris,877.5022\n", Run.quietly("distances", "-m", "haversine", "--shape", "long",
                "--digits", 7, places).text().lines().toList().getLast() + "\n");
        assertEquals("Berlin,Paris,0.1377336\n", Run.quietly("distances", "-m", "haversine", "--shape", "long",
                "--radius", 1, "--digits", 7, places).text().lines().toList().getLast() + "\n");
        assertEquals("hadamask: DIR/p.csv: column \"lon\" stands before column \"lat\", expected the latitude first"
                + " (choose them with --columns lat,lon)\n",
                Run.of("distances", "-m", "haversine", "--columns", "lon,lat", places).err(folder));
        assertEquals("hadamask: DIR/p.csv: has 1 column, expected a latitude and a longitude"
                + " (choose two with --columns)\n",
                Run.of("distances", "-m", "haversine", "--columns", "lat", places).err(folder));
        for (String names : new String[]{"Latitude,Longitude", "geo_lat,geo_lng", "decimalLatitude,decimalLongitude"}) {
            Run.quietly("distances", "-m", "haversine", "--shape", "condensed", table("named.csv", names + "|1,2|3,4"));
            String[] two = names.split(",", -1);
            assertEquals("hadamask: DIR/swapped.csv: column \"" + two[1] + "\" stands before column \"" + two[0]
                    + "\", expected the latitude first (choose them with --columns " + two[0] + "," + two[1] + ")\n",
                    Run.of("distances", "-m", "haversine", table("swapped.csv", two[1] + "," + two[0] + "|120,2|3,4"))
                            .err(folder));
        }
        assertEquals(
                "note: DIR/plain.csv: column \"x\" was taken as the latitude and column \"plateau\" as the longitude"
                        + " (if it is the other way round, say --columns plateau,x)\n",
                Run.of("distances", "-m", "haversine", table("plain.csv", "x,plateau|1,2|3,4")).err(folder));
        assertEquals("note: DIR/bare.csv: column 1 was taken as the latitude and column 2 as the longitude"
                + " (if it is the other way round, say --columns 2,1)\n",
                Run.of("distances", "-m", "haversine", table("bare.csv", "1.5,2|3,4")).err(folder));
        assertEquals("hadamask: --radius: is that of haversine, it does not go with euclidean"
                + " (see hadamask distances --help)\n", Run.of("distances", "--radius", 1, places).err());
    }

    /// The help and the reference page know every measure, and the page its formula, an example, and the source.
    @Test
    void everyMeasureIsInTheHelpAndOnThePage() {
        String page = Files.text(Launched.PROJECT.resolve("src/site/markdown/metrics.md"));
        Set<String> shown = Pattern.compile("(?m)^(?:printf .* \\| )?(?:distances|similarity) .*?-m ([a-z0-9,-]+)")
                .matcher(page)
                .results().flatMap(found -> Stream.of(found.group(1).split(",", -1))).collect(Collectors.toSet());
        String sources = page.substring(page.indexOf("### Sources"), page.indexOf("### Several in one run"));
        for (String command : List.of("distances", "similarity")) {
            String help = Run.of(command, "--help").text();
            List<Measure> all = command.equals("distances") ? Metrics.distances() : Metrics.similarities();
            for (Measure measure : all) {
                for (String name : measure.names()) {
                    assertTrue(Arrays.asList(help.split("[^a-z0-9-]+", -1)).contains(name), () -> command + " " + name);
                    assertTrue(page.contains("`" + name + "`"), () -> "the page has no " + name);
                }
                String name = measure.names().getFirst();
                assertTrue(shown.contains(name), () -> "the page has no example of " + name);
                assertTrue(sources.contains("`" + name + "`"), () -> "the page has no source of " + name);
                assertTrue(page.contains("`" + measure.formula() + "`"), () -> "the page has no " + measure.formula());
            }
        }
    }

    private Path table(String name, String rows) {
        return Files.write(folder.resolve(name), rows.replace('|', '\n') + "\n");
    }
}
