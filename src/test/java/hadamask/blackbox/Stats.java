package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers that `--stats` wrote of one picture.
///
/// @param json one line
record Stats(String json) {
    /// Segments a picture with one kind of foreground.
    ///
    /// @param work a folder for what is not looked at
    /// @param mask where the mask goes
    static Stats run(Path picture, Path work, String foreground, Path mask, Object... options) {
        Path stats = work.resolve("stats.json");
        List<Object> args = new ArrayList<>(
                List.of("segment", "-q", picture, "-o", work.resolve("cutout.ppm"), "--mask", mask,
                        "--stats", stats, "--foreground", foreground));
        args.addAll(Arrays.asList(options));
        Run.quietly(args.toArray());
        return new Stats(Files.text(stats));
    }

    /// All values that a name has, in their order.
    static List<Double> numbers(String json, String name) {
        Matcher found = Pattern.compile('"' + name + "\" ?: ?(-?[0-9.eE+-]+)").matcher(json);
        return found.results().map(result -> Double.valueOf(result.group(1))).toList();
    }

    List<Double> numbers(String name) {
        return numbers(json, name);
    }

    double number(String name) {
        return numbers(name).getFirst();
    }

    /// Asserts that the clusters are those of a reference: its centroids, sizes and sum of squares.
    void assertOptimum(String reference) {
        assertTrue(json.contains("\"globalOptimum\":true"), json);
        assertEquals(numbers(reference, "darkCentroid").getFirst(), numbers("centroid").getFirst(), 1e-12);
        assertEquals(numbers(reference, "brightCentroid").getFirst(), numbers("centroid").getLast(), 1e-12);
        assertEquals(numbers(reference, "darkPixels").getFirst(), numbers("pixels").getFirst());
        assertEquals(numbers(reference, "brightPixels").getFirst(), numbers("pixels").getLast());
        double wcss = numbers(reference, "wcss").getFirst();
        assertEquals(wcss, number("wcss"), 1e-9 * wcss);
    }
}
