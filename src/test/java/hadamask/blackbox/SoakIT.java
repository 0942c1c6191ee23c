package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.format.ImageFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Very many small images in one process, seen from outside: memory and processor time of each thousand.
///
/// Run by `mvn verify -Dit.test=SoakIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dsoak=20000`; the property says
/// how many images there are. Figures go to `target/soak.csv`. It needs Linux, and 1 GB of disk.
@EnabledIfSystemProperty(named = "soak", matches = "\\d+")
class SoakIT {
    private static final int IMAGES = Integer.getInteger("soak", 0);
    private static final int STEP = 1000;
    /// Pictures that differ; the others are links to them.
    private static final int SEEDS = 40;
    /// Clock ticks in a second, in which the system counts processor time.
    private static final double TICKS = 100;

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>(
            List.of("run,images,memory_mb,images_per_second,images_per_processor_second"));

    /// What the system says of a process.
    ///
    /// @param images done so far
    /// @param seconds since the start
    /// @param processor seconds on all cores
    /// @param memory resident megabytes
    private record Reading(long images, double seconds, double processor, double memory) {
        double perProcessorSecond(Reading before) {
            return (images - before.images) / (processor - before.processor);
        }
    }

    @Test
    void memoryAndThroughputAreLevelFromTheFirstThousandToTheLast() throws IOException, InterruptedException {
        pictures();
        // Nothing is removed between the runs: for half a minute, a file system may look for a long time at what was.
        soak("plain", "plain", "");
        soak("report", "report", "--report report.html --stats s.jsonl");
        Launched.run(folder, "mkdir gone && mv report/*/*5.png report/*/*7.png report/*/*0.png gone");
        soak("resume", "report", "--resume");
    }

    private void pictures() throws IOException {
        ImageFormat[] formats = {ImageFormat.PNG, ImageFormat.JPEG, ImageFormat.BMP, ImageFormat.TIFF};
        List<Path> seeds = new ArrayList<>();
        for (int i = 0; i < SEEDS; i++) {
            ImageFormat format = formats[i % formats.length];
            seeds.add(Files.write(folder.resolve("seed" + i + "." + format.endings().getFirst()),
                    Files.encoded(Files.disc(100 + 4 * i, 90 + 2 * i), format)));
        }
        for (int i = 0; i < IMAGES; i++) {
            Path place = folder.resolve("in/day" + i / STEP);
            java.nio.file.Files.createDirectories(place);
            String name = seeds.get(i % SEEDS).getFileName().toString();
            java.nio.file.Files.createLink(place.resolve(
                    String.format(Locale.ROOT, "p%06d%s", i, name.substring(name.indexOf('.')))), seeds.get(i % SEEDS));
        }
    }

    private void soak(String run, String output, String options) throws IOException, InterruptedException {
        Path journal = folder.resolve(output).resolve(".hadamask-journal");
        long before = Files.exists(journal) ? Files.text(journal).lines().count() : 0;
        long start = System.nanoTime();
        Process process = Launched.start(folder, Map.of(),
                "exec $SEGMENT in -r -o " + output + "/ -q 2>err " + options);
        List<Reading> readings = readings(process, journal, start, before);
        assertEquals(0, process.waitFor(), Files.text(folder.resolve("err")));
        for (int i = 1; i < readings.size(); i++) {
            Reading now = readings.get(i);
            Reading last = readings.get(i - 1);
            lines.add(String.format(Locale.ROOT, "%s,%d,%.0f,%.0f,%.0f", run, now.images, now.memory,
                    (now.images - last.images) / (now.seconds - last.seconds), now.perProcessorSecond(last)));
        }
        Files.write(Launched.PROJECT.resolve("target/soak.csv"), String.join("\n", lines) + "\n");
        // The first thousand pays for starting and compiling.
        Reading first = readings.get(1);
        Reading middle = readings.get(readings.size() / 2);
        Reading last = readings.getLast();
        assertTrue(last.memory < 1.1 * first.memory, run + ": " + first.memory + " to " + last.memory + " MB");
        double early = middle.perProcessorSecond(first);
        double late = last.perProcessorSecond(middle);
        assertTrue(Math.abs(late - early) < 0.1 * early, run + ": " + early + " to " + late + " images per second");
    }

    /// A reading at the start and at every thousandth line of the journal, which is a line for each image.
    private static List<Reading> readings(Process process, Path journal, long start, long before)
            throws IOException, InterruptedException {
        List<Reading> readings = new ArrayList<>(List.of(new Reading(0, 0, 0, 0)));
        while (process.isAlive() && !Files.exists(journal)) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        byte[] bytes = new byte[1 << 16];
        long images = -before;
        long next = STEP;
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
            while (process.isAlive()) {
                int read = file.read(bytes);
                for (int i = 0; i < read; i++) {
                    images += bytes[i] == '\n' ? 1 : 0;
                }
                if (read < bytes.length && images >= next) { // otherwise more lines wait, and the count is of the past
                    next = (images / STEP + 1) * STEP;
                    readings.add(reading(process.pid(), images, (System.nanoTime() - start) * 1e-9));
                }
                TimeUnit.MILLISECONDS.sleep(read < 0 ? 2 : 0);
            }
        }
        return readings;
    }

    private static Reading reading(long pid, long images, double seconds) {
        String status = Files.text(Path.of("/proc/" + pid + "/status"));
        String kilobytes = status.replaceFirst("(?s).*VmRSS:\\s*(\\d+) kB.*", "$1");
        String[] stat = Files.text(Path.of("/proc/" + pid + "/stat")).replaceFirst(".*\\) ", "").split(" ", -1);
        double ticks = Double.parseDouble(stat[11]) + Double.parseDouble(stat[12]);
        return new Reading(images, seconds, ticks / TICKS, Double.parseDouble(kilobytes) / 1024);
    }
}
