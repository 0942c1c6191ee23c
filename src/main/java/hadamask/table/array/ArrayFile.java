package hadamask.table.array;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file of NumPy's arrays: `.npy` or `.npz`.
public final class ArrayFile {
    private ArrayFile() {
    }

    /// Whether a content begins as a `.npy` does.
    public static boolean isNpy(byte[] head) {
        return NpyArray.begins(head);
    }

    /// Whether a content begins as a zip archive does whose first file is an array.
    public static boolean isNpz(byte[] head) {
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K' || head[2] != 3 || head[3] != 4) {
            return false;
        }
        String start = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return start.contains(".npy") && !start.contains("[content_types].xml");
    }

    /// Reads the numbers of a `.npy`.
    ///
    /// @param size of the content; -1: not known
    /// @throws InputException if it is broken, or holds no numbers of one or two dimensions
    public static Numbers npy(InputStream in, long size, MemoryLimit memory) {
        try {
            Counted counted = new Counted(in);
            NpyArray array = NpyArray.header(counted);
            return new Numbers.Dense(array.matrix(in, size < 0 ? -1 : Math.max(0, size - counted.count), memory));
        } catch (IOException e) {
            throw new InputException("cannot be read: " + e.getMessage(), e);
        }
    }

    /// Reads the numbers of a `.npz`.
    ///
    /// @param part the name of the array; null: the only one, or a sparse matrix
    /// @throws InputException if it is broken, has several arrays, or holds no numbers of one or two dimensions
    public static Numbers npz(InputStream in, @Nullable String part, MemoryLimit memory) {
        return NpzArchive.read(in, part, memory);
    }

    /// Counts what is read of a header.
    private static final class Counted extends InputStream {
        private final InputStream in;
        private long count;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
