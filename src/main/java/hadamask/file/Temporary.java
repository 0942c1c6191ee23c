package hadamask.file;

import hadamask.parallel.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names under which files are written until they are whole, `.hadamask-HOST-PROCESS-NUMBER.tmp`, and the end of those
/// that a process left behind when it was killed.
///
/// @hidden public for other packages of Hadamask alone
public final class Temporary {
    private static final AtomicLong COUNT = new AtomicLong();
    /// The folders that this process writes to, which it has cleared.
    private static final Set<Path> CLEARED = ConcurrentHashMap.newKeySet();
    /// Files of another machine, or of one that was started anew, are left for so long.
    private static final Duration FOREIGN = Duration.ofDays(1);

    /// The files that are being written; guarded by itself.
    private static final Set<Path> UNFINISHED = new HashSet<>();
    private static boolean ended;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Temporary::end));
    }

    private Temporary() {
    }

    /// Where process numbers have a meaning: this machine since its start, or a container. A system that does not tell gives
    /// each process a host of its own, so that nobody takes its files for those of a process that is gone.
    private static final class Host {
        static final String NAME = Integer.toHexString(number(
                read(Path.of("/proc/sys/kernel/random/boot_id")) + link(Path.of("/proc/self/ns/pid"))));

        private static int number(String told) {
            return told.isEmpty() ? new Random().nextInt() : told.hashCode();
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                return "";
            }
        }

        private static String link(Path file) {
            try {
                return Files.readSymbolicLink(file).toString();
            } catch (IOException | UnsupportedOperationException e) {
                return "";
            }
        }
    }

    /// Makes a file.
    @FunctionalInterface
    interface Opening<T> {
        T open(Path temporary) throws IOException;
    }

    /// What the names look like.
    private static final class Name {
        static final String START = ".hadamask-";
        static final Pattern WHOLE = Pattern.compile("\\.hadamask-([0-9a-f]+)-(\\d+)-\\d+\\.tmp");
    }

    /// A name that no other file has, in the folder of the target.
    static Path beside(Path target) {
        long number = COUNT.incrementAndGet();
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && CLEARED.add(folder)) {
            clearMeanwhile(folder);
        }
        // Not the target's name with an addition, which may be longer than a name can be.
        return target.resolveSibling(Name.START + Host.NAME + "-" + ProcessHandle.current().pid() + "-" + number
                + ".tmp");
    }

    /// Clears a folder while the first file in it is written. A folder of very many files takes longer than a small image: nobody
    /// waits for it, and what is not cleared now is cleared by a later run.
    private static void clearMeanwhile(Path folder) {
        Daemon.start("clear", () -> clear(folder));
    }

    /// Opens a file that is removed when a signal ends the program. Behind such a signal nothing is opened any more.
    static <T> T open(Path temporary, Opening<T> opening) throws IOException {
        synchronized (UNFINISHED) {
            waitForTheEnd();
            UNFINISHED.add(temporary);
            return opening.open(temporary);
        }
    }

    /// The file has another name now, or is to be removed.
    static void close(Path temporary, boolean whole) {
        synchronized (UNFINISHED) {
            if (!whole) {
                deleteIfThere(temporary);
            }
            UNFINISHED.remove(temporary);
        }
    }

    /// Nobody goes on behind a signal that ends the program.
    static void waitForTheEnd() {
        synchronized (UNFINISHED) {
            while (ended) {
                try {
                    UNFINISHED.wait();
                } catch (InterruptedException e) {
                    // The end is near.
                }
            }
        }
    }

    private static void end() {
        synchronized (UNFINISHED) {
            ended = true;
            UNFINISHED.forEach(Temporary::deleteIfThere);
        }
    }

    /// Removes the temporary files of processes that are gone from a folder.
    ///
    /// Those of this machine go at once. Whether a process of another machine is alive cannot be seen: its files go when they
    /// are a day old.
    ///
    /// @return how many there were
    public static int clear(Path folder) {
        int cleared = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.startsWith(Name.START) && isStale(file, name)) {
                    deleteIfThere(file);
                    cleared++;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be read is none that this program wrote to.
        }
        return cleared;
    }

    private static boolean isStale(Path file, String called) throws IOException {
        Matcher name = Name.WHOLE.matcher(called);
        if (!name.matches()) {
            return false;
        }
        if (!name.group(1).equals(Host.NAME)) {
            FileTime modified = Files.getLastModifiedTime(file);
            return modified.toInstant().isBefore(Instant.now().minus(FOREIGN));
        }
        long process = Long.parseLong(name.group(2));
        // Where there is no /proc, not even this process is found alive.
        return process != ProcessHandle.current().pid()
                && ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static void deleteIfThere(Path temporary) {
        try {
            deleteAll(temporary);
        } catch (IOException e) {
            // The failure that left it there is the one to report.
        }
    }

    /// Deletes a file, or a folder with all that is in it; nothing when there is none.
    static void deleteAll(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(path);
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            // In reverse order a folder comes after what it holds.
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
