package hadamask.hostile;

import hadamask.codec.ImageEncoder;
import hadamask.image.Attributes;
import hadamask.image.LabelImage;
import java.io.ByteArrayOutputStream;
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
    void damagedLabels() throws Exception {
        int[] numbers = new int[37 * 25];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i % 37 / 5 * (i % 3) * 9000;
        }
        LabelImage labels = new LabelImage(37, 25, numbers, Attributes.NONE);
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        ByteArrayOutputStream npy = new ByteArrayOutputStream();
        ImageEncoder.encodeTiff(labels, tiff);
        ImageEncoder.encodeNpy(labels, npy);
        Trials.run("labels", List.of(tiff.toByteArray(), npy.toByteArray()), MEMORY, Calls.ofMasks(folder)::succeeds);
    }

    @Test
    void damagedSettings() throws Exception {
        Trials.run("settings", SettingSeeds.texts(), MEMORY,
                (file, number) -> Called.succeeds(file, 2, "segment", "--settings", "-", "--print-settings"));
    }
}
