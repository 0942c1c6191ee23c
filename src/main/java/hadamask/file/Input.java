package hadamask.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where bytes come from: a file, or a stream such as standard input.
public final class Input {
    private static final int PIECE = 1 << 17;
    /// What an array can hold.
    static final long MAX_BYTES = Integer.MAX_VALUE - 8;
    /// How messages call standard input.
    public static final String STANDARD = "standard input";

    private final String name;
    private final @Nullable Path path;
    private final @Nullable InputStream stream;
    private final MemoryLimit memory;
    private final @Nullable Function<Input, byte[]> part;

    private Input(String name, @Nullable Path path, @Nullable InputStream stream, MemoryLimit memory,
            @Nullable Function<Input, byte[]> part) {
        this.name = name;
        this.path = path;
        this.stream = stream;
        this.memory = memory;
        this.part = part;
    }

    /// @param path a file; it is looked at only when it is read
    public static Input file(Path path) {
        return new Input(path.toString(), path, null, MemoryLimit.ofHeap(), null);
    }

    /// @param name how messages call it
    /// @param stream read once, closed by its owner
    public static Input stream(String name, InputStream stream) {
        return new Input(name, null, stream, MemoryLimit.ofHeap(), null);
    }

    /// The same input, of which no more is read than memory allows.
    public Input within(MemoryLimit limit) {
        return new Input(name, path, stream, limit, part);
    }

    /// The same input, which messages call by another name.
    public Input named(String called) {
        return new Input(called, path, stream, memory, part);
    }

    /// A part of this input, such as a page of it.
    ///
    /// @param called how messages call the part
    /// @param content reads it from this input, whose failures have the name of the whole
    public Input part(String called, Function<Input, byte[]> content) {
        return new Input(called, path, stream, memory, input -> content.apply(this.within(input.memory)));
    }

    /// The file, or null for a stream.
    public @Nullable Path path() {
        return path;
    }

    /// The memory that there is for the content and all that is made of it.
    public MemoryLimit memory() {
        return memory;
    }

    /// How messages call it: the path as it was given, or the name of the stream.
    public String name() {
        return name;
    }

    /// The whole content.
    ///
    /// @throws InputException if there is no such file, it is a folder, it cannot be read, it has 2 GiB or more, or more than
    ///         the memory allows
    public byte[] bytes() {
        if (part != null) {
            return part.apply(this);
        }
        try (InputStream in = open()) {
            return bytes(in, new byte[0], size());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Opens it, and reads the first bytes.
    ///
    /// @param count how many; there may be fewer
    /// @hidden public for other packages of Hadamask alone
    public Opening begin(int count) {
        InputStream in = open();
        try {
            return new Opening(this, in, in.readNBytes(count), size());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// The size of a file; -1 of what is none.
    private long size() throws IOException {
        return path != null && Files.isRegularFile(path) ? Files.size(path) : -1;
    }

    /// All that a stream holds.
    ///
    /// @param head what was read of it before
    /// @param size of all; -1: not known
    byte[] bytes(InputStream in, byte[] head, long size) {
        try {
            if (size < 0) {
                byte[] rest = in.readAllBytes();
                return head.length == 0 ? rest : joined(head, head.length, rest);
            }
            if (size > MAX_BYTES) {
                throw new InputException("has " + size + " bytes, expected less than 2 GiB").at(name);
            }
            memory.require(MemoryLimit.text(size) + " of content", size);
            return content(in, head, (int) size);
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(name) : e;
        } catch (IOException e) {
            throw unreadable(e);
        } catch (OutOfMemoryError e) {
            throw memory.exceeded(e).at(name);
        }
    }

    /// Reads a file in pieces that stay in the cache: to ask for all of a large one at once takes the system three times as
    /// long, by way of as much other memory.
    ///
    /// @param expected its size, which may have changed meanwhile
    private static byte[] content(InputStream in, byte[] head, int expected) throws IOException {
        byte[] bytes = Arrays.copyOf(head, Math.max(expected, head.length));
        int end = head.length;
        int count = 0;
        while (count >= 0 && end < bytes.length) {
            end += count;
            count = in.read(bytes, end, Math.min(PIECE, bytes.length - end));
        }
        byte[] more = in.readAllBytes();
        return end == bytes.length && more.length == 0 ? bytes : joined(bytes, end, more);
    }

    private static byte[] joined(byte[] bytes, int end, byte[] more) throws IOException {
        if ((long) end + more.length > MAX_BYTES) {
            throw new IOException("it has 2 GiB or more, expected less");
        }
        byte[] all = Arrays.copyOf(bytes, end + more.length);
        System.arraycopy(more, 0, all, end, more.length);
        return all;
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
            throw unreadable(e);
        }
    }

    private InputException unreadable(IOException e) {
        // A name that comes from the shell or a list is text, in which this stands for bytes that are none.
        return e instanceof NoSuchFileException && name.indexOf('\uFFFD') >= 0
                ? new InputException("cannot be read: there is no such file, or its name has bytes that are no text",
                        "rename it, or name its folder").at(name)
                : new InputException("cannot be read: " + reason(e), e).at(name);
    }

    /// What the system said about a file, in words: the class of a file error says more than its message.
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
