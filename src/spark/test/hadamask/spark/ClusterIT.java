package hadamask.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Images on a cluster: what it writes is what one machine writes, byte for byte, also where a worker is killed in the middle.
class ClusterIT extends OnCluster {
    private static final String SECONDS = ",[0-9.E-]+(?=\n)";

    /// A tree of pictures of discs on grounds with noise, and one that is cut off.
    private static void makeImages(Path root, int count, int side) throws IOException {
        Random random = new Random(17);
        for (int i = 0; i < count; i++) {
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(new Color(20 + random.nextInt(60), 20 + random.nextInt(60), 20));
            graphics.fillRect(0, 0, side, side);
            graphics.setColor(new Color(170 + random.nextInt(80), 150, 170));
            graphics.fillOval(random.nextInt(side / 2), random.nextInt(side / 2), side / 3, side / 2);
            graphics.dispose();
            for (int k = 0; k < side * side / 10; k++) {
                int x = random.nextInt(side);
                int y = random.nextInt(side);
                image.setRGB(x, y, image.getRGB(x, y) ^ random.nextInt(0x0f0f0f));
            }
            Path file = root.resolve("day " + i % 3).resolve("picture-" + i + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
        byte[] whole = Files.readAllBytes(root.resolve("day 0/picture-0.png"));
        Files.write(root.resolve("day 1/cut-öff.png"), Arrays.copyOf(whole, whole.length / 2));
    }

    /// All files below a folder with their contents, but those of the journals.
    private static Map<String, byte[]> tree(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.contains(".hadamask-journal") && !name.startsWith(".hadamask-rows/")
                        && !name.endsWith(".crc")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> found) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
    }

    @Test
    void whatAClusterWritesIsWhatOneMachineWrites() throws IOException, InterruptedException {
        Path images = folder.resolve("images");
        makeImages(images, 30, 90);
        store().copyFromLocalFile(new org.apache.hadoop.fs.Path(images.toUri()),
                new org.apache.hadoop.fs.Path(hdfs + "/images"));
        Path one = folder.resolve("one");
        Files.createDirectories(one);
        String[] options = {"--closing", "3x2", "--trim=4", "--background", "transparent"};
        Processes.Ended alone = alone(joined(options, "segment", images.toString(), "-r", "-o", one + "/cut/", "--mask",
                one + "/{dir}/{name}-mask.png", "--stats", one + "/stats.csv", "--errors", one + "/errors.csv",
                "--measure",
                one + "/regions.csv"));
        assertEquals(1, alone.status(), alone.said());
        String[] arguments = joined(options, "segment", hdfs + "/images", "-r", "-o", hdfs + "/many/cut/", "--mask",
                hdfs + "/many/{dir}/{name}-mask.png", "--stats", hdfs + "/many/stats.csv", "--errors",
                hdfs + "/many/errors.csv", "--measure", hdfs + "/many/regions.csv");
        Processes.Ended many = Processes.end(submit(List.of(), arguments));
        assertEquals(1, many.status(), many.said());
        assertTrue(many.said().contains("30 of 31 images done, 1 failed"), many.said());
        Map<String, byte[]> expected = tree(one);
        Map<String, byte[]> found = tree(download(hdfs + "/many", "many"));
        for (String table : List.of("stats.csv", "errors.csv", "regions.csv")) {
            String there = new String(found.get(table), StandardCharsets.UTF_8).replace(hdfs + "/many/", "ONE/")
                    .replace(
                            hdfs + "/images",
                            "IMAGES");
            String here = new String(expected.get(table), StandardCharsets.UTF_8).replace(one + "/", "ONE/").replace(
                    images.toString(),
                    "IMAGES");
            if (table.equals("stats.csv")) {
                here = here.replaceAll(SECONDS, "");
                there = there.replaceAll(SECONDS, "");
            }
            assertEquals(here, there);
            expected.remove(table);
            found.remove(table);
        }
        found.keySet().removeIf(name -> name.startsWith("cut/.hadamask-rows"));
        assertSame(expected, found);

        Processes.Ended again = Processes.end(submit(List.of(), joined(new String[]{"--resume"}, arguments)));
        assertTrue(again.said().contains("0 of 31 images done, 30 done before, 1 failed"), again.said());
    }

    @Test
    void shardsBecomeShardsOfTheSameNames() throws IOException, InterruptedException {
        Path images = folder.resolve("packed");
        makeImages(images, 24, 90);
        Path shards = folder.resolve("shards");
        Files.createDirectories(shards.resolve("first"));
        Archives.pack(images, "day 0", shards.resolve("first/shard-0.tar"));
        Archives.pack(images, "day 1", shards.resolve("shard-1.tar.gz"));
        Archives.pack(images, "day 2", shards.resolve("shard-2.seq"));
        byte[] whole = Files.readAllBytes(shards.resolve("first/shard-0.tar"));
        Files.write(shards.resolve("cut.tar"), Arrays.copyOf(whole, whole.length / 2));
        store().copyFromLocalFile(new org.apache.hadoop.fs.Path(shards.toUri()),
                new org.apache.hadoop.fs.Path(hdfs + "/shards"));
        Path one = folder.resolve("packed-one");
        Processes.Ended alone = alone("segment", images.toString(), "-r", "-o", one + "/", "--mask",
                one + "/{dir}/{name}-mask.png");
        assertEquals(1, alone.status(), alone.said());
        Path settings = Files.writeString(folder.resolve("settings.txt"), "trim = 3\n");
        String[] arguments = {"segment", hdfs + "/shards", "-r", "-o", hdfs + "/sharded/", "--mask",
            hdfs + "/sharded/{dir}/{name}-mask.png", "--stats", hdfs + "/tables/sharded.csv", "--errors",
            hdfs + "/tables/failed.csv"};
        Processes.Ended many = Processes.end(submit(List.of(), arguments));
        assertEquals(1, many.status(), many.said());
        Map<String, byte[]> expected = tree(one);
        Path sharded = download(hdfs + "/sharded", "sharded");
        Map<String, byte[]> found = new TreeMap<>();
        found.putAll(Archives.unpacked(sharded.resolve("first/shard-0.tar")));
        found.putAll(Archives.unpacked(sharded.resolve("shard-1.tar.gz")));
        found.putAll(Archives.unpacked(sharded.resolve("shard-2.seq")));
        assertSame(expected, found);
        Map<String, byte[]> cut = Archives.unpacked(sharded.resolve("cut.tar"));
        assertTrue(cut.size() >= 2 && cut.size() < 16, cut.keySet().toString());
        cut.forEach((name, bytes) -> assertArrayEquals(expected.get(name), bytes, name));

        Path tables = download(hdfs + "/tables", "tables");
        String failed = Files.readString(tables.resolve("failed.csv"));
        assertTrue(failed.contains(hdfs + "/shards/shard-1.tar.gz/day 1/cut-öff.png"), failed);
        assertTrue(failed.contains(hdfs + "/shards/cut.tar"), failed);
        assertEquals(3, failed.lines().count(), failed);
        List<String> rows = Files.readAllLines(tables.resolve("sharded.csv"));
        assertEquals(1 + 24 + cut.size() / 2, rows.size());
        assertTrue(rows.stream().anyMatch(row -> row.startsWith(hdfs + "/shards/first/shard-0.tar/day 0/picture-0.png,"
                + hdfs + "/sharded/first/shard-0.tar/day 0/picture-0.png,")), rows.toString());
        Set<String> left = Stream.of(store().listStatus(new org.apache.hadoop.fs.Path(hdfs + "/sharded")))
                .map(status -> status.getPath().getName()).collect(Collectors.toSet());
        assertEquals(Set.of(".hadamask-rows", "first", "shard-1.tar.gz", "shard-2.seq", "cut.tar"), left);

        Processes.Ended again = Processes.end(submit(List.of(), joined(new String[]{"--resume"}, arguments)));
        assertTrue(again.said().contains("0 of " + (rows.size() + 1) + " images done, " + (rows.size() - 1)
                + " done before, 2 failed"), again.said());
        Processes.Ended other = Processes.end(submit(List.of(), joined(
                new String[]{"--resume", "--settings", settings.toString()}, arguments)));
        assertTrue(other.said().contains((rows.size() - 1) + " of " + (rows.size() + 1) + " images done, 2 failed"),
                other.said());
    }

    @Test
    void aWorkerIsKilledAndAnImageEndsProcesses() throws IOException, InterruptedException {
        Path images = folder.resolve("more");
        makeImages(images, 120, 120);
        Path one = folder.resolve("kill-one");
        Path many = folder.resolve("kill-many");
        Files.createDirectories(one);
        Files.createDirectories(many);
        Processes.Ended alone = alone("segment", images.toString(), "-r", "-o", one + "/{dir}/{name}.png");
        assertEquals(1, alone.status(), alone.said());
        String classes = Path.of(System.getProperty("top"), "target/spark/test-classes").toAbsolutePath().normalize()
                .toString();
        Path shards = Files.createDirectories(folder.resolve("more-shards"));
        for (int i = 0; i < 3; i++) {
            Archives.pack(images, "day " + i, shards.resolve("shard-" + i + ".tar"));
        }
        Processes.Running job = submit(
                List.of("--conf", "spark.hadoop.fs.deadly.impl=" + DeadlyFileSystem.class.getName(), "--conf",
                        "spark.executor.extraClassPath=" + classes, "--conf", "spark.speculation=true", "--jars",
                        testJar(classes).toString()),
                "segment", images.toString(), shards.toString(), "deadly://host/nowhere/picture.png", "-r", "-o",
                many + "/{dir}/{name}.png", "--errors",
                many + "/errors.csv");
        Processes.await("a shard is begun", job, () -> isBegun(many) || !job.process().isAlive());
        assertTrue(job.process().isAlive(), job.said());
        kill(0);
        Processes.Ended ended = Processes.end(job);
        assertEquals(1, ended.status(), ended.said());
        assertTrue(ended.said().contains("240 of 243 images done, 3 failed"), ended.said());
        Map<String, byte[]> found = tree(many);
        String errors = new String(found.remove("errors.csv"), StandardCharsets.UTF_8);
        assertTrue(
                errors.contains("deadly://host/nowhere/picture.png,\"has ended the process that worked on it, twice\""),
                errors);
        Map<String, byte[]> expected = tree(one);
        Map<String, byte[]> unpacked = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            String name = "shard-" + i + ".tar";
            assertNotNull(found.remove(name), name);
            unpacked.putAll(Archives.unpacked(many.resolve(name)));
        }
        assertSame(expected, found);
        assertSame(expected, unpacked);
        try (Stream<Path> left = Files.walk(many)) {
            assertEquals(List.of(), left.filter(path -> path.toString().contains(Order.ATTEMPTS)).toList());
        }
        startAgain(0);
    }

    /// The test's file system for the driver, which takes jars.
    private Path testJar(String classes) throws IOException {
        Path jar = folder.resolve("deadly.jar");
        String name = DeadlyFileSystem.class.getName().replace('.', '/') + ".class";
        try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new java.util.zip.ZipEntry(name));
            out.write(Files.readAllBytes(Path.of(classes, name)));
        }
        return jar;
    }

    /// Whether an attempt has written something of a shard.
    private static boolean isBegun(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(path -> path.toString().contains(Order.ATTEMPTS) && Files.isRegularFile(path))
                    .anyMatch(path -> path.toFile().length() > 0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return false; // a folder that was there a moment ago
        }
    }

    private static String[] joined(String[] more, String... words) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }
}
