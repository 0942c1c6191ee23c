package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.format.ImageFormat;
import hadamask.image.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `--max-memory`, measured from outside: the peak of the resident memory that the system keeps for the process.
///
/// `mvn verify` tries some cases at 150 MB; `-Dmemory=all` tries all of them at 150 MB, 300 MB and 1 GB. The figures are in
/// `target/memory.csv`.
class MemoryIT {
    private static final boolean ALL = System.getProperty("memory", "").equals("all");
    private static final String REFUSED = "hadamask: .*more (memory )?than .*[0-9.]+ [MG]B (that are allowed|leaves).*";

    /// Input files, made once.
    @TempDir
    static Path inputs;

    @TempDir
    Path folder;

    /// A command at a limit.
    ///
    /// @param name what it is about
    /// @param command of the shell; `$IN` is the folder of the inputs
    /// @param limit in megabytes
    record Case(String name, String command, int limit) {
        @Override
        public String toString() {
            return name + ", " + limit + " MB";
        }
    }

    @BeforeAll
    static void makeInputs() throws IOException {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs /proc");
        Files.write(inputs.resolve("claim.png"), Files.pngThatClaims(15_800, 15_800));
        Image middle = Files.disc(2400, 2000);
        for (String ending : List.of("jpg", "png", "tif", "bmp", "ppm")) {
            Files.write(inputs.resolve("middle." + ending), middle);
        }
        Files.write(inputs.resolve("rows.csv"), TableTexts.normal(2500, 3, 1, false));
        Files.write(inputs.resolve("wide.csv"), TableTexts.normal(20, 3000, 1, false));
        Files.write(inputs.resolve("bomb.csv.gz"), bomb(ALL ? 1 << 30 : 1 << 27));
        Files.write(inputs.resolve("many.csv"), "1\n".repeat(6_000_000));
        Path batch = java.nio.file.Files.createDirectory(inputs.resolve("batch"));
        byte[] small = Files.encoded(Files.disc(300, 200), ImageFormat.JPEG);
        for (int k = 0; k < 12; k++) {
            Files.write(batch.resolve("s" + k + ".jpg"), small);
        }
        Files.write(batch.resolve("m.jpg"), Files.read(inputs.resolve("middle.jpg")));
        Files.write(batch.resolve("claim.png"), Files.read(inputs.resolve("claim.png")));
        if (ALL) {
            Image large = Files.disc(8000, 5000);
            for (String ending : List.of("jpg", "png", "tif", "bmp", "ppm")) {
                Files.write(inputs.resolve("large." + ending), large);
            }
            Files.write(inputs.resolve("progressive.jpg"), progressive(inputs.resolve("large.bmp")));
            Files.write(batch.resolve("p.jpg"), progressive(inputs.resolve("middle.bmp")));
            Files.write(batch.resolve("l.png"), Files.read(inputs.resolve("large.png")));
            Files.write(inputs.resolve("long.csv"), TableTexts.normal(20_000, 16, 1, false));
            Files.write(inputs.resolve("broad.csv"), TableTexts.normal(12_000, 150, 1, false));
        }
    }

    private static byte[] bomb(int size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            byte[] piece = "1,2,3,4\n".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int written = 0; written < size; written += piece.length) {
                out.write(piece);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] progressive(Path bitmap) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var target = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(target);
            writer.write(null, new IIOImage(ImageIO.read(bitmap.toFile()), null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int limit : ALL ? new int[]{150, 300, 1024} : new int[]{150}) {
            add(cases, limit, "$SEGMENT $IN/claim.png -o o.png", "$SEGMENT $IN/middle.jpg -o o.png",
                    "$SEGMENT $IN/batch -r -o out/ --report r.html --mask mask/ --stages stages/ -q",
                    "$HADAMASK distances $IN/rows.csv --shape long -o o.csv",
                    "$HADAMASK distances $IN/bomb.csv.gz -o o.csv",
                    "$HADAMASK covariance $IN/wide.csv -o o.npy", "$HADAMASK covariance $IN/many.csv -o o.csv",
                    "$HADAMASK distances $IN/rows.csv --heatmap h.png -o o.npy");
            if (ALL) {
                for (String ending : List.of("jpg", "png", "tif", "bmp", "ppm")) {
                    add(cases, limit, "$SEGMENT $IN/middle." + ending + " -o o.png --stages s.png --overlay v.png",
                            "$SEGMENT $IN/large." + ending + " -o o.png",
                            "$HADAMASK refine $IN/middle." + ending + " -o o.png");
                }
                add(cases, limit, "$SEGMENT $IN/progressive.jpg -o o.png", "$SEGMENT $IN/batch -r -o out/ -j 8 -q",
                        "$SEGMENT $IN/middle.png -o o.png --min-area 50 --background transparent --stats s.json",
                        "$HADAMASK apply $IN/middle.png $IN/middle.bmp -o o.tif",
                        "$HADAMASK measure $IN/middle.png -o o.csv",
                        "$HADAMASK distances $IN/long.csv --shape long -o /dev/null",
                        "$HADAMASK distances $IN/long.csv --knn 10 -o o.csv",
                        "$HADAMASK distances $IN/rows.csv -o o.npy -j 64",
                        "$HADAMASK distances $IN/long.csv --max-distance 3 -j 16 -o o.csv",
                        "$HADAMASK distances $IN/broad.csv -m cosine --knn 3 -o o.csv",
                        "$HADAMASK mahalanobis $IN/broad.csv -o o.csv",
                        "$HADAMASK whiten $IN/broad.csv -o o.csv");
            }
        }
        return cases;
    }

    private static void add(List<Case> cases, int limit, String... commands) {
        for (String command : commands) {
            cases.add(new Case(command.replaceAll("\\$HADAMASK |\\$IN/", "").replace("$SEGMENT", "segment"), command,
                    limit));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePeakIsAtMostWhatIsAllowed(Case tried) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Process process = Launched.start(folder, Map.of("IN", inputs.toString()),
                "exec 2>errors >/dev/null; exec " + tried.command + " --max-memory " + tried.limit + "M");
        long peak = 0;
        do {
            peak = Math.max(peak, peak(process));
        } while (!process.waitFor(2, TimeUnit.MILLISECONDS));
        String said = Files.text(errors);
        record(tried, peak, process.exitValue(), said);
        assertTrue(peak <= tried.limit * 1024L, () -> tried + ": " + said);
        assertTrue(process.exitValue() == 0 || process.exitValue() == 1, said);
        assertTrue(said.lines().allMatch(line -> line.matches(REFUSED)), said);
        assertEquals(process.exitValue() == 0, said.isEmpty(), said);
        try (var left = java.nio.file.Files.walk(folder)) {
            assertFalse(left.anyMatch(file -> file.toString().endsWith(".tmp")), "a temporary file is left");
        }
    }

    /// In kilobytes; 0 when the process has ended.
    private static long peak(Process process) {
        try {
            return java.nio.file.Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .max().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void record(Case tried, long peak, int status, String said) throws IOException {
        java.nio.file.Files.writeString(Launched.PROJECT.resolve("target/memory.csv"),
                "\"" + tried.name + "\"," + tried.limit + "," + peak / 1024 + "," + status + ",\""
                        + said.lines().findFirst().orElse("").replace("\"", "\"\"").replace(inputs + "/", "") + "\"\n",
                java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10M", "1", "=99M", "100K"})
    void aLimitTooSmallToStartWithIsWrongUsageWithTheLeastThatWorks(String size) {
        String option = size.startsWith("=") ? "--max-memory" + size : "--max-memory " + size;
        Launched run = Launched.run(folder, "$SEGMENT $SAMPLES/cat.jpg -o o.png " + option);
        assertEquals("hadamask: --max-memory: " + size.replace("=", "")
                + " is too little to start with, expected at least 115M\n", run.err());
        assertEquals(2, run.status());
        Launched.run(folder, "$SEGMENT $SAMPLES/cat.jpg -o o.png --max-memory 115M").succeeded();
        Launched table = Launched.run(folder, "$HADAMASK distances $SAMPLES/aliens.csv " + option);
        assertTrue(table.err().endsWith("expected at least 124M\n"), table.err());
        Launched.run(folder, "$HADAMASK distances $SAMPLES/aliens.csv --max-memory 124M").succeeded();
    }

    @Test
    void aShareIsOneOfTheMachineAndNonsenseIsWrongUsage() {
        Launched.run(folder, "$SEGMENT $SAMPLES/cat.jpg -o o.png --max-memory 50%").succeeded();
        for (String size : List.of("0M", "101%", "much", "1.5G")) {
            Launched run = Launched.run(folder, "$SEGMENT $SAMPLES/cat.jpg -o o.png --max-memory " + size);
            assertEquals(2, run.status(), run.err());
            assertTrue(run.err().startsWith("hadamask: --max-memory: "), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12, 16, 40})
    void aHeapTooSmallEndsInALineAndLeavesNothing(int megabytes) {
        for (String command : List.of("$SEGMENT $IN/middle.jpg -o o.png", "$HADAMASK distances $IN/many.csv -o o.csv",
                "$HADAMASK mahalanobis $IN/many.csv -o o.csv", "$SEGMENT $IN/batch -r -o out/ -q")) {
            Launched run = Launched.run(folder,
                    Map.of("IN", inputs.toString(), "HADAMASK_OPTS", "-Xmx" + megabytes + "m"), command);
            assertEquals(1, run.status(), run.err());
            assertTrue(
                    run.err().matches(REFUSED + "\n")
                            || run.err().startsWith("Error occurred during initialization of VM"),
                    run.err());
            assertArrayEquals(new String[0], folder.toFile().list());
        }
    }

    @Test
    void moreThanTheMachineHasIsWhatItHas() {
        for (String size : List.of("100%", "99999G", "999999999999G")) {
            Launched.run(folder, "$SEGMENT $SAMPLES/cat.jpg -o o.png --max-memory " + size).succeeded();
        }
        Launched.run(folder, "$HADAMASK distances --max-memory 5M --help").succeeded();
        Launched named = Launched.run(folder, "$HADAMASK distances -- --max-memory=5M");
        assertEquals("hadamask: --max-memory=5M: cannot be read: there is no such file\n", named.err());
    }

    @Test
    void withoutTheLauncherALimitBelowTheHeapIsRefused() {
        String java = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin/java").toString();
        String jar = Launched.PROJECT.resolve("target/hadamask.jar").toString();
        String command = "' -jar '" + jar + "' segment $SAMPLES/cat.jpg -o o.png --max-memory 300M";
        Launched refused = Launched.run(folder, "'" + java + "' -Xmx400m" + command.substring(1));
        assertEquals(2, refused.status());
        assertTrue(refused.err().startsWith("hadamask: --max-memory: 300 MB does not hold with a heap of "),
                refused.err());
        Launched.run(folder, "'" + java + "' -Xmx192m" + command.substring(1)).succeeded();
    }
}
