package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.codec.format.ImageFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that fills is watched by a process of its own.
class WatchIT {
    /// Files count as whole after a fifth of a second here.
    private static final Map<String, String> QUICK = Map.of("HADAMASK_OPTS", "-Dhadamask.quiet=200");

    @TempDir
    Path folder;

    private @Nullable Process running;

    private Process process() {
        return Objects.requireNonNull(running);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private String said() {
        return Files.exists(file("err")) ? Files.text(file("err")) : "";
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(String what, Condition condition) throws IOException, InterruptedException {
        for (int i = 0; i < 2000 && process().isAlive() && !condition.holds(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertTrue(process().isAlive() && condition.holds(), what + ": " + said());
    }

    private void start() {
        running = Launched.start(folder, QUICK, "exec $SEGMENT in -r -o out/ --watch 2>err");
    }

    private void end(String signal, int status) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process().pid())).start().waitFor();
        assertTrue(process().waitFor(10, TimeUnit.SECONDS));
        assertEquals(status, process().exitValue());
    }

    @Test
    void whatComesIsDoneWhenItIsWholeAndWhatFailsEndsNothing() throws IOException, InterruptedException {
        start();
        await("it waits", () -> said().equals("waiting for in, which is not there yet (Ctrl-C ends it)\n"));
        java.nio.file.Files.createDirectory(file("in"));
        Files.write(file("in/a.png"), Files.disc(40, 30));
        await("a", () -> Files.exists(file("out/a.png")));

        byte[] slow = Files.encoded(Files.disc(300, 200), ImageFormat.BMP);
        try (OutputStream out = java.nio.file.Files.newOutputStream(file("in/slow.bmp"))) {
            for (int i = 0; i < 8; i++) { // each piece comes before the file is taken for whole
                out.write(Arrays.copyOfRange(slow, i * slow.length / 8, (i + 1) * slow.length / 8));
                TimeUnit.MILLISECONDS.sleep(60);
                assertFalse(Files.exists(file("out/slow.png")));
            }
        }
        await("slow", () -> Files.exists(file("out/slow.png")));

        Path made = java.nio.file.Files.createDirectories(file("made/deep"));
        Files.write(made.resolve("b.png"), Files.disc(50, 30));
        Files.write(made.resolve("broken.jpg"), "no picture");
        java.nio.file.Files.move(file("made"), file("in/made"));
        await("a folder that is moved into place", () -> Files.exists(file("out/made/deep/b.png")));
        await("what fails", () -> said().contains("hadamask: in/made/deep/broken.jpg: is not an image"));

        Files.write(file("in/made/deep/broken.jpg"), Files.disc(20, 20));
        await("what was mended", () -> Files.exists(file("out/made/deep/broken.png")));
        end("INT", 130);
        assertTrue(said().endsWith("hadamask: interrupted: 4 of 5 images done, 1 failed\n"), said());

        start();
        await("what was done before",
                () -> said().contains("0 of 4 images done, 4 done before, waiting for more in in"));
        end("TERM", 143);
        assertTrue(Launched.run(folder, "$SEGMENT in -r -o out/ --resume").err().contains("4 done before"));
    }
}
