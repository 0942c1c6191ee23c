package hadamask.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged tables are given to every command that reads tables, with options that few use: each gives a result, or one line.
class MutatedTablesTest {
    static final long MEMORY = 64L << 20;

    @TempDir
    Path folder;

    private Calls calls = Calls.NONE;

    @BeforeEach
    void aGoodTable() throws IOException {
        calls = Calls.ofTables(folder);
    }

    private boolean call(byte[] file, long number) {
        // The seed is chosen by the number, too: a factor keeps the two apart.
        return calls.succeeds(file, number * 7 + number / 24);
    }

    @Test
    void damagedCsv() throws Exception {
        Trials.run("CSV", TableSeeds.texts(Calls.SAMPLES), MEMORY, this::call);
    }

    @Test
    void damagedTsv() throws Exception {
        Trials.run("TSV", TableSeeds.tabbed(Calls.SAMPLES), MEMORY, this::call);
    }

    @Test
    void damagedGzip() throws Exception {
        List<byte[]> packed = TableSeeds.texts(Calls.SAMPLES).stream().map(TableSeeds::packed).toList();
        Trials.run("gzip", packed, MEMORY, this::call);
    }

    @Test
    void damageInsideOfGzip() throws Exception {
        Trials.run("inside gzip", TableSeeds.texts(Calls.SAMPLES), MEMORY,
                (file, number) -> call(TableSeeds.packed(file), number));
    }

    @Test
    void damagedNumPy() throws Exception {
        Trials.run("NPY", TableSeeds.npy(), MEMORY, this::call);
    }

    @Test
    void damagedArchives() throws Exception {
        Trials.run("NPZ", TableSeeds.npz(), MEMORY, this::call);
    }

    @Test
    void damageInsideOfArchives() throws Exception {
        Trials.run("inside NPZ", TableSeeds.arraysOfCoordinates(), MEMORY,
                (file, number) -> call(TableSeeds.archiveWith(file, (int) (number % 4)), number));
    }

    @Test
    void damagedMatrixMarket() throws Exception {
        Trials.run("Matrix Market", TableSeeds.matrixMarket(), MEMORY, this::call);
    }

    @Test
    void otherwisePacked() throws Exception {
        Trials.run("bzip2, xz, zstd", TableSeeds.otherwisePacked(Calls.SAMPLES), MEMORY, this::call);
    }

    @Test
    void damagedWorkbooks() throws Exception {
        Trials.run("workbook", TableSeeds.workbooks(), MEMORY, this::call);
    }

    @Test
    void damageInsideOfWorkbooks() throws Exception {
        Trials.run("inside workbook", TableSeeds.sheets(), MEMORY,
                (file, number) -> call(TableSeeds.workbookWith(file), number));
    }
}
