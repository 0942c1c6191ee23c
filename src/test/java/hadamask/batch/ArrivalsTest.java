package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that come into a folder.
class ArrivalsTest {
    private static final long QUIET = 100;

    @TempDir
    Path folder;

    private final Arrivals arrivals = new Arrivals(QUIET);

    private Path write(String name, String text, long time) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(time));
        return file;
    }

    private List<String> ready(long now, String... names) {
        List<Source> found = new ArrayList<>();
        for (String name : names) {
            found.add(new Source(folder.resolve(name), Source.TOP, found.size() + 1));
        }
        return arrivals.of(found, now).stream().map(Source::stem).toList();
    }

    @Test
    void aFileIsTakenOnceWhenItIsQuiet() throws IOException {
        write("a", "1", 5);
        assertEquals(List.of(), ready(0, "a"));
        assertTrue(arrivals.expectsMore());
        assertEquals(List.of(), ready(99, "a"));
        assertEquals(List.of("a"), ready(100, "a"));
        assertFalse(arrivals.expectsMore());
        assertEquals(List.of(), ready(1000, "a"));
    }

    @Test
    void whatGrowsOrIsWrittenOverWaitsAnew() throws IOException {
        write("a", "1", 5);
        ready(0, "a");
        write("a", "12", 5);
        assertEquals(List.of(), ready(100, "a"));
        write("a", "21", 6);
        assertEquals(List.of(), ready(200, "a"));
        assertEquals(List.of("a"), ready(300, "a"));
        write("a", "31", 7);
        assertEquals(List.of(), ready(400, "a"));
        assertEquals(List.of("a"), ready(500, "a"));
    }

    @Test
    void whatIsEmptyOrGoneIsNotTakenAndIsForgotten() throws IOException {
        write("empty", "", 5);
        write("a", "1", 5);
        ready(0, "empty", "a", "gone");
        assertEquals(List.of("a"), ready(200, "empty", "a", "gone"));
        Files.delete(folder.resolve("a"));
        assertEquals(List.of(), ready(300));
        write("a", "1", 5);
        assertEquals(List.of(), ready(400, "a"));
        assertEquals(List.of("a"), ready(500, "a"), "it has come anew");
    }

    @Test
    void twoImagesWithOneResultAreRefusedOneByOne() throws IOException {
        Owners owners = new Owners();
        List<Outcome> outcomes = new ArrayList<>();
        for (String name : new String[]{"a.jpg", "a.png", "b.png"}) {
            write(name, "1", 5);
            List<Source> one = List.of(new Source(folder.resolve(name), Source.TOP, 1));
            Targets targets = new Targets(one, Targets.Extent.FOUND);
            targets.put(Result.MASK, "--mask", folder.resolve("out") + "/");
            List<Job> jobs = owners.jobs(targets, one);
            outcomes.add(owners.guarding(job -> new Outcome.Skipped(job, null, java.util.Map.of(), null))
                    .apply(jobs.getFirst()));
        }
        assertTrue(outcomes.get(1) instanceof Outcome.Failed failed
                && failed.cause().problem().contains("a.jpg is, expected another name"));
        assertTrue(outcomes.get(0) instanceof Outcome.Skipped && outcomes.get(2) instanceof Outcome.Skipped);
        assertNull(outcomes.get(1).job().target(Result.MASK));
    }
}
