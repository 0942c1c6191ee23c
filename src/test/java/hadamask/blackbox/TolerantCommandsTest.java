package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.format.ImageFormat;
import hadamask.image.Image;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--tolerant`: damaged images are refused without it, and read with a warning with it.
class TolerantCommandsTest {
    private static final String PROBLEM = "is a truncated JPEG: the data end before the picture does";

    @TempDir
    Path folder;

    private Path cut = Path.of("");
    private Path whole = Path.of("");

    @BeforeEach
    void aPictureThatIsCut() {
        Image disc = Files.disc(90, 70);
        whole = Files.write(folder.resolve("whole.jpg"), disc);
        byte[] file = Files.encoded(disc, ImageFormat.JPEG);
        cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(file, file.length * 3 / 4));
    }

    private List<List<Object>> commands() {
        Path out = folder.resolve("out.png");
        return List.of(List.of("segment", cut, "-o", out), List.of("refine", cut, "-o", out),
                List.of("apply", cut, whole, "-o", out), List.of("score", cut, whole),
                List.of("measure", cut));
    }

    private static Object[] with(List<Object> command, Object option) {
        Object[] args = Arrays.copyOf(command.toArray(), command.size() + 1);
        args[command.size()] = option;
        return args;
    }

    @Test
    void everyCommandRefusesInOneLineThatSaysTheOption() {
        for (List<Object> command : commands()) {
            Run run = Run.of(command.toArray());
            assertEquals(1, run.status());
            assertEquals("hadamask: DIR/cut.jpg: " + PROBLEM + " (--tolerant reads what is there)\n",
                    run.err(folder).replace(System.lineSeparator(), "\n"));
            assertFalse(Files.exists(folder.resolve("out.png")));
        }
    }

    @Test
    void everyCommandReadsWithOneWarning() {
        for (List<Object> command : commands()) {
            Run run = Run.of(with(command, "--tolerant"));
            assertEquals(0, run.status(), run.err());
            long warnings = run.err(folder).lines()
                    .filter(line -> line.equals("warning: DIR/cut.jpg: " + PROBLEM + " (what is there is read)"))
                    .count();
            assertEquals(1, warnings, run.err());
        }
    }

    @Test
    void quietRunsSayNothing() {
        Run run = Run.of("segment", "-q", cut, "-o", folder.resolve("q.png"), "--tolerant");
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    @Test
    void aRunThatIsResumedWithItDoesThePicturesAgain() {
        Object[] strict = {"segment", whole, cut, "-o", folder.resolve("out") + "/", "--resume", "-q"};
        assertEquals(1, Run.of(strict).status());
        Run tolerant = Run.of(with(List.of(strict), "--tolerant"));
        assertEquals(0, tolerant.status(), tolerant.err());
        assertTrue(Files.exists(folder.resolve("out/cut.png")) || Files.exists(folder.resolve("out/cut-cutout.png")));
        // What was read as far as it goes is no result of a run that refuses it.
        assertEquals(1, Run.of(strict).status());
    }
}
