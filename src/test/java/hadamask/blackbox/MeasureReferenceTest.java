package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What `measure` says of regions equals what scikit-image says of them, up to rounding:
/// `src/test/resources/hadamask/blackbox/README.md` says how the expected numbers were made.
class MeasureReferenceTest {
    private static final Path OUTSIDE = Path.of(System.getProperty("conformance", "../shared/conformance"));
    private static final double CLOSE = 1e-9;
    /// Columns that are the same in both, by their names in both.
    private static final Map<String, String> SAME = Map.ofEntries(Map.entry("area", "area"),
            Map.entry("perimeter", "perimeter"), Map.entry("x", "left"), Map.entry("y", "top"),
            Map.entry("centroid_x", "column"), Map.entry("centroid_y", "row"),
            Map.entry("equivalent_diameter", "equivalent_diameter_area"), Map.entry("major_axis", "axis_major_length"),
            Map.entry("minor_axis", "axis_minor_length"), Map.entry("eccentricity", "eccentricity"),
            Map.entry("solidity", "solidity"), Map.entry("gray_mean", "mean"), Map.entry("gray_sd", "deviation"));

    /// The rows of a CSV of numbers, by the names of their columns.
    private static List<Map<String, Double>> rows(String csv) {
        List<String> lines = csv.lines().toList();
        String[] names = lines.getFirst().split(",", -1);
        List<Map<String, Double>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertEquals(names.length, cells.length, line);
            Map<String, Double> row = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i].equals("nan") ? Double.NaN : Double.parseDouble(cells[i]));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String resource(String name) {
        try (InputStream in = MeasureReferenceTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertMeasured(String resource, int regions, Path mask, Path image) {
        List<Map<String, Double>> expected = rows(resource(resource));
        List<Map<String, Double>> found = rows(Run.quietly("measure", mask, image).text());
        assertEquals(regions, found.size());
        assertEquals(regions, expected.size());
        for (int i = 0; i < regions; i++) {
            Map<String, Double> ours = found.get(i);
            Map<String, Double> theirs = expected.get(i);
            SAME.forEach((name, theirName) -> assertEquals(number(theirs, theirName), number(ours, name), CLOSE,
                    () -> name + " of " + ours));
            assertEquals(number(theirs, "right") - number(theirs, "left"), number(ours, "width"));
            assertEquals(number(theirs, "bottom") - number(theirs, "top"), number(ours, "height"));
            assertOrientation(number(theirs, "orientation"), number(ours, "orientation_deg"), ours);
        }
    }

    private static double number(Map<String, Double> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    /// The formula of the reference page. Where there is no direction, scikit-image says pi/4; where both variances are
    /// equal, 0.19 has the other sign.
    private static void assertOrientation(double theirs, double degrees, Map<String, Double> row) {
        if (Double.isNaN(degrees)) {
            assertEquals(Math.PI / 4, theirs, row::toString);
            return;
        }
        double fromColumns = Math.toRadians(degrees > 0 ? degrees - 90 : degrees + 90);
        assertEquals(theirs, Math.abs(degrees) == 45 ? -fromColumns : fromColumns, CLOSE, row::toString);
    }

    @Test
    void theCellsMeasureWhatTheReferenceMeasures() {
        assertMeasured("cells-regions.csv", 40, Files.SAMPLES.resolve("truth/cells.png"),
                Files.SAMPLES.resolve("cells.tif"));
    }

    @Test
    void whatIsMeasuredOnRequestIsWhatTheReferenceMeasures() {
        List<Map<String, Double>> expected = rows(resource("cells-more.csv"));
        List<Map<String, Double>> found = rows(Run.quietly("measure", Files.SAMPLES.resolve("truth/cells.png"),
                Files.SAMPLES.resolve("cells.tif"), "--measures", "all").text());
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            Map<String, Double> ours = found.get(i);
            expected.get(i).forEach((name, theirs) -> {
                if (name.equals("feret_diameter_max")) { // between the middles of the sides of the pixels of its hull, not corners
                    double more = number(ours, "feret_max") - theirs;
                    assertTrue(Math.abs(more) <= 1, () -> more + " more of " + ours);
                } else {
                    assertEquals(theirs, number(ours, name), 1e-10 * Math.abs(theirs), () -> name + " of " + ours);
                }
            });
        }
    }

    /// Every column is in one of the tables of the reference, or worked by hand in the test that is named; and the reference page
    /// defines it.
    @Test
    void everyColumnHasItsNumbersAndItsDefinition() {
        Map<String, String> elsewhere = Map.of("label", "MeasureCommandTest", "width", "above", "height", "above",
                "orientation_deg", "above", "feret_max", "above", "feret_min", "MoreMeasuresTest", "touching",
                "MoreMeasuresTest", "red_mean", "RegionIntensitiesTest", "red_sd", "RegionIntensitiesTest");
        Set<String> tested = new TreeSet<>(SAME.keySet());
        tested.addAll(rows(resource("cells-more.csv")).getFirst().keySet());
        tested.addAll(elsewhere.keySet());
        tested.remove("feret_diameter_max");
        Set<String> columns = new TreeSet<>(List.of(Run.of("measure", Files.SAMPLES.resolve("truth/leaf.png"),
                Files.SAMPLES.resolve("leaf.jpg"), "--measures", "all").text().lines().findFirst().orElseThrow()
                .split(",", -1)));
        columns.removeIf(name -> name.matches("(green|blue)_.*")); // as red
        assertEquals(columns, tested);
        String page = Files.text(Path.of(System.getProperty("basedir", ".")).resolve("src/site/markdown/measure.md"));
        columns.removeIf(name -> name.matches("hu_[2-6]")); // `hu_1` ... `hu_7`
        columns.forEach(name -> assertTrue(page.contains("`" + name + "`"), name));
    }

    @Test
    void theCoinsFromOutsideMeasureWhatTheReferenceMeasures() {
        Assumptions.assumeTrue(Files.exists(OUTSIDE.resolve("photographs")),
                () -> "there is no folder " + OUTSIDE.toAbsolutePath().normalize()
                        + ": name it with -Dconformance=DIR");
        assertMeasured("outside-coins-regions.csv", 96, OUTSIDE.resolve("masks/coins-bright-filled.png"),
                OUTSIDE.resolve("photographs/coins.png"));
    }

    @Test
    void theReferenceHasRegionsOfEveryKind() {
        List<Map<String, Double>> coins = rows(resource("outside-coins-regions.csv"));
        assertTrue(coins.stream().anyMatch(row -> number(row, "area") == 1));
        assertTrue(coins.stream().anyMatch(row -> number(row, "area") > 1000));
        assertTrue(coins.stream().anyMatch(row -> number(row, "solidity") < 0.9));
    }
}
