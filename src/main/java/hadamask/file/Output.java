package hadamask.file;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Where bytes go to: a file, which is whole or absent, or standard output, which is written `-`.
///
/// A file is written under a temporary name beside the target and renamed when it is complete: a reader sees the old
/// file or the new one, and a failure leaves the old one, or none.
public final class Output {
    private final @Nullable Path path;

    private Output(@Nullable Path path) {
        this.path = path;
    }

    /// @param argument a path, or `-` for standard output
    /// @throws InputException if the name is none that a file can have
    public static Output of(String argument) {
        if (argument.equals("-")) {
            return new Output(null);
        }
        try {
            return new Output(Path.of(argument));
        } catch (InvalidPathException e) {
            throw new InputException("is not a name that a file can have", e).at(argument);
        }
    }

    /// @param path a file
    public static Output of(Path path) {
        return new Output(path);
    }

    /// The file, or null for standard output.
    public @Nullable Path path() {
        return path;
    }

    /// How messages call it: the path as it was given, or `standard output`.
    public String name() {
        return path == null ? "standard output" : path.toString();
    }

    /// Writes the content, whole or not at all.
    ///
    /// @param content writes to the stream it is given and leaves closing it to this method
    /// @throws ClosedPipeException if standard output is a pipe that nobody reads any more
    /// @throws InputException if the file cannot be written
    public void write(Content content) {
        Path target = path;
        if (target == null) {
            writeToStandardOutput(content);
        } else {
            writeToFile(target, content);
        }
    }

    /// Writes bytes to a stream.
    @FunctionalInterface
    public interface Content {
        /// @param out the stream to write to
        /// @throws IOException if the stream cannot take it
        void writeTo(OutputStream out) throws IOException;
    }

    private static void writeToStandardOutput(Content content) {
        // Not System.out: a PrintStream hides the failures of a full disk and of a closed pipe.
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        try {
            content.writeTo(out);
            out.flush();
        } catch (IOException e) {
            if (ClosedPipeException.isCause(e)) {
                throw new ClosedPipeException(e);
            }
            throw new InputException("cannot be written: " + Input.reason(e), e).at("standard output");
        }
    }

    private static void writeToFile(Path target, Content content) {
        if (Files.isDirectory(target)) {
            throw new InputException("is a folder, expected the name of a file").at(target.toString());
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            writeToDevice(target, content);
            return;
        }
        Path temporary = temporaryBeside(target);
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    1 << 16)) {
                content.writeTo(out);
            }
            move(temporary, target);
        } catch (IOException e) {
            throw new InputException("cannot be written: " + reasonFor(target, e), e).at(target.toString());
        } finally {
            deleteIfThere(temporary);
        }
    }

    /// A pipe, a terminal or `/dev/null`: there is nothing that could be replaced.
    private static void writeToDevice(Path target, Content content) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            content.writeTo(out);
        } catch (IOException e) {
            if (ClosedPipeException.isCause(e)) {
                throw new ClosedPipeException(e);
            }
            throw new InputException("cannot be written: " + Input.reason(e), e).at(target.toString());
        }
    }

    private static Path temporaryBeside(Path target) {
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().threadId() + ".tmp";
        return target.resolveSibling(name);
    }

    private static void move(Path temporary, Path target) throws IOException {
        Path real = Files.isSymbolicLink(target) ? target.toRealPath() : target;
        try {
            Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, real, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reasonFor(Path target, IOException e) {
        Path folder = target.toAbsolutePath().getParent();
        if (e instanceof NoSuchFileException && folder != null && !Files.exists(folder)) {
            return "there is no folder " + folder;
        }
        return Input.reason(e);
    }

    private static void deleteIfThere(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The failure that left it there is the one to report.
        }
    }
}
