import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

/// A matrix of whole numbers up to 255 from a file of MATLAB, level 5, in which it is the first variable and packed.
///
/// A file is 128 bytes of header, then elements: a type and a number of bytes, 4 bytes each, and the bytes, which end at a multiple of 8.
/// Up to four bytes stand in the tag itself, behind half words of number and type. A packed element inflates to a matrix:
/// its flags, its sides, its name and its numbers, column by column, are elements, too. "MAT-File Format", MathWorks.
///
/// @param values row by row
record MatlabMatrix(int width, int height, byte[] values) {
    private static final int HEADER = 128;
    private static final int BYTES = 2;
    private static final int MATRIX = 14;
    private static final int PACKED = 15;

    /// @throws IOException where the first variable is something else
    static MatlabMatrix read(Path file, String name) throws IOException {
        ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(file));
        whole.order(whole.get(HEADER - 2) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).position(HEADER);
        ByteBuffer element = element(whole, PACKED, file);
        ByteBuffer matrix = element(inflated(element), MATRIX, file);
        next(matrix); // flags
        ByteBuffer sides = next(matrix).bytes;
        int height = sides.getInt();
        int width = sides.getInt();
        String found = StandardCharsets.US_ASCII.decode(next(matrix).bytes).toString();
        ByteBuffer columns = element(matrix, BYTES, file);
        if (!found.equals(name) || columns.remaining() != width * height) {
            throw new IOException(file + ": holds " + found + ", " + columns.remaining() + " bytes");
        }
        byte[] values = new byte[width * height];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                values[y * width + x] = columns.get();
            }
        }
        return new MatlabMatrix(width, height, values);
    }

    private record Element(int type, ByteBuffer bytes) {
    }

    private static ByteBuffer element(ByteBuffer from, int type, Path file) throws IOException {
        Element element = next(from);
        if (element.type != type) {
            throw new IOException(file + ": type " + element.type + " where " + type + " is read");
        }
        return element.bytes;
    }

    private static Element next(ByteBuffer from) {
        int tag = from.getInt();
        boolean small = tag >>> 16 != 0;
        int size = small ? tag >>> 16 : from.getInt();
        ByteBuffer bytes = from.slice(from.position(), size).order(from.order());
        int end = from.position() + (small ? 4 : Math.ceilDiv(size, 8) * 8);
        from.position(Math.min(end, from.limit()));
        return new Element(tag & 0xFFFF, bytes);
    }

    private static ByteBuffer inflated(ByteBuffer packed) throws IOException {
        byte[] bytes = new byte[packed.remaining()];
        packed.get(bytes);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            return ByteBuffer.wrap(in.readAllBytes()).order(packed.order());
        }
    }
}
