package hadamask.file;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Paths as users name them.
///
/// @hidden public for other packages of Hadamask alone
public final class FilePath {
    private FilePath() {
    }

    /// The path that an argument names.
    ///
    /// @throws InputException if the system cannot have a file of that name
    public static Path of(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            // Either a zero byte, or characters that the system's names cannot have.
            throw argument.indexOf('\0') >= 0
                    ? new InputException("is not a name that a file can have", e).at(argument)
                    : new InputException("is not a name that a file can have in this locale",
                            "set LC_ALL=C.UTF-8, or rename it").at(argument);
        }
    }

    /// A name in which folders are parted by slashes alone: on Windows by either kind of slash, which the system takes both.
    public static String slashes(String argument) {
        return slashes(argument, FileSystems.getDefault());
    }

    /// The same of a name in a file system.
    public static String slashes(String argument, FileSystem system) {
        return system.getSeparator().equals("\\") ? argument.replace('\\', '/') : argument;
    }

    /// Whether two names that differ in small and capital letters alone are one file in a folder: as on Windows and macOS, and on most cards and
    /// sticks. It is tried out by a file that is removed again.
    ///
    /// @param file that would lie in the folder, which need not be there yet
    public static boolean ignoresCase(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        if (folder == null) {
            return false;
        }
        Path probe = Temporary.beside(folder.resolve("probe"));
        try {
            Files.createFile(probe);
            return Files.exists(probe.resolveSibling(probe.getFileName().toString().toUpperCase(Locale.ROOT)));
        } catch (IOException e) {
            return false; // nothing can be written there, which will be said
        } finally {
            Temporary.close(probe, false);
        }
    }

    /// A path in words. One that begins with a scheme, as in `hdfs:/host/x`, is what [Path] makes of the address of a file in another
    /// store, and has both slashes again: `hdfs://host/x`. A folder of this machine that is called so keeps its name.
    public static String words(String path) {
        int colon = path.indexOf(":/");
        boolean address = colon > 1 && path.indexOf('/') == colon + 1 && !path.startsWith("://", colon)
                && !Files.isDirectory(of(path.substring(0, colon + 1)));
        return address ? path.substring(0, colon + 1) + "/" + path.substring(colon + 1) : path;
    }

    /// Whether a name is that of a device or a pipe, which takes bytes as they come.
    public static boolean isDevice(String argument) {
        Path path = of(argument);
        return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    }

    /// The real path of a file, or null when it is not there.
    public static @Nullable Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }
}
