package hadamask.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tables on a cluster: what it writes is what one machine writes, byte for byte, also where a worker is killed in the middle.
class TablesOnClusterIT extends OnCluster {
    /// A table of that many rows, larger than its pieces, with ties and labels.
    private Path table(String name, int rows) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Random random = new Random(4);
            StringBuilder text = new StringBuilder("id,a,b,c\n");
            for (int i = 0; i < rows; i++) {
                text.append("row ").append(i);
                for (int k = 0; k < 3; k++) {
                    text.append(',').append(Math.rint(8 * random.nextGaussian()) / 4);
                }
                text.append('\n');
            }
            Files.writeString(file, text);
            upload(file, hdfs + "/" + name);
        }
        return file;
    }

    /// Runs a command here and there, and compares.
    private void assertSame(Path table, String output, String... arguments) throws IOException, InterruptedException {
        Path one = folder.resolve("one-" + output);
        List<String> here = new ArrayList<>(List.of(arguments));
        here.addAll(List.of(table.toString(), "-o", one.toString()));
        Processes.Ended alone = alone(here.toArray(String[]::new));
        assertEquals(0, alone.status(), alone.said());
        List<String> there = new ArrayList<>(List.of(arguments));
        there.addAll(List.of(hdfs + "/" + table.getFileName(), "-o", hdfs + "/results/" + output));
        Processes.Ended many = Processes.end(submit(List.of("--conf", "spark.hadamask.piece=64k"),
                there.toArray(String[]::new)));
        assertEquals(0, many.status(), many.said());
        assertArrayEquals(Files.readAllBytes(one),
                Files.readAllBytes(download(hdfs + "/results/" + output, "many-" + output)), output);
        assertTrue(Stream.of(store().listStatus(new org.apache.hadoop.fs.Path(hdfs + "/results")))
                .noneMatch(file -> file.getPath().getName().startsWith(".")));
    }

    @Test
    void linesOfRowsAreThoseOfOneMachine() throws IOException, InterruptedException {
        Path table = table("rows.csv", 20_000);
        assertSame(table, "mahalanobis.csv", "mahalanobis", "--digits", "9");
        assertSame(table, "white.npy", "whiten", "--method", "zca");
    }

    @Test
    void covariancesAreThoseOfOneMachine() throws IOException, InterruptedException {
        Path table = table("rows.csv", 20_000);
        assertSame(table, "covariance.csv", "covariance", "--correlation");
        assertSame(table, "axes.csv", "axes");
    }

    @Test
    void listsOfPairsAreThoseOfOneMachine() throws IOException, InterruptedException {
        Path table = table("few.csv", 500);
        assertSame(table, "near.tsv", "distances", "--knn", "4");
        assertSame(table, "like.npy", "similarity", "--columns", "a-c", "-m", "cosine", "--zero-vector", "nan");
    }

    @Test
    void aWorkerIsKilledAndTheMatrixIsWhole() throws IOException, InterruptedException {
        Path table = table("some.csv", 5000);
        Path one = folder.resolve("whole-one.npy");
        Path place = Files.createDirectories(folder.resolve("whole"));
        Path many = place.resolve("many.npy");
        String[] metric = {"distances", "-m", "minkowski", "--p", "3.3", "--dtype", "float32", "-q", table.toString()};
        assertEquals(0, alone(joined(metric, "-o", one.toString())).status());
        Processes.Running job = submit(List.of(), joined(metric, "-o", many.toString()));
        Processes.await("some parts are done", job, () -> parts(place) > 0 || !job.process().isAlive());
        assertTrue(job.process().isAlive(), job.said());
        kill(1);
        Processes.Ended ended = Processes.end(job);
        startAgain(1);
        assertEquals(0, ended.status(), ended.said());
        assertEquals(-1, Files.mismatch(one, many));
        try (Stream<Path> left = Files.list(place)) {
            assertEquals(List.of(many), left.toList());
        }
    }

    private static long parts(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(path -> path.getFileName().toString().startsWith("part-")).count();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // a file that was there a moment ago
        }
    }

    @Test
    void whatIsWrongIsSaidInTheWordsOfOneMachine() throws IOException, InterruptedException {
        Path table = folder.resolve("bad.csv");
        Files.writeString(table, "a,b\n" + "1,2\n".repeat(30_000) + "1,x\n" + "3,4\n".repeat(30_000));
        Processes.Ended many = Processes.end(submit(List.of("--conf", "spark.hadamask.piece=64k"), "axes",
                table.toString()));
        assertEquals(1, many.status(), many.said());
        assertTrue(many.said().contains("bad.csv: row 30002, column \"b\": \"x\" is not a number"), many.said());
        Processes.Ended usage = Processes.end(submit(List.of(), "mahalanobis", "--adjust", "holm", table.toString()));
        assertEquals(2, usage.status(), usage.said());
        assertTrue(usage.said().contains("bonferroni alone is written by several machines"), usage.said());
    }

    private static String[] joined(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }
}
