package hadamask.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import hadamask.file.InputException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Many damaged inputs, one after the other, under supervision: none may take longer than 10 seconds or more memory than
/// agreed, and none may end in anything but a result or a refusal.
final class Trials {
    /// How many inputs each kind of file is tried with: `-Dmutations=N`.
    static final int COUNT = Integer.getInteger("mutations", 1000);
    /// The number of the first: `-Dmutations.from=N`.
    static final int FIRST = Integer.getInteger("mutations.from", 0);

    private static final long LONGEST = 10_000_000_000L;
    /// Where the machine itself stands still, it is not the input that hangs.
    private static final long LONGEST_PAUSED = 20 * LONGEST;
    private static final int SHOWN = 4000;

    private final String kind;
    private final List<byte[]> seeds;
    private final Trial trial;
    private final Map<String, String> findings = new LinkedHashMap<>();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private volatile long current;
    private volatile long begun;
    private volatile long begunProcessor;
    private int results;
    private int refusals;
    private long mostMemory;

    /// What is done with an input.
    interface Trial {
        /// @param number of the input, from which options may be chosen
        /// @return whether there was a result
        /// @throws InputException if the input is refused
        boolean of(byte[] file, long number) throws Exception;
    }

    private Trials(String kind, List<byte[]> seeds, Trial trial) {
        this.kind = kind;
        this.seeds = seeds;
        this.trial = trial;
    }

    /// Tries [#COUNT] damaged inputs, writes a line of figures to `target/mutations.csv`, and fails with all findings.
    ///
    /// @param kind of the files, for the figures
    /// @param mostMemory bytes that one input may take in the thread that reads it, released or not
    static void run(String kind, List<byte[]> seeds, long mostMemory, Trial trial)
            throws IOException, InterruptedException {
        Trials trials = new Trials(kind, seeds, trial);
        long start = System.nanoTime();
        trials.supervise(mostMemory);
        trials.writeFigures((System.nanoTime() - start) / 1e9);
        assertEquals("", String.join("\n", trials.findings.values()), kind);
    }

    /// Tries one input in this thread, under the same rules but for a hang without end, which is left to the caller.
    ///
    /// @throws Exception whatever the trial throws but a refusal
    static void hold(byte[] file, long mostMemory, Trial trial) throws Exception {
        long memory = allocated(file, trial);
        if (memory > mostMemory) {
            // It may have been the first that some classes were loaded for, and changed by the fuzzer.
            memory = allocated(file, trial);
        }
        assertTrue(memory <= mostMemory, "takes " + memory + " bytes, expected at most " + mostMemory);
    }

    private static long allocated(byte[] file, Trial trial) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long processor = threads.getCurrentThreadCpuTime();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            trial.of(file, 0);
        } catch (InputException e) {
            // A refusal is as good as a result.
        }
        long took = threads.getCurrentThreadCpuTime() - processor;
        assertTrue(took <= LONGEST, () -> "takes " + took + " ns of processor time");
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void supervise(long limit) throws InterruptedException {
        begun = System.nanoTime();
        Thread worker = Thread.ofPlatform().daemon().name("trials").start(() -> all(limit));
        while (!worker.join(Duration.ofMillis(100))) {
            long took = System.nanoTime() - begun;
            long worked = threads.getThreadCpuTime(worker.threadId()) - begunProcessor;
            if (took > LONGEST && (worked > LONGEST || took > LONGEST_PAUSED)) {
                find("hang", current, "takes more than 10 s: " + Arrays.toString(worker.getStackTrace()));
                return;
            }
        }
    }

    private void all(long limit) {
        for (long number = FIRST; number < FIRST + (long) COUNT; number++) {
            current = number;
            begunProcessor = threads.getCurrentThreadCpuTime();
            begun = System.nanoTime();
            long before = threads.getCurrentThreadAllocatedBytes();
            one(number);
            long memory = threads.getCurrentThreadAllocatedBytes() - before;
            mostMemory = Math.max(mostMemory, memory);
            if (memory > limit) {
                find("memory", number, "takes " + memory + " bytes, expected at most " + limit);
            }
        }
    }

    private void one(long number) {
        byte[] file = Mutator.input(seeds, number);
        try {
            if (trial.of(file, number)) {
                results++;
            } else {
                refusals++;
            }
        } catch (InputException e) {
            refusals++;
        } catch (Throwable e) {
            StackTraceElement[] trace = e.getStackTrace();
            String place = Arrays.stream(trace).limit(3).map(Object::toString).collect(Collectors.joining());
            find(e.getClass() + place, number, e + "\n  at " + Arrays.stream(trace).limit(14).map(Object::toString)
                    .collect(Collectors.joining("\n  at ")));
        }
    }

    /// Notes a finding; the same at the same place is noted once.
    private synchronized void find(String place, long number, String what) {
        byte[] file = Mutator.input(seeds, number);
        String bytes = file.length > SHOWN ? "too long to show" : Base64.getEncoder().encodeToString(file);
        findings.putIfAbsent(place, kind + " " + number + ": " + what + "\n  " + bytes);
    }

    private void writeFigures(double seconds) throws IOException {
        Path file = Path.of(System.getProperty("basedir", "."), "target", "mutations.csv");
        try { // other tests may write at the same time
            Files.writeString(file, "kind,first,inputs,results,refusals,findings,seconds,most_mb\n",
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // It has its heading.
        }
        Files.writeString(file, String.format(Locale.ROOT, "%s,%d,%d,%d,%d,%d,%.1f,%d%n", kind, FIRST, COUNT, results,
                refusals, findings.size(), seconds, mostMemory >> 20), StandardOpenOption.APPEND);
    }
}
