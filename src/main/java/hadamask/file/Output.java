package hadamask.file;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where bytes go to: a file, which is whole or absent, or a stream such as standard output.
///
/// A file is written under a temporary name beside the target and renamed when it is complete: a reader sees the old
/// file or the new one, and a failure leaves the old one, or none. Links, devices and what is kept of an old file:
/// [Destination].
public final class Output {
    static final int BUFFER = 1 << 16;

    private final String name;
    private final @Nullable Path path;
    private final @Nullable OutputStream stream;
    private final @Nullable Consumer<byte[]> taker;

    private Output(String name, @Nullable Path path, @Nullable OutputStream stream, @Nullable Consumer<byte[]> taker) {
        this.name = name;
        this.path = path;
        this.stream = stream;
        this.taker = taker;
    }

    /// @param path a file; what stands there is replaced when the new content is complete
    public static Output file(Path path) {
        return new Output(path.toString(), path, null, null);
    }

    /// @param name how messages call it
    /// @param stream flushed after each content, closed by its owner
    public static Output stream(String name, OutputStream stream) {
        return new Output(name, null, stream, null);
    }

    /// What is kept by another program, such as an object in a store.
    ///
    /// @param name how messages call it
    /// @param taker is given each content when it is whole, and nothing where it fails before
    public static Output whole(String name, Consumer<byte[]> taker) {
        return new Output(name, null, null, taker);
    }

    /// The file, or null for a stream.
    public @Nullable Path path() {
        return path;
    }

    OutputStream stream() {
        return Objects.requireNonNull(stream);
    }

    /// How messages call it: the path as it was given, or the name of the stream.
    public String name() {
        return name;
    }

    /// Writes the content, whole or not at all.
    ///
    /// @param content writes to the stream it is given and leaves closing it to this method
    /// @throws ClosedPipeException if standard output is a pipe that nobody reads any more
    /// @throws InputException if the file cannot be written
    public void write(Content content) {
        if (path != null) {
            writeToTarget(path, content);
        } else if (stream != null) {
            writeToStream(name, stream, content);
        } else if (taker != null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writeToStream(name, bytes, content);
            taker.accept(bytes.toByteArray());
        }
    }

    /// Whether this is a file of which the bytes can be written in any order, by [#place(Places)]; not a pipe or a device.
    ///
    /// @throws InputException if the file cannot be written
    public boolean hasPlaces() {
        return path != null && !destination(path).isStream();
    }

    /// Writes a file, whole or not at all, in any order.
    ///
    /// @throws InputException if the file cannot be written
    public void place(Places content) {
        Path target = Objects.requireNonNull(path);
        Destination destination = destination(target);
        writeToFile(target, destination, file -> {
            try (WriteBack _ = destination.isReplaced() ? WriteBack.of(file.channel()) : null) {
                content.writeTo(file.channel());
            }
        });
    }

    /// Writes bytes to a file, in any order.
    @FunctionalInterface
    public interface Places {
        /// @param channel an empty file
        /// @throws IOException if it cannot be written
        void writeTo(FileChannel channel) throws IOException;
    }

    /// Fills a file.
    @FunctionalInterface
    private interface Filling {
        void fill(Unfinished file) throws IOException;
    }

    /// Writes bytes to a stream.
    @FunctionalInterface
    public interface Content {
        /// @param out the stream to write to
        /// @throws IOException if the stream cannot take it
        void writeTo(OutputStream out) throws IOException;
    }

    private static void writeToStream(String name, OutputStream stream, Content content) {
        OutputStream out = new BufferedOutputStream(stream, BUFFER);
        try {
            content.writeTo(out);
            out.flush();
        } catch (IOException e) {
            if (ClosedPipeException.isCause(e)) {
                throw new ClosedPipeException(e);
            }
            throw new InputException("cannot be written: " + Input.reason(e), e).at(name);
        }
    }

    private static void writeToTarget(Path target, Content content) {
        Destination destination = destination(target);
        if (destination.isStream()) {
            writeToDevice(target, destination, content);
        } else {
            writeToFile(target, destination, file -> {
                OutputStream out = file.stream();
                content.writeTo(out);
                out.flush();
            });
        }
    }

    static Destination destination(Path target) {
        try {
            return Destination.of(target);
        } catch (InputException e) {
            throw e.at(target.toString());
        } catch (IOException e) {
            throw failure(target, target, e);
        }
    }

    private static void writeToFile(Path target, Destination destination, Filling filling) {
        try (Unfinished file = Unfinished.of(destination)) {
            filling.fill(file);
            file.complete();
        } catch (IOException e) {
            Temporary.waitForTheEnd(); // which may be what removed the file
            throw failure(target, destination.file(), e);
        }
    }

    private static void writeToDevice(Path target, Destination destination, Content content) {
        try (OutputStream device = destination.open()) {
            writeToStream(target.toString(), device, content);
        } catch (IOException e) {
            throw failure(target, target, e);
        }
    }

    /// @param target as the user called it
    /// @param file the file that it stands for
    static InputException failure(Path target, Path file, IOException e) {
        return new InputException("cannot be written: " + reasonFor(file, e), e).at(target.toString());
    }

    private static String reasonFor(Path target, IOException e) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(folder)) {
            // Some file systems, such as /proc, answer every new name in this way.
            return e instanceof NoSuchFileException ? "no file can be made in " + folder : Input.reason(e);
        }
        if (Files.exists(folder)) {
            return folder + " is a file, expected a folder";
        }
        return e instanceof NoSuchFileException ? "there is no folder " + folder : Input.reason(e);
    }
}
