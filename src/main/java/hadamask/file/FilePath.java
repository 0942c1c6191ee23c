package hadamask.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

    /// A path in words. One that begins with a scheme, as in `hdfs:/host/x`, is what [Path] makes of the address of a file in another
    /// store, and has both slashes again: `hdfs://host/x`.
    public static String words(String path) {
        int colon = path.indexOf(":/");
        return colon > 1 && path.indexOf('/') == colon + 1 && !path.startsWith("://", colon)
                ? path.substring(0, colon + 1) + "/" + path.substring(colon + 1)
                : path;
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
