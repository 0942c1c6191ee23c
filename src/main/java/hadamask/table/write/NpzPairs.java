package hadamask.table.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes listed pairs as arrays of NumPy. The nearest rows of each row are `indices`, int64, from 0, and `distances` or
/// `similarities`, float64, a row of each per row of the table; where a row has fewer, -1 and NaN fill up. Pairs within a bound
/// are a sparse matrix as SciPy saves it, compressed by rows, in both directions where one table is compared.
///
/// They go to one `.npz`, or the nearest rows to two `.npy`.
public final class NpzPairs implements PairSink {
    private static final int PIECE = 1 << 13;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Listing listing;
    private final @Nullable OutputStream out;
    private final PairStore pairs = new PairStore();
    private int rows;
    private int columns;
    private int width;
    private String value = "";

    /// @param out a `.npz`; null: the arrays are asked for one by one
    NpzPairs(@Nullable OutputStream out, Listing listing) {
        this.out = out;
        this.listing = listing;
    }

    /// The nearest rows of each row, to be written as two `.npy`.
    ///
    /// @param count the most of each row
    public static NpzPairs nearest(int count) {
        return new NpzPairs(null, Listing.nearest(count));
    }

    @Override
    public void begin(MatrixFrame frame, String what) {
        rows = frame.rows();
        columns = frame.columns();
        value = what;
    }

    @Override
    public void accept(int count, int[] rowOf, int[] columnOf, double[] values) {
        pairs.add(count, rowOf, columnOf, values);
    }

    @Override
    public void finish() throws IOException {
        for (int k = 0, inRow = 0; k < pairs.count(); k++) {
            inRow = k > 0 && pairs.row(k) == pairs.row(k - 1) ? inRow + 1 : 1;
            width = Math.max(width, inRow);
        }
        if (out == null) {
            return;
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        if (listing.nearest() > 0) {
            member(zip, "indices", this::writeIndices);
            member(zip, value.equals("similarity") ? "similarities" : value + "s",
                    to -> writeValues(to, NumberType.FLOAT64));
        } else {
            writeSparse(zip);
        }
        zip.finish();
    }

    /// The array of the indices as a `.npy`.
    ///
    /// @throws IOException if it cannot be written
    public void writeIndices(OutputStream to) throws IOException {
        Numbers numbers = new Numbers(to, "<i8", rows + ", " + width);
        each((k, present) -> numbers.add(present ? pairs.column(k) : -1L));
        numbers.end();
    }

    /// The array of the distances or similarities as a `.npy`.
    ///
    /// @throws IOException if it cannot be written
    /// @throws hadamask.file.InputException if a number is beyond the range of the type
    public void writeValues(OutputStream to, NumberType type) throws IOException {
        Numbers numbers = new Numbers(to, type, rows + ", " + width);
        each((k, present) -> numbers.add(Double.doubleToRawLongBits(present ? pairs.value(k) : Double.NaN)));
        numbers.end();
    }

    /// Takes the places of the rectangle in their order.
    private interface Place {
        /// @param k the pair
        /// @param present whether there is one
        void at(int k, boolean present) throws IOException;
    }

    private void each(Place place) throws IOException {
        int k = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                boolean present = k < pairs.count() && pairs.row(k) == i;
                place.at(k, present);
                k += present ? 1 : 0;
            }
        }
    }

    private void writeSparse(ZipOutputStream zip) throws IOException {
        int total = listing.once() ? Math.multiplyExact(2, pairs.count()) : pairs.count();
        long[] starts = new long[rows + 1];
        for (int k = 0; k < pairs.count(); k++) {
            starts[pairs.row(k) + 1]++;
            if (listing.once()) {
                starts[pairs.column(k) + 1]++;
            }
        }
        for (int i = 0; i < rows; i++) {
            starts[i + 1] += starts[i];
        }
        int[] places = new int[total];
        double[] data = new double[total];
        long[] next = starts.clone();
        // Pairs come by rows, so that the earlier rows of each stand first: the places ascend.
        for (int k = 0; k < pairs.count() && listing.once(); k++) {
            int at = (int) next[pairs.column(k)]++;
            places[at] = pairs.row(k);
            data[at] = pairs.value(k);
        }
        for (int k = 0; k < pairs.count(); k++) {
            int at = (int) next[pairs.row(k)]++;
            places[at] = pairs.column(k);
            data[at] = pairs.value(k);
        }
        member(zip, "indices", to -> {
            Numbers numbers = new Numbers(to, "<i8", total + ",");
            for (int place : places) {
                numbers.add(place);
            }
            numbers.end();
        });
        member(zip, "indptr", to -> vector(to, starts));
        member(zip, "format", to -> {
            to.write(NpySink.header("|S3", ""));
            to.write("csr".getBytes(StandardCharsets.US_ASCII));
        });
        member(zip, "shape", to -> vector(to, rows, columns));
        member(zip, "data", to -> {
            Numbers numbers = new Numbers(to, NumberType.FLOAT64, total + ",");
            for (double number : data) {
                numbers.add(Double.doubleToRawLongBits(number));
            }
            numbers.end();
        });
    }

    private static void vector(OutputStream to, long... values) throws IOException {
        Numbers numbers = new Numbers(to, "<i8", values.length + ",");
        for (long number : values) {
            numbers.add(number);
        }
        numbers.end();
    }

    /// The content of a member.
    private interface Content {
        void write(OutputStream to) throws IOException;
    }

    /// Writes a member as it is, not deflated, as `numpy.savez` does; its size and checksum stand before it.
    private static void member(ZipOutputStream zip, String name, Content content) throws IOException {
        CRC32 checksum = new CRC32();
        Counter counter = new Counter();
        OutputStream twice = new BufferedOutputStream(new CheckedOutputStream(counter, checksum), 1 << 16);
        content.write(twice);
        twice.flush();
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(counter.count);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        content.write(zip);
        zip.closeEntry();
    }

    /// Counts bytes.
    private static final class Counter extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }

    /// Numbers of 64 bits, in little-endian order, behind the header of a `.npy`; doubles may be written as another type.
    private static final class Numbers {
        private final OutputStream out;
        private final NumberType type;
        private final ByteBuffer piece = ByteBuffer.allocate(PIECE * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

        Numbers(OutputStream out, String code, String shape) throws IOException {
            this(out, code, NumberType.FLOAT64, shape);
        }

        /// @param type in which the numbers, which are doubles, are written
        Numbers(OutputStream out, NumberType type, String shape) throws IOException {
            this(out, type.code(), type, shape);
        }

        private Numbers(OutputStream out, String code, NumberType type, String shape) throws IOException {
            this.out = out;
            this.type = type;
            out.write(NpySink.header(code, shape));
        }

        void add(long bits) throws IOException {
            piece.putLong(bits);
            if (!piece.hasRemaining()) {
                end();
            }
        }

        void end() throws IOException {
            piece.flip();
            type.convert(piece);
            out.write(piece.array(), 0, piece.limit());
            piece.clear();
        }
    }
}
