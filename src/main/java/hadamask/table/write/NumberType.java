package hadamask.table.write;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.number.NumberText;
import java.nio.ByteBuffer;

/// How a number is stored in a `.npy`.
public enum NumberType {
    /// 8 bytes: all digits.
    FLOAT64("<f8", Double.BYTES),
    /// 4 bytes, half of the file: rounded to the nearest, ties to even, to 24 binary digits, about 7 decimal ones. Below 1.2e-38 it
    /// has fewer, below 7e-46 it is 0; a number from 3.4028236e38 on is refused. Infinity and NaN stay what they are.
    FLOAT32("<f4", Float.BYTES);

    /// Numbers are rounded by so many at once.
    private static final int PIECE = 1 << 10;

    private final String code;
    private final int bytes;

    NumberType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /// NumPy's name of the type, with the order of its bytes: little-endian.
    String code() {
        return code;
    }

    /// Bytes per number.
    int bytes() {
        return bytes;
    }

    /// Turns doubles into numbers of this type, in their own place: from the position on, where the limit is put behind the last.
    ///
    /// @param numbers doubles from the position to the limit, in the order of bytes of the buffer
    /// @throws InputException if one is beyond the range of the type; without the name of a file
    void convert(ByteBuffer numbers) {
        if (this == FLOAT64) {
            return;
        }
        int count = numbers.remaining() / Double.BYTES;
        double[] doubles = new double[Math.min(PIECE, count)];
        float[] floats = new float[doubles.length];
        int start = numbers.position();
        for (int k = 0; k < count; k += PIECE) {
            int piece = Math.min(PIECE, count - k);
            numbers.position(start + k * Double.BYTES).asDoubleBuffer().get(doubles, 0, piece);
            round(doubles, floats, piece);
            numbers.position(start + k * Float.BYTES).asFloatBuffer().put(floats, 0, piece);
        }
        numbers.position(start).limit(start + count * Float.BYTES);
    }

    private static void round(double[] doubles, float[] floats, int count) {
        float largest = 0;
        for (int k = 0; k < count; k++) {
            floats[k] = (float) doubles[k];
            largest = Math.max(largest, Math.abs(floats[k]));
        }
        if (!(largest <= Float.MAX_VALUE)) {
            requireRange(doubles, floats, count);
        }
    }

    private static void requireRange(double[] doubles, float[] floats, int count) {
        for (int k = 0; k < count; k++) {
            if (Float.isInfinite(floats[k]) && !Double.isInfinite(doubles[k])) {
                throw new InputException("the result " + NumberText.shortest(doubles[k]) + " is beyond the range of float32, expected less than "
                        + "3.4028236e38", Remedy.of(Remedy.Kind.FLOAT64));
            }
        }
    }
}
