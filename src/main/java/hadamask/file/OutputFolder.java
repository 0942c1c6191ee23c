package hadamask.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A folder of files that is whole or absent, as a file of [Output] is.
///
/// The files are written to a hidden folder beside the target, which is renamed when all are there. It holds a mark, an
/// empty file named `.hadamask`: a folder with that mark may be replaced or removed by a later run, any other is left alone.
///
/// @hidden public for other packages of Hadamask alone
public final class OutputFolder implements AutoCloseable {
    private static final String MARK = ".hadamask";

    private final Path target;
    private final Path temporary;

    /// @param target the name of the complete folder
    /// @throws InputException if nothing can be written beside the target, or a folder stands there that may not be replaced
    public OutputFolder(Path target) {
        requireReplaceable(target);
        this.target = target;
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Temporary.clear(folder);
        }
        temporary = Temporary.beside(target);
        try {
            Temporary.open(temporary, path -> Files.createFile(Files.createDirectory(path).resolve(MARK)));
        } catch (IOException e) {
            close();
            throw failure(target, e);
        }
    }

    /// Refuses a target that is neither absent, nor empty, nor a folder that an earlier run made.
    ///
    /// @throws InputException with the reason
    public static void requireReplaceable(Path target) {
        boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (there && !isMarked(target) && !isEmpty(target)) {
            throw new InputException("stands where the pictures of the report belong, and no report made it",
                    "move it, or give the report another name").at(target.toString());
        }
    }

    /// Removes the folder of an earlier run, if there is one.
    ///
    /// @throws InputException if it cannot be removed
    public static void remove(Path target) {
        try {
            if (isMarked(target)) {
                Temporary.deleteAll(target);
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
        Temporary.waitForTheEnd();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw failure(target.resolve(name), e);
        }
    }

    /// Gives the folder its name; what an earlier run made under that name is removed.
    ///
    /// @throws InputException if it cannot be renamed, or another has put something in its place meanwhile
    public void complete() {
        requireReplaceable(target);
        try {
            Temporary.deleteAll(target);
            Files.move(temporary, target);
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /// Removes what was written, unless it is complete.
    @Override
    public void close() {
        Temporary.close(temporary, false);
    }

    private static boolean isMarked(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && Files.exists(folder.resolve(MARK));
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static InputException failure(Path file, IOException e) {
        return new InputException("cannot be written: " + Input.reason(e), e).at(file.toString());
    }
}
