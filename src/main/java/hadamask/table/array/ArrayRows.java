package hadamask.table.array;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.matrix.Matrix;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// The rows of a `.npy` that stand one behind the other, so that some can be read without the others.
///
/// @param type kind and size of an element, such as `f8`
/// @param isLittle whether its first byte is the lowest
/// @param rows how many there are
/// @param columns of each
/// @param start where the first begins
public record ArrayRows(String type, boolean isLittle, long rows, int columns, int start) implements Serializable {
    /// What a file begins with tells of its rows; null where it is no such file, or not whole.
    ///
    /// @param head its first bytes, 8192 or all
    /// @param size of the file
    public static @Nullable ArrayRows of(byte[] head, long size) {
        if (!NpyArray.begins(head)) {
            return null;
        }
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(head);
            NpyArray array = NpyArray.header(in);
            long[] shape = array.shape();
            if (!array.holdsNumbers() || shape.length != 2 || array.byColumns() || shape[0] < 1 || shape[1] < 1
                    || shape[1] > 1 << 20) {
                return null;
            }
            ArrayRows found = new ArrayRows(array.type(), array.order() == ByteOrder.LITTLE_ENDIAN, shape[0],
                    (int) shape[1], head.length - in.available());
            return shape[0] <= (size - found.start) / found.rowBytes() ? found : null;
        } catch (IOException | InputException e) {
            return null; // said where it is read as a whole
        }
    }

    /// Bytes of a row.
    public long rowBytes() {
        return (long) columns * Integer.parseInt(type.substring(1));
    }

    /// The numbers of some rows.
    ///
    /// @param bytes whole rows
    public Matrix matrix(byte[] bytes, MemoryLimit memory) {
        long count = bytes.length / rowBytes();
        try {
            return new NpyArray(type, isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, false,
                    new long[]{count, columns}).matrix(new ByteArrayInputStream(bytes), bytes.length, memory);
        } catch (IOException e) {
            throw new InputException("cannot be read: " + e.getMessage(), e);
        }
    }
}
