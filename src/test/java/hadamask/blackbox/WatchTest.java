package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What does not go with `--watch`; [WatchIT] watches.
class WatchTest {
    @TempDir
    Path folder;

    private void refused(String problem, Object... args) {
        Map<String, Long> before = Files.contents(folder);
        Run run = Run.of(args);
        assertEquals("hadamask: " + problem + " (see hadamask segment --help)\n", run.err(folder));
        assertEquals(2, run.status());
        assertEquals(before, Files.contents(folder));
    }

    @ParameterizedTest
    @CsvSource({"--stats, s.csv", "--report, r.html", "--errors, e.csv", "--measure, m.csv"})
    void whatIsOfAllImagesHasNoEnd(String option, String name) {
        refused(option + ": is of all images, and a folder that is watched has no last one, expected no --watch",
                "segment",
                folder.resolve("in"), "-r", "-o", folder.resolve("out") + "/", "--watch", option, folder.resolve(name));
    }

    @Test
    void onlyFoldersAreWatchedAndResultsLieElsewhere() throws IOException {
        Path in = java.nio.file.Files.createDirectory(folder.resolve("in"));
        Path file = Files.write(folder.resolve("a.png"), Files.disc(9, 9));
        refused("--watch: looks into folders, expected -r and no list of files", "segment", file, "--watch", "-o",
                folder.resolve("out") + "/");
        refused("--watch: DIR/a.png is no folder, expected folders", "segment", file, "-r", "--watch", "-o",
                folder.resolve("out") + "/");
        refused("--watch: DIR/in is where results are written, which is not searched, expected results elsewhere",
                "segment",
                in, "-r", "--watch", "-o", in.resolve("{name}-cut.png"));
        refused("--output: DIR/x.png is one file for many images, expected a folder or a pattern", "segment", in, "-r",
                "--watch", "-o", folder.resolve("x.png"));
        refused("--output: {index} is the place among all images, which are not known yet, expected a pattern without it",
                "segment", in, "-r", "--watch", "-o", folder.resolve("out/{index}.png"));
    }
}
