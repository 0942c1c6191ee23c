package hadamask.table.read;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Opening;
import hadamask.table.array.ArrayFile;
import hadamask.table.text.Utf8;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/// The bytes of a table's source, unpacked where they are packed, and what they are.
public final class Content {
    private static final int LOOK = 4096;
    /// The longest array.
    private static final long MAX_BYTES = Integer.MAX_VALUE - 8;
    /// One deflated byte expands to at most 1032.
    private static final long MAX_UNPACKED = 1032;

    private Content() {
    }

    /// Whether a content begins as a packed one does.
    static boolean isPacked(byte[] head) {
        // The first byte alone tells nearly all tables apart.
        return head.length > 0 && (head[0] == 0x1f || head[0] == 'B' || head[0] == '(' || head[0] == (byte) 0xfd)
                && Packing.of(head) != null;
    }

    /// All bytes of a small input, unpacked where they are packed.
    static byte[] of(Input input) {
        byte[] bytes = input.bytes();
        if (isPacked(bytes)) {
            return unpacked(bytes, input.memory().room() / 2, input.memory());
        }
        FileKind.requireNone(bytes);
        return bytes;
    }

    /// All of a packed input. It can be a thousand times as large as the file: one that would leave no room for its numbers is
    /// refused before it fills the memory.
    static byte[] unpacked(Opening opening, MemoryLimit memory) {
        return unpacked(opening.bytes(), memory.room() / 2, memory);
    }

    /// Unpacks a content of one or several parts.
    ///
    /// @param max the largest size, unpacked, in bytes
    /// @param memory for the message
    static byte[] unpacked(byte[] packed, long max, MemoryLimit memory) {
        Packing packing = Objects.requireNonNull(Packing.of(packed));
        int limit = (int) Math.min(max, MAX_BYTES);
        try (InputStream in = packing.open(packed)) {
            byte[] content = in.readNBytes(Math.min(LOOK, limit));
            FileKind.requireNone(content);
            if (!ArrayFile.isNpy(content)) {
                Utf8.start(content);
            }
            int end = content.length;
            long said = packing == Packing.GZIP ? saidSize(packed) : 4L * packed.length;
            content = Arrays.copyOf(content, (int) Math.max(end, Math.min(limit, said)));
            while (true) {
                end += in.readNBytes(content, end, content.length - end);
                int next = end < content.length ? -1 : in.read();
                if (next < 0) {
                    return end == content.length ? content : Arrays.copyOf(content, end);
                }
                if (end == limit) {
                    if (limit == MAX_BYTES) {
                        throw new InputException("unpacks to 2 GiB or more, expected less");
                    }
                    throw new InputException("unpacks to more than " + MemoryLimit.text(limit) + " and "
                            + memory.exceeded().problem(), memory.exceeded().remedy());
                }
                content = Arrays.copyOf(content, (int) Math.min(limit, Math.max(LOOK, 2L * end)));
                content[end++] = (byte) next;
            }
        } catch (IOException e) {
            throw new InputException("is a broken " + packing.called() + " file: "
                    + (e instanceof EOFException ? "it ends too early" : e.getMessage()), e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new InputException("is packed by " + packing.called() + ", which needs native code that does not fit"
                    + " this machine", "unpack it with: " + packing.called() + " -d");
        }
    }

    /// The unpacked size that the last member states, modulo 2^32. It may be false, but no member can expand
    /// beyond the limit of its compression.
    private static long saidSize(byte[] packed) {
        int said = packed.length < 4
                ? 0
                : ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(packed.length - 4);
        return Math.min(said, MAX_UNPACKED * packed.length);
    }
}
