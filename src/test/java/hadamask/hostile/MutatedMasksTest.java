package hadamask.hostile;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged masks are given to every command that reads masks, damaged settings to `segment`.
class MutatedMasksTest {
    private static final long MEMORY = 200L << 20;

    @TempDir
    Path folder;

    @Test
    void damagedMasks() throws Exception {
        List<byte[]> all = ImageSeeds.of(Calls.SAMPLES).values().stream().flatMap(List::stream).toList();
        Trials.run("masks", all, MEMORY, Calls.ofMasks(folder)::succeeds);
    }

    @Test
    void damagedSettings() throws Exception {
        Trials.run("settings", SettingSeeds.texts(), MEMORY,
                (file, number) -> Called.succeeds(file, 2, "segment", "--settings", "-", "--print-settings"));
    }
}
