package hadamask.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/// Coverage-guided fuzzing of what commands read: tables, masks, settings. The first byte of an input chooses the call. See
/// `scripts/fuzz`.
@Timeout(60)
class FuzzedCommandsTest {
    @TempDir
    Path folder;

    private Calls onTables = Calls.NONE;
    private Calls onMasks = Calls.NONE;

    @BeforeEach
    void goodFiles() throws IOException {
        onTables = Calls.ofTables(folder);
        onMasks = Calls.ofMasks(folder);
    }

    /// Each file with the number of a call before it, all calls in turn.
    private static List<byte[]> numbered(List<byte[]> files) {
        List<byte[]> numbered = new ArrayList<>();
        for (byte[] file : files) {
            numbered.add(Mutator.replaced(file, 0, 0, new byte[]{(byte) (numbered.size() * 7)}));
        }
        return numbered;
    }

    static List<byte[]> texts() throws IOException {
        List<byte[]> texts = new ArrayList<>(TableSeeds.texts(Calls.SAMPLES));
        texts.addAll(TableSeeds.tabbed(Calls.SAMPLES));
        return numbered(texts);
    }

    static List<byte[]> packed() throws IOException {
        return numbered(TableSeeds.texts(Calls.SAMPLES).stream().map(TableSeeds::packed).toList());
    }

    static List<byte[]> matrices() {
        return numbered(TableSeeds.npy());
    }

    static List<byte[]> archives() {
        return numbered(TableSeeds.npz());
    }

    static List<byte[]> coordinates() {
        return numbered(TableSeeds.matrixMarket());
    }

    static List<byte[]> otherwisePacked() throws IOException {
        return numbered(TableSeeds.otherwisePacked(Calls.SAMPLES));
    }

    static List<byte[]> workbooks() throws IOException {
        return numbered(TableSeeds.sheets());
    }

    static List<byte[]> masks() throws IOException {
        return numbered(ImageSeeds.of(Calls.SAMPLES).values().stream().flatMap(List::stream).toList());
    }

    static List<byte[]> settingTexts() {
        return SettingSeeds.texts();
    }

    private static void call(Calls calls, byte[] input, long memory) throws Exception {
        if (input.length > 0) {
            Trials.hold(Arrays.copyOfRange(input, 1, input.length), memory,
                    (file, number) -> calls.succeeds(file, input[0] & 0xFF));
        }
    }

    @MethodSource("texts")
    @FuzzTest
    void text(byte[] input) throws Exception {
        call(onTables, input, MutatedTablesTest.MEMORY);
    }

    @MethodSource("packed")
    @FuzzTest
    void gzip(byte[] input) throws Exception {
        call(onTables, input, MutatedTablesTest.MEMORY);
    }

    @MethodSource("matrices")
    @FuzzTest
    void numPy(byte[] input) throws Exception {
        call(onTables, input, MutatedTablesTest.MEMORY);
    }

    @MethodSource("archives")
    @FuzzTest
    void npz(byte[] input) throws Exception {
        call(onTables, input, MutatedTablesTest.MEMORY);
    }

    @MethodSource("coordinates")
    @FuzzTest
    void matrixMarket(byte[] input) throws Exception {
        call(onTables, input, MutatedTablesTest.MEMORY);
    }

    @MethodSource("otherwisePacked")
    @FuzzTest
    void packed(byte[] input) throws Exception {
        call(onTables, input, MutatedTablesTest.MEMORY);
    }

    /// The sheet alone is damaged: the workbook around it is whole.
    @MethodSource("workbooks")
    @FuzzTest
    void workbook(byte[] input) throws Exception {
        byte[] head = Arrays.copyOf(input, Math.min(1, input.length));
        byte[] book = TableSeeds.workbookWith(Arrays.copyOfRange(input, head.length, input.length));
        call(onTables, Mutator.replaced(book, 0, 0, head), MutatedTablesTest.MEMORY);
    }

    @MethodSource("masks")
    @FuzzTest
    void mask(byte[] input) throws Exception {
        byte[] head = Arrays.copyOf(input, Math.min(1, input.length));
        byte[] file = Arrays.copyOfRange(input, head.length, input.length);
        call(onMasks, PngRepair.isPng(file) ? Mutator.replaced(PngRepair.withChecksums(file), 0, 0, head) : input,
                MutatedImagesTest.MEMORY);
    }

    @MethodSource("settingTexts")
    @FuzzTest
    void settings(byte[] file) throws Exception {
        Trials.hold(file, MutatedTablesTest.MEMORY, (bytes, number) -> Called.succeeds(bytes, 2, "segment",
                "--settings", "-", "--print-settings"));
    }
}
