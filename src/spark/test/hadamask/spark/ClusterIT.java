package hadamask.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
        Files.write(root.resolve("day 1/cut-öff.png"), java.util.Arrays.copyOf(whole, whole.length / 2));
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
        Processes.Running job = submit(
                List.of("--conf", "spark.hadoop.fs.deadly.impl=" + DeadlyFileSystem.class.getName(), "--conf",
                        "spark.executor.extraClassPath=" + classes, "--conf", "spark.speculation=true", "--jars",
                        testJar(classes).toString()),
                "segment", images.toString(), "deadly://host/nowhere/picture.png", "-r", "-o",
                many + "/{dir}/{name}.png", "--errors",
                many + "/errors.csv");
        Processes.await("some are done", job, () -> count(many) > 20 || !job.process().isAlive());
        assertTrue(job.process().isAlive(), job.said());
        kill(0);
        Processes.Ended ended = Processes.end(job);
        assertEquals(1, ended.status(), ended.said());
        assertTrue(ended.said().contains("120 of 122 images done, 2 failed"), ended.said());
        Map<String, byte[]> found = tree(many);
        String errors = new String(found.remove("errors.csv"), StandardCharsets.UTF_8);
        assertTrue(
                errors.contains("deadly://host/nowhere/picture.png,\"has ended the process that worked on it, twice\""),
                errors);
        assertSame(tree(one), found);
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

    private static long count(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(path -> path.toString().endsWith(".png")).count();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // a folder that was there a moment ago
        }
    }

    private static String[] joined(String[] more, String... words) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }
}
