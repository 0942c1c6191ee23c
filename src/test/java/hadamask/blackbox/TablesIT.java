package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged program on large tables: memory, pipes, indices.
class TablesIT {
    /// A matrix of 5000 x 5000 numbers takes 200 MB, its condensed half 100 MB: neither fits into this heap.
    private static final Map<String, String> LITTLE_MEMORY = Map.of("HADAMASK_OPTS", "-Xmx64m");
    private static final int ROWS = 5000;

    @TempDir
    Path folder;

    private Launched run(Map<String, String> environment, String command) {
        return Launched.run(folder, environment, command.replace("distances ", "$HADAMASK distances "));
    }

    private void makeTable() {
        Files.write(folder.resolve("data.csv"), TableTexts.normal(ROWS, 3, 1, false));
    }

    /// The trap: n x n in memory, "unable to allocate 1.65 TiB".
    @ParameterizedTest
    @CsvSource({"--shape square, 5000", "--shape condensed, 12497500", "--shape long --digits 3, 12497501",
        "--knn 10, 50001", "--max-distance 0.01, 0"})
    void memoryDoesNotGrowWithTheSquareOfTheRows(String options, int lines) {
        makeTable();
        Launched run = run(LITTLE_MEMORY, "distances data.csv " + options + " | wc -l").succeeded();
        int found = Integer.parseInt(run.text().strip());
        // How many pairs are that near depends on the rows; that there are some and not all does not.
        assertTrue(options.startsWith("--max") ? found > 1 && found < 1000 : found == lines, () -> found + " lines");
    }

    /// Of 338 MB, up to 128 MB would be kept until they are mirrored, of text 32 MB: of the free heap, no more than a quarter.
    @ParameterizedTest
    @ValueSource(strings = {"-Xmx40m", "-Xmx200m"})
    void aNumpyFileIsWrittenWithLittleMemory(String heap) {
        Files.write(folder.resolve("data.csv"), TableTexts.normal(6500, 2, 1, false));
        run(Map.of("HADAMASK_OPTS", heap), "distances data.csv -o out.npy").succeeded();
        assertEquals(128 + 8L * 6500 * 6500, folder.resolve("out.npy").toFile().length());
    }

    @Test
    void textIsWrittenWithLittleMemory() {
        Files.write(folder.resolve("data.csv"), TableTexts.normal(6500, 2, 1, false));
        assertEquals("6500\n",
                run(Map.of("HADAMASK_OPTS", "-Xmx40m"), "distances data.csv | wc -l").succeeded().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--shape long", "--knn 3", "-f json", "-f npy", "--shape condensed -f tsv"})
    void aReaderThatHasEnoughEndsItQuietly(String options) {
        makeTable();
        Launched run = run(Map.of(), "{ distances data.csv " + options + "; echo $? >status; } | head -c 1000");
        assertEquals("", run.err());
        assertEquals(1000, run.out().length);
        assertEquals("0\n", Files.text(folder.resolve("status")));
    }

    /// The trap: index arithmetic in int is wrong beyond 65,536 rows, of which 2^31 pairs can be made.
    @Test
    void indicesAreLongBeyondTwoBillionPairs() {
        int rows = 65_600;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            // All apart from each other, but the last row, which is the first, and the one before, which is near the middle.
            text.append(i == rows - 1 ? 0 : i == rows - 2 ? 32_000.25 : i).append('\n');
        }
        Files.write(folder.resolve("data.csv"), text.toString());
        assertEquals("id1,id2,distance\n1,65600,0\n32001,65599,0.25\n",
                run(Map.of(), "distances data.csv --max-distance 0.5").succeeded().text());
    }

    @Test
    void aFileOfManyBillionBytesHasTheHeaderOfAllItsNumbers() {
        Files.write(folder.resolve("data.csv"), "1\n".repeat(70_000));
        Launched square = run(Map.of(), "distances data.csv -f npy | head -c 128").succeeded();
        assertTrue(square.text().contains("'shape': (70000, 70000), }"), square.text());
        Launched condensed = run(Map.of(), "distances data.csv -f npy --shape condensed | head -c 128").succeeded();
        assertTrue(condensed.text().contains("'shape': (2449965000,), }"), condensed.text());
    }
}
