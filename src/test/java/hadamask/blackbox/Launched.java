package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A shell command that ran in a process of its own.
///
/// @param status exit status; 128 and the number of the signal that ended it
/// @param out standard output
/// @param err standard error
@SuppressWarnings("ArrayRecordComponent") // looked at, never compared
record Launched(int status, byte[] out, String err) {
    /// The folder of the project.
    static final Path PROJECT = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();

    /// Starts a command of the shell.
    ///
    /// @param folder working directory
    /// @param environment variables of this command alone; those of the launcher are not inherited
    static Process start(Path folder, Map<String, String> environment, String command) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        for (String name : new String[]{"HADAMASK_JAVA", "HADAMASK_OPTS", "JAVA_HOME", "JAVA_TOOL_OPTIONS"}) {
            builder.environment().remove(name);
        }
        // What was built is tested, also while sources are changed.
        builder.environment().put("HADAMASK_BUILD", "no");
        builder.environment().putAll(environment);
        builder.environment().put("HADAMASK", PROJECT.resolve("scripts/hadamask").toString());
        builder.environment().put("SEGMENT", PROJECT.resolve("scripts/segment").toString());
        builder.environment().put("SAMPLES", PROJECT.resolve("samples").toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a command of the shell, in which `$HADAMASK`, `$SEGMENT` and `$SAMPLES` are known.
    static Launched run(Path folder, Map<String, String> environment, String command) {
        try {
            // Standard error goes to a file: nobody need empty two pipes at once.
            Path errors = java.nio.file.Files.createTempFile("hadamask-test", ".err");
            try {
                return finished(start(folder, environment, "exec 2>'" + errors + "'; " + command), errors);
            } finally {
                java.nio.file.Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Launched run(Path folder, String command) {
        return run(folder, Map.of(), command);
    }

    private static Launched finished(Process process, Path errors) throws IOException {
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            byte[] bytes = out.readAllBytes();
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "ends within two minutes");
            return new Launched(process.exitValue(), bytes, Files.text(errors));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /// The command must succeed and say nothing on standard error.
    Launched succeeded() {
        assertEquals("", err);
        assertEquals(0, status);
        return this;
    }

    String text() {
        return new String(out, StandardCharsets.UTF_8);
    }
}
