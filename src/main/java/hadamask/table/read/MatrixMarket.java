package hadamask.table.read;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseEntries;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import hadamask.table.array.Numbers;
import hadamask.table.array.SparseClaims;
import hadamask.table.number.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads Matrix Market's exchange format: coordinates or an array; general, symmetric or skew-symmetric; real, integer or
/// pattern, of which each entry is 1. It is read in pieces, so that a file may be of any size.
///
/// Source: R. F. Boisvert, R. Pozo and K. A. Remington, "The Matrix Market Exchange Formats: Initial Design", NISTIR 5935, 1996.
final class MatrixMarket {
    private static final String BANNER = "%%matrixmarket";
    /// Bytes that are parsed at a time, and by one thread.
    private static final int PIECE = 32 << 20;
    private static final int PART = 1 << 18;

    private final InputStream in;
    private final MemoryLimit memory;
    private final int room;
    private byte[] text = new byte[0];
    /// Where the lines begin that are not read yet, and the last whole one ends.
    private int from;
    private int to;
    private int filled;
    private int line = 1;
    private boolean isSymmetric;
    private boolean isSkew;
    private boolean isPattern;
    private boolean isCoordinate;

    private MatrixMarket(InputStream in, MemoryLimit memory, int room) {
        this.in = in;
        this.memory = memory;
        this.room = room;
    }

    /// Whether a content begins as such a file does.
    static boolean begins(byte[] head) {
        return head.length >= BANNER.length() && head[0] == '%' && head[1] == '%'
                && new String(head, 0, BANNER.length(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT)
                        .equals(BANNER);
    }

    /// Reads a matrix.
    ///
    /// @throws InputException if it is none, with the line of what is wrong
    static Numbers read(InputStream in, MemoryLimit memory, Workers workers) {
        return read(in, memory, workers, PIECE);
    }

    /// @param piece bytes that are parsed at a time
    static Numbers read(InputStream in, MemoryLimit memory, Workers workers, int piece) {
        try {
            return new MatrixMarket(in, memory, piece).numbers(workers);
        } catch (IOException e) {
            throw new InputException("cannot be read: " + e.getMessage(), e);
        }
    }

    private Numbers numbers(Workers workers) throws IOException {
        next();
        banner(word(nextLine()));
        List<String> sizes = word(sizeLine());
        int[] size = new int[isCoordinate ? 3 : 2];
        if (sizes.size() != size.length) {
            throw fault("has " + Table.count(sizes.size(), "number") + ", expected "
                    + (isCoordinate ? "rows, columns and entries" : "rows and columns"));
        }
        for (int k = 0; k < size.length; k++) {
            if (!sizes.get(k).matches("[0-9]{1,15}")) {
                throw fault("\"" + Text.shortened(sizes.get(k)) + "\" is no size");
            }
            size[k] = SparseClaims.dimension(Double.parseDouble(sizes.get(k)));
        }
        if ((isSymmetric || isSkew) && size[0] != size[1]) {
            throw fault("a symmetric matrix has " + size[0] + " rows and " + size[1] + " columns, expected as many");
        }
        return isCoordinate ? coordinates(size[0], size[1], size[2], workers) : array(size[0], size[1], workers);
    }

    private void banner(List<String> words) {
        List<String> known = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        boolean plain = known.size() == 5 && known.get(1).equals("matrix");
        isCoordinate = plain && known.get(2).equals("coordinate");
        isPattern = plain && known.get(3).equals("pattern");
        isSymmetric = plain && known.get(4).equals("symmetric");
        isSkew = plain && known.get(4).equals("skew-symmetric");
        boolean number = plain && (isPattern || known.get(3).equals("real") || known.get(3).equals("integer")
                || known.get(3).equals("double"));
        boolean form = plain && (isCoordinate || (known.get(2).equals("array") && !isPattern));
        if (!number || !form || !(isSymmetric || isSkew || known.get(4).equals("general"))) {
            throw fault(
                    "\"" + Text.shortened(String.join(" ", words)) + "\" is not read, expected matrix, coordinate or"
                            + " array, real, integer or pattern, general, symmetric or skew-symmetric");
        }
    }

    private Numbers coordinates(int rows, int columns, int count, Workers workers) throws IOException {
        SparseEntries entries = new SparseEntries(rows, columns, 1024);
        long seen = 0;
        boolean mirrored = isSymmetric || isSkew;
        do {
            for (MatrixMarketPart part : parts(rows, columns, workers)) {
                memory.require(seen + part.count() + " entries",
                        (mirrored ? 2 : 1) * (seen + part.count()) * SparseClaims.BYTES);
                for (int k = 0; k < part.count(); k++) {
                    int i = part.row(k);
                    int j = part.column(k);
                    entries.add(i, j, part.value(k));
                    if (mirrored && i != j) {
                        entries.add(j, i, isSkew ? -part.value(k) : part.value(k));
                    }
                }
                seen += part.count();
            }
        } while (next());
        if (seen != count) {
            throw new InputException("has " + seen + " entries, expected " + count + " as its line of sizes says");
        }
        SparseClaims.requireRows(rows, entries.count());
        memory.require(rows + " rows", (long) rows * Integer.BYTES);
        return SparseClaims.numbers(entries);
    }

    /// All entries, column by column; of a symmetric matrix those on and below the diagonal.
    private Numbers array(int rows, int columns, Workers workers) throws IOException {
        double[] numbers = new double[1024];
        int seen = 0;
        do {
            for (MatrixMarketPart part : parts(-1, -1, workers)) {
                memory.require((long) seen + part.count() + " numbers", 2L * Double.BYTES * (seen + part.count()));
                if (seen + part.count() > numbers.length) {
                    numbers = Arrays.copyOf(numbers,
                            Math.clamp(2L * (seen + part.count()), 0, Integer.MAX_VALUE - 8));
                }
                part.copyValues(numbers, seen);
                seen = Math.addExact(seen, part.count());
            }
        } while (next());
        long n = rows;
        long expected = isSymmetric ? n * (n + 1) / 2 : isSkew ? n * (n - 1) / 2 : n * columns;
        if (seen != expected) {
            throw new InputException("has " + seen + " numbers, expected " + expected + " as its line of sizes says");
        }
        if (!isSymmetric && !isSkew) {
            return new Numbers.Dense(new Matrix(columns, rows, Arrays.copyOf(numbers, seen)).transposed());
        }
        double[] square = Numbers.room(rows, rows, memory, (long) numbers.length * Double.BYTES);
        int k = 0;
        for (int j = 0; j < rows; j++) {
            for (int i = isSkew ? j + 1 : j; i < rows; i++) {
                square[i * rows + j] = numbers[k];
                square[j * rows + i] = isSkew ? -numbers[k] : numbers[k];
                k++;
            }
        }
        return new Numbers.Dense(new Matrix(rows, rows, square));
    }

    /// What stands in the lines that are there.
    ///
    /// @param rows of the matrix; -1: each line is a number
    private MatrixMarketPart[] parts(int rows, int columns, Workers workers) {
        int count = Math.max(1, (to - from) / PART);
        int[] starts = new int[count + 1];
        starts[0] = from;
        for (int k = 1; k <= count; k++) {
            int at = Math.max(starts[k - 1], k == count ? to : from + k * PART);
            while (at < to && text[at - 1] != '\n') {
                at++;
            }
            starts[k] = at;
        }
        MatrixMarketPart[] parts = new MatrixMarketPart[count];
        boolean lower = isSymmetric || isSkew;
        workers.inAnyOrder(count, k -> {
            MatrixMarketPart part = new MatrixMarketPart(text, rows, columns, isPattern, lower);
            try {
                part.parse(starts[k], starts[k + 1]);
            } catch (InputException e) {
                throw e.at("line " + (line + lines(from, part.line())));
            }
            parts[k] = part;
        });
        line += lines(from, to);
        from = to;
        return parts;
    }

    private int lines(int start, int end) {
        int count = 0;
        for (int k = start; k < end; k++) {
            count += text[k] == '\n' ? 1 : 0;
        }
        return count;
    }

    /// Reads on, up to the last line that is whole.
    ///
    /// @return whether there is more
    private boolean next() throws IOException {
        byte[] piece = Arrays.copyOfRange(text, from, Math.max(filled, from));
        int kept = piece.length;
        // Most files are small: the second piece shows that this one is not.
        int size = text.length == 0 ? Math.min(room, PART) : room;
        piece = Arrays.copyOf(piece, Math.addExact(kept, size));
        filled = kept + in.readNBytes(piece, kept, size);
        text = piece;
        from = 0;
        to = filled;
        if (filled == piece.length) {
            while (to > 0 && text[to - 1] != '\n') {
                to--;
            }
            if (to == 0) {
                throw new InputException("has more than " + size + " bytes, expected an entry").at("line " + line);
            }
        }
        return filled > 0;
    }

    private String sizeLine() throws IOException {
        while (true) {
            if (from == to && (filled == 0 || !next())) {
                throw new InputException("ends before its line of sizes");
            }
            String next = nextLine();
            if (!next.isBlank() && !next.startsWith("%")) {
                return next;
            }
        }
    }

    private String nextLine() {
        int start = from;
        while (from < to && text[from] != '\n') {
            from++;
        }
        String next = new String(text, start, from - start, StandardCharsets.UTF_8);
        from = Math.min(to, from + 1);
        line++;
        return next;
    }

    private static List<String> word(String line) {
        return Arrays.asList(line.strip().split("\\s+"));
    }

    /// About the line that was read last.
    private InputException fault(String problem) {
        return new InputException(problem).at("line " + (line - 1));
    }
}
