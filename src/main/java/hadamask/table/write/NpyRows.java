package hadamask.table.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The bytes of a `.npy` of rows that come one after the other, whose number is known in the end: float64, C order.
public final class NpyRows {
    private NpyRows() {
    }

    /// What stands before the numbers: as many bytes for any number of rows, so that it can be written once more in the end.
    public static byte[] header(long rows, int columns) {
        return NpySink.header(rows, columns);
    }

    /// Numbers as they stand in the file.
    public static byte[] bytes(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Double.BYTES, numbers.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        return bytes.array();
    }
}
