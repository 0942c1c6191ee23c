package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import hadamask.codec.format.ImageFormat;
import hadamask.image.Rectangle;
import hadamask.segment.GrayClusters;
import hadamask.segment.Statistics;
import hadamask.segment.cluster.Certificate;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.Clusters.Cluster;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.GrayScale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Statistics FOUND = new Statistics(4, 3, 8,
            new GrayClusters(GrayScale.REC709, AlphaUse.IGNORE,
                    new Clusters(List.of(new Cluster(Double.NaN, 0, 10), new Cluster(0.1 + 0.2, 12, 765)),
                            List.of(1 / 3.0), 765, 1e-300,
                            new Certificate(Certificate.Verdict.CORRECTED, 1.1e-300)),
                    List.of(false, true)),
            12, new Rectangle(0, 1, 2, 3), 1);
    private static final Map<String, Double> SECONDS = Map.of("decode", 0.012345678901);

    @TempDir
    Path folder;

    private Path image = Path.of("");
    private Job job = new Job(new Source(null, null, 1), Map.of());

    @BeforeEach
    void aJobThatIsDone() throws IOException {
        image = Files.writeString(folder.resolve("a\n\"b\".jpg"), "image");
        Path result = Files.writeString(folder.resolve("a\n\"b\".png"), "result");
        job = new Job(new Source(image, null, 1),
                Map.of(Result.CUTOUT, new Target(result.toString(), ImageFormat.PNG)));
        done("settings");
    }

    private void done(String settings) {
        try (Journal journal = Journal.in(folder, settings)) {
            FileState state = Objects.requireNonNull(FileState.of(image)).with("image".getBytes(
                    StandardCharsets.UTF_8));
            journal.finished(new Outcome.Done(job, FOUND, SECONDS, state));
        }
    }

    private Outcome.@Nullable Skipped earlier(String settings, boolean checksum) {
        try (Journal journal = Journal.in(folder, settings)) {
            journal.read();
            return journal.earlier(job, true, false, checksum);
        }
    }

    @Test
    void whatIsDoneIsKnownWithItsStatistics() {
        Outcome.Skipped known = Objects.requireNonNull(earlier("settings", false));
        assertEquals(FOUND, known.statistics());
        assertEquals(SECONDS, known.seconds());
    }

    @Test
    void otherSettingsAreAnotherRun() {
        assertNull(earlier("others", false));
        done("others");
        assertNotNull(earlier("others", false));
        assertNull(earlier("settings", false), "the last line about a result counts");
    }

    @Test
    void aLineThatWasCutOffIsPassedOverAndEndsBeforeTheNext() throws IOException {
        Path file = folder.resolve(Journal.NAME);
        byte[] line = Files.readAllBytes(file);
        for (int length = 0; length < line.length - 1; length++) {
            Files.write(file, Arrays.copyOf(line, length));
            assertNull(earlier("settings", false));
            done("settings");
            assertNotNull(earlier("settings", false));
        }
        Files.write(file, Arrays.copyOf(line, line.length - 1)); // all but the line break
        assertNotNull(earlier("settings", false));
    }

    @Test
    void linesOfOthersArePassedOver() throws IOException {
        Files.writeString(folder.resolve(Journal.NAME),
                "[]\n{}\n{\"input\":3}\nnull\n{\"settings\":\"x\",\"input\":\"y\"}\n"
                        + Files.readString(folder.resolve(Journal.NAME)) + "\0\u00ff\n");
        assertNotNull(earlier("settings", false));
    }

    @Test
    void anImageThatChangedIsDoneAgain() throws IOException {
        Files.setLastModifiedTime(image, FileTime.fromMillis(1));
        assertNull(earlier("settings", false));
        assertNotNull(earlier("settings", true), "its content is the same");
        Files.writeString(image, "imagf");
        assertNull(earlier("settings", true));
        Files.delete(image);
        assertNull(earlier("settings", false));
    }

    @Test
    void aResultThatChangedOrIsGoneIsMadeAgain() throws IOException {
        Path result = Path.of(String.valueOf(job.cutout()));
        FileTime time = Files.getLastModifiedTime(result);
        Files.writeString(result, "resulT");
        Files.setLastModifiedTime(result, FileTime.fromMillis(time.toMillis() + 1000));
        assertNull(earlier("settings", false));
        Files.delete(result);
        assertNull(earlier("settings", false));
    }

    @Test
    void anotherImageForTheSameResultIsAnother() throws IOException {
        Path other = Files.writeString(folder.resolve("c.jpg"), "image");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(image));
        job = new Job(new Source(other, null, 1), job.targets());
        assertNull(earlier("settings", false));
    }

    @Test
    void rowsAreKeptToTheLastBit() {
        double[] values = {1, -0.0, 0.1 + 0.2, Double.NaN, Double.POSITIVE_INFINITY, 1e300, 4.9e-324, 1L << 53};
        Measured rows = new Measured(List.of("a\n\"", "b"), values, List.of("said once"));
        try (Journal journal = Journal.in(folder, "settings")) {
            journal.finished(new Outcome.Done(job, null, SECONDS, FileState.of(image), null, rows));
        }
        try (Journal journal = Journal.in(folder, "settings")) {
            journal.read();
            Measured known = Objects.requireNonNull(
                    Objects.requireNonNull(journal.earlier(job, false, true, false)).measured());
            assertEquals(rows.columns(), known.columns());
            assertArrayEquals(values, known.values());
            assertEquals(List.of(), known.notes());
            assertNull(journal.earlier(job, true, true, false), "no statistics were asked for then");
        }
    }

    @Test
    void theFileThatGoesWithAnImageMustBeTheSame() throws IOException {
        Path partner = Files.writeString(folder.resolve("partner.png"), "partner");
        Job alone = new Job(new Source(image, null, 1), Map.of());
        Job pair = new Job(alone.source(), Map.of(), partner);
        Measured rows = new Measured(List.of("a"), new double[]{1}, List.of());
        try (Journal journal = Journal.beside(folder.resolve("t.csv"), "settings", false)) {
            journal.finished(new Outcome.Done(pair, null, SECONDS, FileState.of(image), FileState.of(partner), rows));
        }
        try (Journal journal = Journal.beside(folder.resolve("t.csv"), "settings", true)) {
            journal.read();
            assertNotNull(journal.earlier(pair, false, true, false));
            assertNull(journal.earlier(alone, false, true, false));
            assertNull(journal.earlier(new Job(alone.source(), Map.of(), image), false, true, false));
            assertNull(
                    journal.earlier(new Job(new Source(image, null, 1, new Page(1, 1, true)), Map.of(), partner), false,
                            true, false));
            Files.writeString(partner, "partners");
            assertNull(journal.earlier(pair, false, true, false));
            assertNull(journal.earlier(pair, false, true, true));
        }
    }
}
