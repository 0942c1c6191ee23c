package hadamask.table.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes `.npy`, version 1.0: a header of which the length is a multiple of 64, then the numbers in little-endian order, row
/// by row. A triangle is one dimension: its entries row by row.
public final class NpySink implements MatrixSink {
    private static final int ALIGNMENT = 64;
    private static final int PREFIX = 10;

    private final OutputStream out;
    private final NumberType type;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final RowSequence rows = new RowSequence();

    NpySink(OutputStream out, NumberType type) {
        this.out = out;
        this.type = type;
    }

    @Override
    public void begin(MatrixFrame around) throws IOException {
        rows.begin(around);
        out.write(header(around, type));
    }

    /// What stands before the numbers.
    static byte[] header(MatrixFrame around, NumberType type) {
        return header(type.code(), around.shape() == Shape.SQUARE
                ? around.rows() + ", " + around.columns()
                : around.shape().size(around.rows(), around.columns()) + ",");
    }

    /// The same for any array.
    ///
    /// @param type of an element, such as `<f8`
    /// @param shape lengths of the dimensions as Python writes them in parentheses, such as `3,`
    static byte[] header(String type, String shape) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int padding = ALIGNMENT - (PREFIX + header.length() + 1) % ALIGNMENT;
        byte[] text = (header + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length,
            (byte) (text.length >> 8)}, PREFIX + text.length);
        System.arraycopy(text, 0, bytes, PREFIX, text.length);
        return bytes;
    }

    /// The header of a table of which the number of rows is not known when it is begun: as long for any number.
    static byte[] header(long rows, int columns) {
        String digits = Long.toString(rows);
        return header(NumberType.FLOAT64.code(),
                digits + ", " + columns + " ".repeat(Long.toString(Long.MAX_VALUE).length() - digits.length()));
    }

    @Override
    public void accept(int firstRow, int rowCount, double[] block) throws IOException {
        rows.accept(firstRow, rowCount, block);
        MatrixFrame frame = rows.frame();
        int end = 0;
        for (int row = firstRow; row < firstRow + rowCount; row++) {
            end += frame.shape().to(row, frame.columns()) - frame.shape().from(row);
        }
        int room = buffer.capacity() / Double.BYTES;
        for (int k = 0; k < end; k += room) {
            int count = Math.min(room, end - k);
            buffer.clear().asDoubleBuffer().put(block, k, count);
            type.convert(buffer.limit(count * Double.BYTES));
            out.write(buffer.array(), 0, buffer.limit());
        }
    }

    @Override
    public void finish() {
        rows.finish();
    }
}
