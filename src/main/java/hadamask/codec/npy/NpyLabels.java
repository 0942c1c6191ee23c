package hadamask.codec.npy;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.PictureSize;
import hadamask.codec.format.PixelLimit;
import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.LabelImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads and writes numbers of objects as NumPy saves them (`.npy`): two dimensions, rows and columns; integers and truth
/// values, and floats that are whole.
///
/// Source: the description of the format in NumPy's `numpy.lib.format`.
public final class NpyLabels {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([fiub])([1248])'.*"
            + "'fortran_order'\\s*:\\s*(True|False).*'shape'\\s*:\\s*\\(([0-9, ]*)\\)", Pattern.DOTALL);
    private static final int LONGEST_HEADER = 4096;
    private static final int ALIGNMENT = 64;

    private NpyLabels() {
    }

    /// Whether a file says that it is one of NumPy.
    public static boolean isNpy(byte[] content) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (content.length <= i || content[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /// Reads a file.
    ///
    /// @throws InputException if it holds something else than numbers of objects
    public static LabelImage read(byte[] content, PixelLimit limit) throws BrokenImageException {
        if (content.length < 12) {
            throw truncated();
        }
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int start = content[6] == 1 ? 10 : 12;
        int length = content[6] == 1 ? bytes.getChar(8) : bytes.getInt(8);
        if (length < 0 || length > Math.min(LONGEST_HEADER, content.length - start)) {
            throw new BrokenImageException("its header has " + length + " bytes");
        }
        String text = new String(content, start, length, StandardCharsets.UTF_8);
        Matcher header = HEADER.matcher(text);
        if (!header.find()) {
            throw new InputException("has the NumPy header " + text.strip() + ", expected whole numbers");
        }
        String[] shape = header.group(5).replaceAll("\\s|,\\s*$", "").split(",", -1);
        if (shape.length != 2 || shape[0].isEmpty()) {
            throw new InputException("has the NumPy shape (" + header.group(5) + "), expected rows and columns");
        }
        long rows = size(shape[0]);
        long columns = size(shape[1]);
        limit.check(columns, rows, 1, new PictureSize(columns, rows, 4, 0, 0));
        int sampleBytes = Integer.parseInt(header.group(3));
        if (rows * columns * sampleBytes > content.length - start - length) {
            throw truncated();
        }
        bytes.order(header.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        boolean byColumns = header.group(4).equals("True");
        int[] numbers = new int[(int) (rows * columns)];
        for (int i = 0; i < numbers.length; i++) {
            int x = (int) (i % columns);
            int y = (int) (i / columns);
            int place = byColumns ? x * (int) rows + y : i;
            double number = number(bytes, start + length + place * sampleBytes, header.group(2).charAt(0), sampleBytes);
            numbers[i] = (int) number;
            if (!(number >= 0 && number == numbers[i])) {
                throw new InputException("holds " + (number == Math.rint(number) && Math.abs(number) < 1e15
                        ? String.valueOf((long) number)
                        : String.valueOf(number)) + " at the pixel " + x + "," + y
                        + ", expected numbers of objects: whole, from 0 to 2147483647");
            }
        }
        return new LabelImage((int) columns, (int) rows, numbers, Attributes.NONE);
    }

    private static double number(ByteBuffer bytes, int at, char kind, int size) {
        if (kind == 'f') {
            return switch (size) {
                case 8 -> bytes.getDouble(at);
                case 4 -> bytes.getFloat(at);
                default -> Float.float16ToFloat(bytes.getShort(at));
            };
        }
        boolean signed = kind == 'i';
        return switch (size) {
            case 8 -> signed || bytes.getLong(at) >= 0 ? bytes.getLong(at) : 0x1p63;
            case 4 -> signed ? bytes.getInt(at) : Integer.toUnsignedLong(bytes.getInt(at));
            case 2 -> signed ? bytes.getShort(at) : bytes.getChar(at);
            default -> signed ? bytes.get(at) : Byte.toUnsignedInt(bytes.get(at));
        };
    }

    private static long size(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
    }

    private static BrokenImageException truncated() {
        return new BrokenImageException("it ends before its last number");
    }

    /// Writes numbers of 32 bits without a sign.
    public static void write(LabelImage labels, OutputStream out) throws IOException {
        String header = "{'descr': '<u4', 'fortran_order': False, 'shape': (" + labels.height() + ", "
                + labels.width() + "), }";
        int padding = Math.floorMod(-(MAGIC.length + 4 + header.length() + 1), ALIGNMENT);
        byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        out.write(MAGIC);
        out.write(new byte[]{1, 0, (byte) text.length, (byte) (text.length >> 8)});
        out.write(text);
        byte[] row = new byte[4 * labels.width()];
        ByteBuffer numbers = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < labels.height(); y++) {
            numbers.asIntBuffer().put(labels.numbers(), y * labels.width(), labels.width());
            out.write(row);
        }
    }
}
