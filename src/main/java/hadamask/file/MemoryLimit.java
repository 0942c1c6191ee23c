package hadamask.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The memory that the process may take, and what of it is there for inputs and results.
///
/// The heap of the virtual machine is that much smaller than the process may become that code, threads and native
/// decoders have room beside it: so no count of this class need be exact. What is known not to fit is refused before it is
/// read; whatever still finds no room is an [OutOfMemoryError], which [#exceeded()] words.
public final class MemoryLimit {
    private static final long MEGABYTE = 1 << 20;
    /// The young generation, and what the program itself keeps.
    private static final long OWN = 14 * MEGABYTE;
    /// The part of the limit that native decoders may take together, beside the heap.
    private static final int OUTSIDE = 16;
    /// The part of the limit that threads may take, at a megabyte each, beside the first few.
    private static final int THREADS = 32;
    private static final int FEW_THREADS = 4;

    /// Where Linux says how much of the memory a process has.
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern MOST = Pattern.compile("VmHWM:\\s*(\\d+) kB");

    private final long process;
    private final long room;
    private final boolean promised;
    private final long taken;

    private MemoryLimit(long process, long heap, boolean promised, long taken) {
        this.process = process;
        this.promised = promised;
        this.room = Math.max(0, heap - OWN);
        this.taken = taken;
    }

    /// @param process bytes that the process may take, its heap among them
    public static MemoryLimit of(long process) {
        return new MemoryLimit(process, Runtime.getRuntime().maxMemory(), true, 0);
    }

    /// Where nobody has said one: the heap and a quarter.
    public static MemoryLimit ofHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        return new MemoryLimit(heap + heap / 4, heap, false, 0);
    }

    /// The same where a part of the heap is taken as long as the run.
    public MemoryLimit less(long bytes) {
        return new MemoryLimit(process, room + OWN - Math.min(room, bytes), promised, taken + bytes);
    }

    /// Bytes of the heap that are taken as long as the run.
    public long taken() {
        return taken;
    }

    /// Bytes of the heap that inputs and results may take together.
    public long room() {
        return room;
    }

    /// Bytes that native decoders and encoders of several images may take together.
    public long outside() {
        return process / OUTSIDE;
    }

    /// As many threads as were asked for, or fewer where they would take too much of the memory.
    public int threads(int asked) {
        return (int) Math.min(asked, FEW_THREADS + process / THREADS / MEGABYTE);
    }

    /// Refuses what does not fit.
    ///
    /// @param what it is, such as `400 x 300 pixels`
    /// @param bytes that it takes of the heap
    /// @throws InputException if that is more than there is; without the name of the file
    public void require(String what, long bytes) {
        if (bytes > room) {
            // A larger limit has more room for threads and native decoders, too: a tenth is theirs.
            throw new InputException(
                    what + " need about " + text(process + (bytes - room) / 9 * 10) + ", more than the "
                            + text(process) + " that are allowed",
                    Remedy.of(Remedy.Kind.MORE_MEMORY));
        }
    }

    /// Refuses what native code that reads and writes several images has no room for.
    ///
    /// @param what it is
    /// @param bytes that it takes beside the heap
    /// @throws InputException if that is more than there is; without the name of the file
    public void requireOutside(String what, long bytes) {
        if (bytes > outside()) {
            throw new InputException(what + " need " + text(bytes) + " beside the heap, more than the "
                    + text(outside()) + " that a limit of " + text(process) + " leaves to a batch",
                    "do it alone, or allow more");
        }
    }

    /// Refuses to go on where the process has had more than somebody said that it may, as native code makes it whose memory nothing
    /// bounds. Where the system does not say how much that is, nothing is refused.
    ///
    /// @param what takes it
    /// @throws InputException without the name of the file
    public void requireKept(String what) {
        if (!promised || !Files.isReadable(STATUS)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1)) {
                Matcher most = MOST.matcher(line);
                if (most.matches() && Long.parseLong(most.group(1)) * 1024 > process) {
                    throw new InputException(what + ": " + text(Long.parseLong(most.group(1)) * 1024)
                            + " were taken, more than the " + text(process) + " that are allowed",
                            Remedy.of(Remedy.Kind.MORE_MEMORY));
                }
            }
        } catch (IOException e) {
            // then the system does not say it
        }
    }

    /// What has run out on the way, as the virtual machine says it: memory, the length that an array can have, or threads.
    public InputException exceeded(OutOfMemoryError error) {
        String said = String.valueOf(error.getMessage());
        if (said.contains("native thread")) {
            return new InputException("the system gives no more threads", "raise ulimit -u");
        }
        return said.contains("array size") || said.contains("Required length")
                ? new InputException("has 2 GiB or more in one piece, expected less")
                : exceeded();
    }

    /// The failure where memory has run out on the way.
    public InputException exceeded() {
        return new InputException("needs more memory than the " + text(process) + " that are allowed",
                Remedy.of(Remedy.Kind.MORE_MEMORY_OR_PARTS));
    }

    /// A number of bytes to be read by people: `512 MB`, `1.9 GB`; powers of 1024.
    public static String text(long bytes) {
        double megabytes = bytes / (double) MEGABYTE;
        return megabytes < 999.5
                ? Math.round(megabytes) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024).replace(".0 GB", " GB");
    }
}
