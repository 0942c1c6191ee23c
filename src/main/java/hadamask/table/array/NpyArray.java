package hadamask.table.array;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.matrix.Matrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An array that NumPy saved: `.npy` of version 1 to 3, floats of 16, 32 or 64 bits, integers of 8 to 64 bits or booleans,
/// in either byte order, row by row or column by column. It is read as a stream, so that a file may be of any size.
///
/// Source: the description of the format in NumPy's `numpy.lib.format`. Integers beyond 2^53 are rounded.
///
/// @param type kind and size of an element, such as `f8`
/// @param order of the bytes of an element
/// @param byColumns whether the first index varies fastest
/// @param shape length of each dimension
@SuppressWarnings("ArrayRecordComponent") // never compared
record NpyArray(String type, ByteOrder order, boolean byColumns, long[] shape) {
    private static final Pattern HEADER = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])([0-9]{1,4})'.*"
            + "'fortran_order'\\s*:\\s*(True|False).*'shape'\\s*:\\s*\\(([0-9, ]*)\\)", Pattern.DOTALL);
    private static final String NUMBERS = "f2 f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1";

    /// A plain matrix needs less than 128 bytes; for a malicious header matching takes cubic time.
    private static final int LONGEST_HEADER = 4096;
    private static final int PIECE = 1 << 16;
    /// Numbers that room is made for before they are seen, where the size of the file is not known.
    private static final int FIRST_ROOM = 1 << 17;
    private static final long MOST_CELLS = Integer.MAX_VALUE - 8;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /// Whether a content begins as such an array does.
    static boolean begins(byte[] head) {
        return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /// Reads the header.
    ///
    /// @throws InputException if it is none
    static NpyArray header(InputStream in) throws IOException {
        byte[] start = in.readNBytes(10);
        if (start.length < 10) {
            throw truncated();
        }
        int length = Byte.toUnsignedInt(start[8]) | Byte.toUnsignedInt(start[9]) << 8;
        if (start[6] != 1) {
            byte[] more = in.readNBytes(2);
            if (more.length < 2 || more[1] < 0) {
                throw truncated();
            }
            length |= Byte.toUnsignedInt(more[0]) << 16 | more[1] << 24;
        }
        if (length > LONGEST_HEADER) {
            throw new InputException("has a NumPy header of " + length + " bytes, expected at most " + LONGEST_HEADER);
        }
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw truncated();
        }
        String header = new String(text, StandardCharsets.UTF_8);
        Matcher found = HEADER.matcher(header);
        if (!found.find()) {
            throw new InputException(
                    "has the NumPy header " + header.strip() + ", expected numbers (float or integer)");
        }
        ByteOrder order = found.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyArray(found.group(2) + found.group(3), order, found.group(4).equals("True"),
                shape(found.group(5)));
    }

    private static long[] shape(String text) {
        String[] parts = text.replaceAll("\\s|,\\s*$", "").split(",", -1);
        if (parts.length == 1 && parts[0].isEmpty()) {
            return new long[0];
        }
        long[] shape = new long[parts.length];
        for (int k = 0; k < shape.length; k++) {
            if (parts[k].isEmpty()) {
                throw new InputException("has a NumPy shape with a number missing, expected one or two");
            }
            shape[k] = parts[k].length() > 18 ? Long.MAX_VALUE : Long.parseLong(parts[k]);
        }
        return shape;
    }

    /// Whether its elements are numbers or booleans, and not texts, times or objects.
    boolean holdsNumbers() {
        return Arrays.asList(NUMBERS.split(" ")).contains(type);
    }

    private void requireNumbers() {
        if (!holdsNumbers()) {
            throw new InputException("holds NumPy's " + type
                    + ", expected f2, f4, f8, i1 to i8, u1 to u8 or b1: one real number each");
        }
    }

    /// Reads the numbers behind the header as a matrix; those of a single dimension are a column.
    ///
    /// @param left bytes that are left; -1: not known
    /// @throws InputException if there are fewer than the header says, or it has another number of dimensions
    Matrix matrix(InputStream in, long left, MemoryLimit memory) throws IOException {
        requireNumbers();
        if (shape.length != 1 && shape.length != 2) {
            throw new InputException("has " + shape.length + " dimensions, expected 1 or 2");
        }
        long rows = shape[0];
        long columns = shape.length == 1 ? 1 : shape[1];
        boolean turned = byColumns && rows > 1 && columns > 1;
        double[] flat = numbers(in, left, memory, turned ? 2 : 1);
        return turned
                ? new Matrix((int) columns, (int) rows, flat).transposed()
                : new Matrix((int) rows, (int) columns, flat);
    }

    /// Reads the numbers of one dimension.
    double[] vector(InputStream in, MemoryLimit memory) throws IOException {
        requireNumbers();
        if (shape.length != 1) {
            throw new InputException("has " + shape.length + " dimensions, expected 1");
        }
        return numbers(in, -1, memory, 1);
    }

    /// The text that one element of `S` holds, such as the name of a format.
    String text(InputStream in) throws IOException {
        int size = Integer.parseInt(type.substring(1));
        boolean wide = type.charAt(0) == 'U';
        byte[] bytes = in.readNBytes(wide ? 4 * size : size);
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (b != 0) {
                text.append((char) b);
            }
        }
        return text.toString();
    }

    private double[] numbers(InputStream in, long left, MemoryLimit memory, int copies) throws IOException {
        long cells = 1;
        long size = (long) type.charAt(1) - '0';
        for (long length : shape) {
            boolean over = length > 0 && cells > MOST_CELLS / length;
            cells = over ? Long.MAX_VALUE : cells * length;
            if (over && !Arrays.stream(shape).anyMatch(other -> other == 0)) {
                throw left >= 0 && left / size < MOST_CELLS
                        ? truncated()
                        : new InputException("has more than 2^31 - 9 numbers, expected fewer");
            }
        }
        cells = Arrays.stream(shape).anyMatch(length -> length == 0) ? 0 : cells;
        if (left >= 0 && cells > left / size) {
            throw truncated();
        }
        memory.require(cells + " numbers", copies * cells * Double.BYTES);
        return filled(in, (int) cells, (int) size, left >= 0);
    }

    private double[] filled(InputStream in, int cells, int size, boolean isThere) throws IOException {
        double[] numbers = new double[isThere ? cells : Math.min(cells, FIRST_ROOM)];
        byte[] piece = new byte[PIECE];
        ByteBuffer bytes = ByteBuffer.wrap(piece).order(order);
        for (int at = 0; at < cells;) {
            int count = Math.min(cells - at, PIECE / size);
            if (in.readNBytes(piece, 0, count * size) < count * size) {
                throw truncated();
            }
            if (at + count > numbers.length) {
                numbers = Arrays.copyOf(numbers, (int) Math.min(cells, 2L * numbers.length));
            }
            decode(bytes, count, numbers, at);
            at += count;
        }
        return numbers;
    }

    private void decode(ByteBuffer bytes, int count, double[] numbers, int at) {
        switch (type) {
            case "f8" -> bytes.asDoubleBuffer().get(0, numbers, at, count);
            case "f4" -> {
                float[] all = new float[count];
                bytes.asFloatBuffer().get(0, all);
                for (int k = 0; k < count; k++) {
                    numbers[at + k] = all[k];
                }
            }
            case "f2" -> each(count, numbers, at, k -> Float.float16ToFloat(bytes.getShort(2 * k)));
            case "i8" -> {
                long[] all = new long[count];
                bytes.asLongBuffer().get(0, all);
                for (int k = 0; k < count; k++) {
                    numbers[at + k] = all[k];
                }
            }
            case "i4" -> {
                int[] all = new int[count];
                bytes.asIntBuffer().get(0, all);
                for (int k = 0; k < count; k++) {
                    numbers[at + k] = all[k];
                }
            }
            case "i2" -> each(count, numbers, at, k -> bytes.getShort(2 * k));
            case "i1" -> each(count, numbers, at, bytes::get);
            case "u8" -> each(count, numbers, at, k -> unsigned(bytes.getLong(8 * k)));
            case "u4" -> each(count, numbers, at, k -> Integer.toUnsignedLong(bytes.getInt(4 * k)));
            case "u2" -> each(count, numbers, at, k -> bytes.getChar(2 * k));
            default -> each(count, numbers, at, k -> Byte.toUnsignedInt(bytes.get(k)));
        }
    }

    /// One number at a place.
    @FunctionalInterface
    private interface Element {
        double at(int index);
    }

    private static void each(int count, double[] numbers, int at, Element element) {
        for (int k = 0; k < count; k++) {
            numbers[at + k] = element.at(k);
        }
    }

    /// The double nearest to an unsigned integer. Half of it has the bit that the rounding needs.
    private static double unsigned(long value) {
        return value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
    }

    private static InputException truncated() {
        return new InputException("ends too early for the NumPy matrix that its header promises");
    }
}
