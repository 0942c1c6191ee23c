package hadamask.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.file.Input;
import hadamask.table.LabelColumn;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Files of 2.2 GiB, longer than an array can be. Not in every build: `mvn -Plarge test -Dtest=LargeFilesTest`.
@EnabledIfSystemProperty(named = "large", matches = "true")
class LargeFilesTest {
    private static final long SIZE = 2_362_232_012L;

    @TempDir
    Path folder;

    @Test
    void aTextIsReadInWindows() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            rows.append(i).append(".125,").append(-i).append(",1e-").append(i % 10).append(",\"").append(i % 7)
                    .append("\"\n");
        }
        byte[] block = rows.toString().getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve("large.csv");
        int blocks = (int) (SIZE / block.length) + 1;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int k = 0; k < blocks; k++) {
                out.write(block);
            }
        }
        Table table = TableReader.read(Input.file(file), ReadOptions.DEFAULT.withLabels(LabelColumn.NONE));
        assertEquals(10_000L * blocks, table.rows());
        for (int i = 0; i < table.rows(); i += 9_973) {
            int in = i % 10_000;
            assertEquals(in + 0.125, table.values().get(i, 0));
            assertEquals(in % 7, table.values().get(i, 3));
            assertEquals("row " + (i + 1), table.rowTitle(i));
        }
    }

    @Test
    void anArrayIsReadAsAStream() throws IOException {
        int rows = (int) (SIZE / 64);
        byte[] header = StoredFiles.npy("<f4", rows + ", 16", false, new byte[0]);
        Path file = folder.resolve("large.npy");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(header);
            byte[] row = new byte[64];
            for (int i = 0; i < rows; i++) {
                int bits = Float.floatToRawIntBits(i % 4096);
                for (int k = 0; k < 4; k++) {
                    row[k] = (byte) (bits >> (8 * k));
                }
                out.write(row);
            }
        }
        Table table = TableReader.read(Input.file(file), ReadOptions.DEFAULT);
        assertEquals(rows, table.rows());
        for (int i = 0; i < rows; i += 99_991) {
            assertEquals(i % 4096, table.values().get(i, 0));
            assertEquals(0, table.values().get(i, 15));
        }
    }
}
