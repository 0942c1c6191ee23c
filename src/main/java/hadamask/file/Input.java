package hadamask.file;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where bytes come from: a file, or standard input, which is written `-`.
public final class Input {
    private final @Nullable Path path;

    private Input(@Nullable Path path) {
        this.path = path;
    }

    /// @param argument a path, or `-` for standard input
    /// @throws InputException if the name is none that a file can have
    public static Input of(String argument) {
        if (argument.equals("-")) {
            return new Input(null);
        }
        try {
            return new Input(Path.of(argument));
        } catch (InvalidPathException e) {
            throw new InputException("is not a name that a file can have", e).at(argument);
        }
    }

    /// @param path a file
    public static Input of(Path path) {
        return new Input(path);
    }

    /// The file, or null for standard input.
    public @Nullable Path path() {
        return path;
    }

    /// How messages call it: the path as it was given, or `standard input`.
    public String name() {
        return path == null ? "standard input" : path.toString();
    }

    /// The whole content.
    ///
    /// @throws InputException if there is no such file, it is a folder, it cannot be read, or it has 2 GiB or more
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new InputException("cannot be read: " + reason(e), e).at(name());
        } catch (OutOfMemoryError e) {
            throw new InputException("is too large for the memory there is", e).at(name());
        }
    }

    /// A stream over the content, to be closed by the caller.
    ///
    /// @throws InputException if there is no such file, it is a folder, or it may not be read
    public InputStream open() {
        if (path == null) {
            return new FileInputStream(FileDescriptor.in);
        }
        if (Files.isDirectory(path)) {
            throw new InputException("is a folder, expected a file").at(name());
        }
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new InputException(reason(e), e).at(name());
        }
    }

    /// What the system said about a file, in words: the class of a file error says more than its message.
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "no such file";
            case AccessDeniedException denied -> "permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }
}
