package hadamask.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Processes that a test has started, each with a log of its own; [#end()] ends them and all that they have started.
final class Processes {
    private final Path folder;
    private final List<Process> all = new ArrayList<>();
    private int count;

    /// @param folder for logs
    Processes(Path folder) {
        this.folder = folder;
    }

    /// What a process has said, and how it ended.
    record Ended(int status, String said) {}

    /// A process that runs on.
    ///
    /// @param log where what it says goes
    record Running(Process process, Path log) {
        String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                return "";
            }
        }

        /// Kills it and all that it has started, as SIGKILL does.
        void kill() {
            List<ProcessHandle> below = process.descendants().toList();
            process.destroyForcibly();
            below.forEach(ProcessHandle::destroyForcibly);
        }
    }

    Running start(Map<String, String> environment, List<String> command) throws IOException {
        Path log = folder.resolve("process-" + count++ + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.directory(folder.toFile());
        Process process = builder.start();
        all.add(process);
        return new Running(process, log);
    }

    Ended run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Running running = start(environment, command);
        return end(running);
    }

    static Ended end(Running running) throws InterruptedException {
        if (!running.process().waitFor(10, TimeUnit.MINUTES)) {
            throw new AssertionError("does not end: " + running.said());
        }
        return new Ended(running.process().exitValue(), running.said());
    }

    /// Waits until something is so.
    static void await(String what, Running running, BooleanSupplier so) throws InterruptedException {
        Instant last = Instant.now().plus(Duration.ofMinutes(8));
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(last)) {
                throw new AssertionError(what + " is not so; " + running.said());
            }
            Thread.sleep(100);
        }
    }

    /// The rest of the first line that begins with a word.
    static String word(Running running, String word) throws InterruptedException {
        await(word, running, () -> running.said().lines().anyMatch(line -> line.startsWith(word)));
        return running.said().lines().filter(line -> line.startsWith(word)).findFirst().orElseThrow()
                .substring(word.length());
    }

    void end() throws InterruptedException {
        List<ProcessHandle> below = all.stream().flatMap(Process::descendants).toList();
        for (Process process : all) {
            process.destroy();
        }
        for (Process process : all) {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        below.forEach(ProcessHandle::destroyForcibly);
    }
}
