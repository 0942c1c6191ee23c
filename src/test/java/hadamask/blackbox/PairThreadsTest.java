package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The trap: threads reorder or lose rows. `distances` and `similarity` write the same bytes with 1, 2 and 7 threads.
///
/// The tables cross the edges of tiles (256 rows) and of blocks (up to 64 rows).
class PairThreadsTest {
    private static final int ROWS = 261;
    private static final int OTHER_ROWS = 300;

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeTables() {
        for (boolean labelled : new boolean[]{true, false}) {
            Files.write(folder.resolve(name("data", labelled)), TableTexts.normal(ROWS, 5, 1, labelled));
            Files.write(folder.resolve(name("other", labelled)), TableTexts.normal(OTHER_ROWS, 5, 2, labelled));
        }
        Files.write(folder.resolve("long.csv"), TableTexts.normal(2100, 3, 3, false));
    }

    private static String name(String name, boolean labelled) {
        return name + (labelled ? "-labelled.csv" : ".csv");
    }

    /// Everything that is allowed: shapes and formats of one table and of two, the nearest rows, a bound, both.
    static Stream<List<String>> results() {
        List<List<String>> results = new ArrayList<>();
        for (String command : List.of("distances", "similarity")) {
            String bound = command.equals("distances") ? "--max-distance 1.5" : "--min-similarity 0.9";
            for (String options : List.of("--shape square csv tsv json npy phylip",
                    "--shape lower csv tsv json npy phylip", "--shape condensed csv tsv json npy",
                    "--shape long csv tsv json", "--knn 3 csv tsv json", bound + " csv tsv json",
                    "--knn 2 " + bound + " json", "--with --shape square csv tsv json npy",
                    "--with --shape long csv json", "--with --knn 3 csv tsv", "--with " + bound + " csv json")) {
                List<String> words = List.of(options.split(" "));
                List<String> formats = words.stream().filter(word -> word.matches("[a-z]+") && !isShape(word)).toList();
                List<String> rest = words.stream().filter(word -> !formats.contains(word)).toList();
                for (String format : formats) {
                    results.add(Stream.of(List.of(command, "--format", format), rest).flatMap(List::stream).toList());
                }
            }
        }
        return results.stream();
    }

    private static boolean isShape(String word) {
        return List.of("square", "lower", "condensed", "long").contains(word);
    }

    private static byte[] output(List<String> words, boolean labelled, int threads) {
        List<Object> args = new ArrayList<>();
        for (String word : words) {
            args.add(word);
            if (word.equals("--with")) {
                args.add(folder.resolve(name("other", labelled)));
            }
        }
        args.addAll(List.of("--threads", threads, folder.resolve(name("data", labelled))));
        return Run.quietly(args.toArray()).out();
    }

    @ParameterizedTest
    @MethodSource("results")
    void theBytesDoNotDependOnTheThreads(List<String> words) {
        for (boolean labelled : new boolean[]{true, false}) {
            byte[] one = output(words, labelled, 1);
            assertTrue(one.length > 300, () -> words + " gave " + one.length + " bytes");
            assertArrayEquals(one, output(words, labelled, 2));
            assertArrayEquals(one, output(words, labelled, 7));
        }
    }

    /// A file of NumPy is written by all threads at once, a pipe in order.
    @ParameterizedTest
    @ValueSource(strings = {"distances", "similarity"})
    void aNumpyFileOfManyTilesHasTheBytesOfAPipe(String command) {
        Path data = folder.resolve("long.csv");
        byte[] piped = Run.quietly(command, data, "-f", "npy", "-j", 2).out();
        for (int threads : new int[]{1, 2, 7}) {
            Path file = folder.resolve("out.npy");
            Run.quietly(command, data, "-o", file, "-j", threads);
            assertTrue(Arrays.equals(piped, Files.read(file)), () -> threads + " threads");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--with"})
    void aHeatMapHasTheSameBytes(String with) {
        for (String command : List.of("distances", "similarity")) {
            byte[] one = heatMap(command, with, 1);
            assertArrayEquals(one, heatMap(command, with, 2));
            assertArrayEquals(one, heatMap(command, with, 7));
        }
    }

    private static byte[] heatMap(String command, String with, int threads) {
        Path picture = folder.resolve("map.png");
        List<Object> args = new ArrayList<>(List.of(command, "--heatmap", picture, "-j", threads,
                folder.resolve(name("data", true))));
        if (!with.isEmpty()) {
            args.addAll(List.of(with, folder.resolve(name("other", true))));
        }
        Run.quietly(args.toArray());
        return Files.read(picture);
    }

    /// Reading, comparing, formatting, drawing: one more thread clears a folder.
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aCommandHasOnePoolForAllThatItDoes(int threads) {
        ThreadMXBean machine = ManagementFactory.getThreadMXBean();
        heatMap("distances", "--with", threads); // threads of the platform's libraries start once
        long before = machine.getTotalStartedThreadCount();
        heatMap("distances", "--with", threads);
        long started = machine.getTotalStartedThreadCount() - before;
        assertTrue(started <= threads + 1, () -> started + " threads");
    }

    @Test
    void everyMetricGivesTheSameBytes() {
        for (String metric : List.of("sqeuclidean", "manhattan", "minkowski --p 2.5", "chebyshev", "mahalanobis",
                "cosine", "correlation", "canberra", "braycurtis", "seuclidean", "hamming", "jaccard",
                "nonzero-hamming", "spearman", "angular", "gower", "euclidean,spearman --shape long")) {
            List<String> words = List.of(("distances -m " + metric).split(" "));
            assertArrayEquals(output(words, false, 1), output(words, false, 7), metric);
        }
    }
}
