package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.format.ImageFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Batches through the launcher: killed, interrupted, with broken images among them.
///
/// The system property `kills` says how often the batch is killed.
class BatchIT {
    private static final int KILLS = Integer.getInteger("kills", 6);
    /// Where other work keeps the machine busy, a few kills may all come too early or too late.
    private static final int MOST_KILLS = 10 * KILLS;
    private static final String BATCH = "exec $SEGMENT in -r -o out/ --mask masks/ --stats s.jsonl";

    @TempDir
    Path folder;

    private void pictures(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Path place = folder.resolve("in/day" + i % 3);
            java.nio.file.Files.createDirectories(place);
            Files.write(place.resolve("p" + i + (i % 2 == 0 ? ".png" : ".jpg")), Files.disc(300 + i, 200));
        }
    }

    /// The content of the results, by their names.
    private Map<String, Long> results(String... folders) {
        Map<String, Long> results = new TreeMap<>();
        for (String name : folders) {
            Files.contents(folder.resolve(name)).forEach((file, sum) -> results.put(name + "/" + file, sum));
        }
        results.keySet().removeIf(file -> file.endsWith("/.hadamask-journal"));
        return results;
    }

    private String statistics() {
        return Files.text(folder.resolve("s.jsonl")).replaceAll("\"seconds\":\\{[^}]*\\}", "");
    }

    @Test
    void whatWasKilledAtAnyMomentIsResumedToTheSameBytes() throws IOException, InterruptedException {
        pictures(60);
        long start = System.nanoTime();
        Launched.run(folder, BATCH).succeeded();
        long whole = System.nanoTime() - start;
        Map<String, Long> undisturbed = results("out", "masks");
        String statistics = statistics();
        Random random = new Random(4);
        int partial = 0;
        for (int kill = 0; kill < KILLS || (partial == 0 && kill < MOST_KILLS); kill++) {
            Launched.run(folder, "rm -r out masks s.jsonl").succeeded();
            Process process = Launched.start(folder, Map.of(), BATCH);
            TimeUnit.NANOSECONDS.sleep((long) (whole * random.nextDouble()));
            process.destroyForcibly().waitFor();
            java.nio.file.Files.createDirectories(folder.resolve("out"));
            java.nio.file.Files.createDirectories(folder.resolve("masks"));
            Map<String, Long> left = results("out", "masks");
            left.keySet().removeIf(file -> !file.endsWith(".png"));
            partial += left.isEmpty() || left.size() == 120 ? 0 : 1;
            assertTrue(undisturbed.entrySet().containsAll(left.entrySet()), "what has its name is whole");
            Launched again = Launched.run(folder, BATCH + " --resume");
            assertEquals(0, again.status(), again.err());
            assertEquals(undisturbed, results("out", "masks"));
            assertEquals(statistics, statistics());
        }
        int inTheMiddle = partial;
        assertTrue(inTheMiddle > 0, "no kill came in the middle");
    }

    @Test
    void ctrlCLeavesWholeResultsSaysHowFarItCameAndExitsWith130() throws IOException, InterruptedException {
        pictures(12);
        for (int i = 0; i < 6; i++) {
            Files.write(folder.resolve("in/large" + i + ".bmp"),
                    Files.encoded(Files.disc(2000, 1500), ImageFormat.BMP));
        }
        String slow = "exec $SEGMENT in -r -o out/ --compression 9 2>err";
        Process process = Launched.start(folder, Map.of(), slow);
        Path first = folder.resolve("out/day0/p0.png");
        while (process.isAlive() && !Files.exists(first)) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertTrue(process.isAlive(), "it was still working");
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue());
        String said = Files.text(folder.resolve("err"));
        assertTrue(said.matches(
                "hadamask: interrupted: \\d+ of 18 images done \\(--resume does the rest\\)\n"), said);
        Map<String, Long> left = results("out");
        assertTrue(left.keySet().stream().noneMatch(file -> file.endsWith(".tmp")), left::toString);
        assertEquals(0, Launched.run(folder, "$SEGMENT in -r -o out/ --compression 9 --resume").status());
        Map<String, Long> whole = results("out");
        left.keySet().removeIf(file -> !file.endsWith(".png"));
        assertTrue(whole.entrySet().containsAll(left.entrySet()), "what had its name was whole");
        assertEquals(18, whole.keySet().stream().filter(file -> file.endsWith(".png")).count());
    }

    @Test
    void ofTwoHundredImagesTwentyAreBrokenAndOneHundredAndEightyAreDone() throws IOException {
        pictures(200);
        List<Path> broken = breakTwenty();
        Launched run = Launched.run(folder, "$SEGMENT in -r -o out/ --errors errors.csv");
        assertEquals(1, run.status());
        List<String> said = run.err().lines().toList();
        assertEquals(21, said.size(), run.err());
        assertEquals("180 of 200 images done, 20 failed", said.getLast());
        List<String> rows = Files.text(folder.resolve("errors.csv")).lines().toList();
        assertEquals(21, rows.size());
        for (Path file : broken) {
            String name = folder.relativize(file).toString();
            assertEquals(1, said.stream().filter(line -> line.startsWith("hadamask: " + name + ": ")).count(),
                    run.err());
            assertEquals(1, rows.stream().filter(line -> line.startsWith(name + ",")).count(), rows::toString);
        }
        assertEquals(180, results("out").keySet().stream().filter(file -> file.endsWith(".png")).count());
    }

    /// Breaks the first twenty images in ten ways.
    private List<Path> breakTwenty() throws IOException {
        List<Path> all;
        try (var files = java.nio.file.Files.walk(folder.resolve("in"))) {
            all = files.filter(java.nio.file.Files::isRegularFile).sorted().toList();
        }
        List<Path> broken = all.subList(0, 20);
        for (int i = 0; i < broken.size(); i++) {
            Path file = broken.get(i);
            byte[] content = Files.read(file);
            switch (i % 10) {
                case 0 -> Files.write(file, new byte[0]);
                case 1 -> Files.write(file, "This is no picture.");
                case 2 -> Files.write(file, Arrays.copyOf(content, content.length / 2));
                case 3 -> Files.write(file, Arrays.copyOf(content, 20));
                case 4 -> Files.write(file, Files.pngThatClaims(60000, 60000));
                case 5 -> Files.write(file, "P6 9 9 255\nshort");
                case 6 -> Files.write(file, "P5 2 2 255\nUUUU"); // one grey level
                case 7 -> java.nio.file.Files.delete(Files.write(file, "gone"));
                case 8 -> Files.write(file, "GIF89a");
                default -> Files.write(file, new byte[1000]);
            }
            if (i % 10 == 7) {
                java.nio.file.Files.createSymbolicLink(file, Path.of("nowhere"));
            }
        }
        return broken;
    }

    @Test
    void theBytesDoNotDependOnTheNumberOfJobs() throws IOException {
        pictures(20);
        Files.write(folder.resolve("in/large.bmp"), Files.encoded(Files.disc(1500, 1200), ImageFormat.BMP));
        Launched.run(folder, "$SEGMENT in -r -o one/ -j 1 --stats one.jsonl").succeeded();
        Launched.run(folder, "$SEGMENT in -r -o four/ -j 4 --stats four.jsonl").succeeded();
        Map<String, Long> one = Files.contents(folder.resolve("one"));
        Map<String, Long> four = Files.contents(folder.resolve("four"));
        one.remove(".hadamask-journal");
        four.remove(".hadamask-journal");
        assertEquals(one, four);
        assertEquals(25, one.size());
    }

    @Test
    void aBatchMayComeFromAPipe() throws IOException {
        pictures(9);
        Launched.run(folder, "find in -name '*.jpg' -print0 | $SEGMENT --files0-from - -o 'out/{dir}/{name}.png'")
                .succeeded();
        assertEquals(4, results("out").keySet().stream().filter(file -> file.endsWith(".png")).count());
        Launched.run(folder, "$SEGMENT in/day1/p1.jpg -o alone.png").succeeded();
        assertArrayEquals(Files.read(folder.resolve("alone.png")), Files.read(folder.resolve("out/in/day1/p1.png")));
    }
}
