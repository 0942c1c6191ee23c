package hadamask.hostile;

import hadamask.image.ImageFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged masks are given to every command that reads masks, damaged settings to `segment`.
class MutatedMasksTest {
    private static final Path SAMPLES = Path.of(System.getProperty("basedir", "."), "samples");
    private static final long MEMORY = 200L << 20;

    /// `GOOD` is a picture that is not damaged, of the size of most seeds.
    private static final List<String> CALLS = List.of("refine - -o -", "refine - -o - --largest --invert --closing 3x2",
            "score - GOOD", "score GOOD - --format json", "measure - GOOD", "measure - --pixel-size 0.5um",
            "measure GOOD -", "apply - GOOD -o -", "apply GOOD - -o - --trim=2 --background transparent");

    @TempDir
    Path folder;

    private Path good = Path.of("");
    private Map<ImageFormat, List<byte[]>> seeds = Map.of();

    @BeforeEach
    void aGoodPicture() throws IOException {
        seeds = ImageSeeds.of(SAMPLES);
        good = Files.write(folder.resolve("good.png"), seeds.getOrDefault(ImageFormat.PNG, List.of()).getLast());
    }

    private boolean call(byte[] file, long number) {
        String call = CALLS.get((int) Math.floorMod(number, (long) CALLS.size()));
        return Called.succeeds(file, 1,
                (call.replace("GOOD", good.toString()) + " --max-pixels 250000").split(" ", -1));
    }

    @Test
    void damagedMasks() throws Exception {
        List<byte[]> all = seeds.values().stream().flatMap(List::stream).toList();
        Trials.run("masks", all, MEMORY, this::call);
    }

    @Test
    void damagedSettings() throws Exception {
        List<byte[]> texts = List.of("# paper\nclosing=5x10\nbackground=#ffffff\nfill-holes=all\nforeground=dark\n",
                "clusters=3\ngray : rec601\nseed 7\nmin-area=20\ntrim=4\nquality=80\n",
                "preset=cells\nmax-pixels=1000000\ninvert\nthreshold=128\n\\u0062order=zero\nlargest=true\n",
                "o=\\\n  cut.png\noutput=a b.png\nforeground=3,4\ncompression=9\njobs=2\nerrors=-\nstats=s.csv\n")
                .stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
        Trials.run("settings", texts, MEMORY,
                (file, number) -> Called.succeeds(file, 2, "segment", "--settings", "-", "--print-settings"));
    }
}
