package hadamask.table.array;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseEntries;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// A zip archive of NumPy's arrays (`.npz`): one of them, or a sparse matrix as `scipy.sparse.save_npz` writes it.
///
/// Source: SciPy's `scipy/sparse/_matrix_io.py`: the members `format`, `shape` and `data`, with `indices` and `indptr` or with
/// `row` and `col`.
final class NpzArchive {
    private static final String ENDING = ".npy";
    private static final Set<String> SPARSE = Set.of("format", "shape", "data", "indices", "indptr", "row", "col",
            "_is_array");
    private static final Set<String> FORMATS = Set.of("csr", "csc", "coo");
    private static final int NAMED = 6;

    private final MemoryLimit memory;
    private final @Nullable String wanted;
    private final Map<String, Matrix> arrays = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private String format = "";
    /// Bytes that were unpacked.
    private long unpacked;

    private NpzArchive(MemoryLimit memory, @Nullable String wanted) {
        this.memory = memory;
        this.wanted = wanted;
    }

    /// Reads an archive.
    ///
    /// @param wanted the name of the array; null: the only one
    /// @throws InputException if it has no such array, or several
    static Numbers read(InputStream in, @Nullable String wanted, MemoryLimit memory) {
        NpzArchive archive = new NpzArchive(memory, wanted);
        try (Members zip = new Members(new BufferedInputStream(in, 1 << 16))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                archive.member(entry.getName(), zip);
                archive.skip(zip);
            }
            zip.requireEnd();
        } catch (IOException | IllegalArgumentException e) { // the second for a name in no encoding
            throw new InputException("is a broken zip archive: " + e.getMessage(), e);
        }
        return archive.numbers();
    }

    /// The members of an archive as they stand in it.
    private static final class Members extends ZipInputStream {
        /// `PK`, 5, 6: the mark of the end, behind which 18 bytes and a comment stand.
        private static final int END = 0x504B0506;
        private static final int BEHIND = 18;

        Members(InputStream archive) {
            super(archive);
        }

        /// Complains of an archive that is cut off, even behind its last member: more of them may have stood there.
        void requireEnd() throws IOException {
            int last = 0;
            int behind = -1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                last = last << Byte.SIZE | next;
                behind = last == END ? 0 : behind < 0 ? -1 : Math.min(BEHIND, behind + 1);
            }
            if (behind < BEHIND) {
                throw new EOFException("it ends too early");
            }
        }
    }

    private void member(String file, InputStream in) throws IOException {
        if (!file.endsWith(ENDING)) {
            return;
        }
        String name = file.substring(0, file.length() - ENDING.length());
        boolean mayBeSparse = SPARSE.contains(name) && wanted == null;
        names.add(name);
        if (!mayBeSparse && !(wanted == null ? names.size() == 1 : wanted.equals(name))) {
            return; // of others the name is enough
        }
        try {
            NpyArray array = NpyArray.header(in);
            if (name.equals("format") && !array.holdsNumbers()) {
                format = array.text(in);
            } else if (!name.equals("_is_array")) {
                Matrix numbers = array.matrix(in, -1, memory);
                unpacked += (long) numbers.values().length * Double.BYTES;
                memory.require("arrays of " + MemoryLimit.text(unpacked), unpacked);
                arrays.put(name, numbers);
            }
        } catch (InputException e) {
            throw e.at("array \"" + name + "\"");
        }
        if (name.equals("format")) {
            requireFormat();
        }
    }

    /// Reads the rest of a member, so that its checksum is compared.
    private void skip(InputStream in) throws IOException {
        byte[] piece = new byte[1 << 14];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            unpacked += count;
            if (unpacked > memory.room()) {
                throw new InputException("unpacks to more than " + MemoryLimit.text(memory.room()) + " and "
                        + memory.exceeded().problem(), memory.exceeded().remedy());
            }
        }
    }

    private Numbers numbers() {
        if (names.isEmpty()) {
            throw new InputException("is a zip archive without an array of NumPy, expected a table such as CSV");
        }
        if (!format.isEmpty()) {
            return sparse();
        }
        Matrix only = wanted == null ? arrays.get(names.getFirst()) : arrays.get(wanted);
        if (only == null || (wanted == null && names.size() > 1)) {
            throw new InputException((wanted == null ? "" : "has no array \"" + wanted + "\": ") + "holds "
                    + names.size() + (names.size() == 1 ? " array: " : " arrays: ") + named(),
                    Remedy.of(Remedy.Kind.ONE_PART));
        }
        return new Numbers.Dense(only);
    }

    private String named() {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? ", ..." : "");
    }

    private Numbers sparse() {
        double[] shape = vector("shape");
        if (shape.length != 2) {
            throw new InputException("holds a sparse matrix of " + shape.length + " dimensions, expected 2");
        }
        int rows = SparseClaims.dimension(shape[0]);
        int columns = SparseClaims.dimension(shape[1]);
        return switch (format) {
            case "coo" -> coordinates(rows, columns);
            case "csr" -> compressed(rows, columns, rows, true);
            default -> compressed(rows, columns, columns, false); // csc
        };
    }

    private void requireFormat() {
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            throw new InputException("holds a sparse matrix of the format " + format + ", expected csr, csc or coo",
                    "write it as: scipy.sparse.save_npz(name, matrix.tocsr())");
        }
    }

    private double[] vector(String name) {
        Matrix found = arrays.get(name);
        if (found == null) {
            throw new InputException("holds a sparse matrix without its array \"" + name + "\"");
        }
        if (found.columns() != 1) {
            throw new InputException("has " + found.columns() + " columns, expected one").at("array \"" + name + "\"");
        }
        return found.values();
    }

    private Numbers compressed(int rows, int columns, int lines, boolean byRows) {
        double[] starts = vector("indptr");
        double[] places = vector("indices");
        double[] data = vector("data");
        if (starts.length != lines + 1L || places.length != data.length || starts[0] != 0
                || starts[lines] != data.length) {
            throw inconsistent();
        }
        SparseClaims.requireRows(rows, byRows ? lines : data.length);
        memory.require(data.length + " entries", data.length * SparseClaims.BYTES);
        SparseEntries entries = new SparseEntries(rows, columns, data.length);
        for (int line = 0; line < lines; line++) {
            if (!(starts[line + 1] >= starts[line] && starts[line + 1] <= data.length)) {
                throw inconsistent();
            }
            int end = (int) starts[line + 1];
            for (int k = (int) starts[line]; k < end; k++) {
                int place = index(places[k], byRows ? columns : rows);
                entries.add(byRows ? line : place, byRows ? place : line, data[k]);
            }
        }
        return SparseClaims.numbers(entries);
    }

    private Numbers coordinates(int rows, int columns) {
        double[] row = vector("row");
        double[] column = vector("col");
        double[] data = vector("data");
        if (row.length != data.length || column.length != data.length) {
            throw inconsistent();
        }
        SparseClaims.requireRows(rows, data.length);
        memory.require(data.length + " entries", data.length * SparseClaims.BYTES);
        SparseEntries entries = new SparseEntries(rows, columns, data.length);
        for (int k = 0; k < data.length; k++) {
            entries.add(index(row[k], rows), index(column[k], columns), data[k]);
        }
        return SparseClaims.numbers(entries);
    }

    private static int index(double value, int count) {
        if (!(value >= 0 && value < count) || value != Math.rint(value)) {
            throw new InputException("holds a sparse matrix with an entry at place " + value + " of " + count);
        }
        return (int) value;
    }

    private static InputException inconsistent() {
        return new InputException("holds a sparse matrix whose arrays do not fit each other");
    }
}
