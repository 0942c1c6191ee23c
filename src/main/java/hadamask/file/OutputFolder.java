package hadamask.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A folder of files that is whole or absent, as a file of [Output] is.
///
/// The files are written to a hidden folder beside the target, which is renamed when all are there. It holds a mark, an
/// empty file named `.hadamask`: a folder with that mark may be replaced or removed by a later run, any other is left alone.
public final class OutputFolder implements AutoCloseable {
    private static final String MARK = ".hadamask";

    private final Path target;
    private final Path temporary;

    /// @param target the name of the complete folder
    /// @throws InputException if nothing can be written beside the target, or a folder stands there that may not be replaced
    public OutputFolder(Path target) {
        requireReplaceable(target);
        this.target = target;
        temporary = target.resolveSibling(".hadamask-" + ProcessHandle.current().pid() + "-folder.tmp");
        Unfinished.FOLDERS.add(temporary);
        try {
            deleteAll(temporary);
            Files.createDirectory(temporary);
            Files.createFile(temporary.resolve(MARK));
        } catch (IOException e) {
            close();
            throw failure(target, e);
        }
    }

    /// Refuses a target that is neither absent, nor empty, nor a folder that an earlier run made.
    ///
    /// @throws InputException with the reason
    public static void requireReplaceable(Path target) {
        if (!isOurs(target) && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException("stands where the pictures of the report belong, and no report made it",
                    "move it, or give the report another name").at(target.toString());
        }
    }

    /// Removes the folder of an earlier run, if there is one.
    ///
    /// @throws InputException if it cannot be removed
    public static void remove(Path target) {
        try {
            if (isOurs(target)) {
                deleteAll(target);
            }
        } catch (IOException e) {
            throw new InputException("cannot be removed: " + Input.reason(e), e).at(target.toString());
        }
    }

    /// Writes a file.
    ///
    /// @param name relative to the folder, with `/` between folders, which are made
    /// @throws InputException if it cannot be written
    public void write(String name, byte[] content) {
        Path file = temporary.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw failure(target.resolve(name), e);
        }
    }

    /// Gives the folder its name; what an earlier run made under that name is removed.
    ///
    /// @throws InputException if it cannot be renamed
    public void complete() {
        try {
            deleteAll(target);
            Files.move(temporary, target);
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /// Removes what was written, unless it is complete.
    @Override
    public void close() {
        Unfinished.remove(temporary);
        Unfinished.FOLDERS.remove(temporary);
    }

    /// The folders that are being written: a signal that ends the program removes them.
    private static final class Unfinished {
        static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FOLDERS.forEach(Unfinished::remove)));
        }

        static void remove(Path folder) {
            try {
                deleteAll(folder);
            } catch (IOException e) {
                // The failure that left it there is the one to report.
            }
        }
    }

    private static boolean isOurs(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> some = files.limit(1).toList();
            return some.isEmpty() || Files.exists(folder.resolve(MARK));
        } catch (IOException e) {
            return false;
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            // In reverse order a folder comes after what it holds.
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static InputException failure(Path file, IOException e) {
        return new InputException("cannot be written: " + Input.reason(e), e).at(file.toString());
    }
}
