package hadamask.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where bytes come from: a file, or a stream such as standard input.
public final class Input {
    /// How messages call standard input.
    public static final String STANDARD = "standard input";

    private final String name;
    private final @Nullable Path path;
    private final @Nullable InputStream stream;

    private Input(String name, @Nullable Path path, @Nullable InputStream stream) {
        this.name = name;
        this.path = path;
        this.stream = stream;
    }

    /// @param path a file; it is looked at only when it is read
    public static Input file(Path path) {
        return new Input(path.toString(), path, null);
    }

    /// @param name how messages call it
    /// @param stream read once, closed by its owner
    public static Input stream(String name, InputStream stream) {
        return new Input(name, null, stream);
    }

    /// The file, or null for a stream.
    public @Nullable Path path() {
        return path;
    }

    /// How messages call it: the path as it was given, or the name of the stream.
    public String name() {
        return name;
    }

    /// The whole content.
    ///
    /// @throws InputException if there is no such file, it is a folder, it cannot be read, or it has 2 GiB or more
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new InputException("cannot be read: " + reason(e), e).at(name);
        } catch (OutOfMemoryError e) {
            throw new InputException("is too large for the memory there is",
                    "give it more with HADAMASK_OPTS=-Xmx8g").at(name);
        }
    }

    /// A stream over the content, to be closed by the caller.
    ///
    /// @throws InputException if there is no such file, it is a folder, or it may not be read
    public InputStream open() {
        if (path == null) {
            return Objects.requireNonNull(stream);
        }
        if (Files.isDirectory(path)) {
            throw new InputException("is a folder, expected a file").at(name);
        }
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new InputException("cannot be read: " + reason(e), e).at(name);
        }
    }

    /// What the system said about a file, in words: the class of a file error says more than its message.
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
