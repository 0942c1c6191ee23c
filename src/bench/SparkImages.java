import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Prints how long `segment -r -j 2` and `hadamask-spark --master 'local[2]' segment -r` take for the same images: as files, and in shards.
///
///     src/bench/spark-images [--size WIDTHxHEIGHT] [--rounds N] [--keep FOLDER] COUNT...
///
/// The images are JPEGs of an ellipse on a ground, with noise, made anew for each count. Each round runs the three ways in turn; a row has the
/// best wall time, the least processor time, user and system, and the most memory that was seen resident in one process.
class SparkImages {
    private static final int IN_FOLDER = 500;
    private static final int IN_SHARD = 500;

    private final Path scripts;
    private int width = 640;
    private int height = 480;
    private int rounds = 1;
    private Path folder;

    /// @param wall seconds
    /// @param processor seconds, user and system
    /// @param memory bytes that were resident in one process at most
    private record Cost(double wall, double processor, long memory) {
        Cost best(Cost other) {
            return new Cost(Math.min(wall, other.wall), Math.min(processor, other.processor),
                    Math.max(memory, other.memory));
        }
    }

    private SparkImages(Path scripts) throws IOException {
        this.scripts = scripts.toRealPath();
        folder = Files.createTempDirectory("spark-images");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(arguments));
        SparkImages images = new SparkImages(Path.of(words.removeFirst()));
        while (!words.isEmpty() && words.getFirst().startsWith("--")) {
            String option = words.removeFirst();
            String value = words.removeFirst();
            switch (option) {
                case "--size" -> {
                    images.width = Integer.parseInt(value.split("x")[0]);
                    images.height = Integer.parseInt(value.split("x")[1]);
                }
                case "--rounds" -> images.rounds = Integer.parseInt(value);
                case "--keep" -> images.folder = Files.createDirectories(Path.of(value)).toRealPath();
                default -> throw new IllegalArgumentException(option);
            }
        }
        System.out.println("| images | way | wall | images/s | user + system | of an image | resident | throughput of one machine |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (String count : words) {
            images.measure(Integer.parseInt(count));
        }
        images.clear(images.folder);
    }

    private void measure(int count) throws IOException, InterruptedException {
        Path in = folder.resolve("in");
        Path shards = folder.resolve("shards");
        clear(in);
        clear(shards);
        make(count, in, shards);
        List<String> names = List.of("`segment -r -j 2`", "Spark, files", "Spark, shards");
        String master = "local[2]";
        List<List<String>> commands = List.of(
                List.of(scripts + "/segment", in.toString(), "-r", "-j", "2", "-o"),
                List.of(scripts + "/hadamask-spark", "--master", master, "--conf", "spark.ui.enabled=false", "segment",
                        in.toString(), "-r", "-o"),
                List.of(scripts + "/hadamask-spark", "--master", master, "--conf", "spark.ui.enabled=false", "segment",
                        shards.toString(), "-r", "-o"));
        Cost[] costs = new Cost[commands.size()];
        for (int round = 0; round < rounds; round++) {
            for (int way = 0; way < costs.length; way++) {
                Path out = folder.resolve("out");
                clear(out);
                List<String> command = new ArrayList<>(commands.get(way));
                command.add(out + "/");
                Cost cost = cost(command);
                costs[way] = costs[way] == null ? cost : costs[way].best(cost);
                clear(out);
            }
        }
        for (int way = 0; way < costs.length; way++) {
            Cost cost = costs[way];
            System.out.printf(Locale.ROOT, "| %d | %s | %.1f s | %.0f | %.1f s | %.2f ms | %d MB | %.2f |%n", count,
                    names.get(way), cost.wall, count / cost.wall, cost.processor, 1e3 * cost.processor / count,
                    cost.memory >> 20, costs[0].wall / cost.wall);
        }
    }

    private void make(int count, Path in, Path shards) throws IOException {
        Random random = new Random(1);
        Files.createDirectories(shards);
        TarArchiveOutputStream shard = null;
        for (int i = 0; i < count; i++) {
            byte[] picture = picture(random);
            Path file = in.resolve(String.format("%04d/%06d.jpg", i / IN_FOLDER, i));
            Files.createDirectories(file.getParent());
            Files.write(file, picture);
            if (i % IN_SHARD == 0) {
                if (shard != null) {
                    shard.close();
                }
                shard = new TarArchiveOutputStream(new BufferedOutputStream(
                        Files.newOutputStream(shards.resolve(String.format("shard-%05d.tar", i / IN_SHARD)))));
            }
            TarArchiveEntry entry = new TarArchiveEntry(file.getFileName().toString());
            entry.setSize(picture.length);
            shard.putArchiveEntry(entry);
            shard.write(picture);
            shard.closeArchiveEntry();
        }
        if (shard != null) {
            shard.close();
        }
    }

    private byte[] picture(Random random) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int ground = Color.HSBtoRGB(random.nextFloat(), 0.2f, 0.9f);
        int object = Color.HSBtoRGB(random.nextFloat(), 0.8f, 0.4f);
        double across = width * (0.15 + 0.25 * random.nextDouble());
        double down = height * (0.15 + 0.25 * random.nextDouble());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = (x - width / 2.0) / across;
                double dy = (y - height / 2.0) / down;
                picture.setRGB(x, y, (dx * dx + dy * dy < 1 ? object : ground) ^ random.nextInt() & 0x070707);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /// Runs a command to its end.
    private Cost cost(List<String> command) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", "time -p \"$@\"", "time"));
        timed.addAll(command);
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        long memory = 0;
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            memory = Math.max(memory, process.descendants().mapToLong(SparkImages::resident).max().orElse(0));
        }
        String text = Files.readString(said);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + text);
        }
        return new Cost(seconds(text, "real"), seconds(text, "user") + seconds(text, "sys"), memory);
    }

    private static double seconds(String text, String word) {
        return text.lines().filter(line -> line.startsWith(word + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(word.length() + 1))).max().orElseThrow();
    }

    /// Bytes of a process that are, or were, resident at most.
    private static long resident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).max().orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // it has ended
        }
    }

    private void clear(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> found = Files.walk(path)) {
                for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
