package hadamask.table;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads a matrix that NumPy saved: `.npy` of version 1 to 3, two dimensions, floats of 32 or 64 bits or integers, in
/// either byte order, row by row or column by column.
///
/// Source: the description of the format in NumPy's `numpy.lib.format`. Integers beyond 2^53 are rounded.
final class NpyReader {
    private static final Pattern HEADER = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([fiub])([1248])'.*"
            + "'fortran_order'\\s*:\\s*(True|False).*'shape'\\s*:\\s*\\(([0-9, ]*)\\)", Pattern.DOTALL);

    /// A plain matrix needs less than 128 bytes; for a malicious header matching takes cubic time.
    private static final int LONGEST_HEADER = 4096;

    /// One number at a place in the data.
    @FunctionalInterface
    private interface Element {
        double at(ByteBuffer data, int index);
    }

    private NpyReader() {
    }

    static boolean isNpy(byte[] content) {
        return Content.startsWith(content, 0x93, 'N', 'U', 'M', 'P', 'Y');
    }

    static Table read(Input input, byte[] content, ReadOptions options) {
        if (content.length < 12) {
            throw truncated();
        }
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        boolean small = content[6] == 1;
        int length = small ? buffer.getChar(8) : buffer.getInt(8);
        int start = small ? 10 : 12;
        if (length < 0 || length > content.length - start) {
            throw truncated();
        }
        if (length > LONGEST_HEADER) {
            throw new InputException("has a NumPy header of " + length + " bytes, expected at most " + LONGEST_HEADER);
        }
        String header = new String(content, start, length, StandardCharsets.UTF_8);
        Matcher found = HEADER.matcher(header);
        if (!found.find()) {
            throw new InputException(
                    "has the NumPy header " + header.strip() + ", expected numbers (float or integer)");
        }
        String[] shape = found.group(5).replaceAll("\\s|,\\s*$", "").split(",", -1);
        if (shape.length != 2) {
            throw new InputException(
                    "has " + Table.count(shape[0].isEmpty() ? 0 : shape.length, "dimension") + ", expected 2");
        }
        buffer.order(found.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        Matrix all = matrix(buffer.slice(start + length, content.length - start - length).order(buffer.order()),
                dimension(shape[0]), dimension(shape[1]), found, input.memory());
        return select(input.name(), TableReader.requireCells(all), options);
    }

    private static Matrix matrix(ByteBuffer data, int rows, int columns, Matcher header, MemoryLimit memory) {
        int size = Integer.parseInt(header.group(3));
        if (rows > 0 && columns > data.remaining() / size / rows) {
            throw truncated();
        }
        double[] values = TableReader.cells(rows, columns, memory, data.capacity());
        Element element = element(header.group(2), size);
        boolean byColumns = header.group(4).equals("True");
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = element.at(data, byColumns ? j * rows + i : i * columns + j);
            }
        }
        return new Matrix(rows, columns, values);
    }

    private static Element element(String kind, int size) {
        return switch (kind + size) {
            case "f8" -> (data, k) -> data.getDouble(8 * k);
            case "f4" -> (data, k) -> data.getFloat(4 * k);
            case "i8" -> (data, k) -> data.getLong(8 * k);
            case "i4" -> (data, k) -> data.getInt(4 * k);
            case "i2" -> (data, k) -> data.getShort(2 * k);
            case "i1" -> (data, k) -> data.get(k);
            case "u4" -> (data, k) -> Integer.toUnsignedLong(data.getInt(4 * k));
            case "u2" -> (data, k) -> data.getChar(2 * k);
            case "u1", "b1" -> (data, k) -> Byte.toUnsignedInt(data.get(k));
            default ->
                throw new InputException("holds NumPy's " + kind + size + ", expected f4, f8, i1 to i8 or u1 to u4");
        };
    }

    private static Table select(String name, Matrix all, ReadOptions options) {
        int columns = all.columns();
        int[] chosen = options.columns().select(null, columns);
        int id = options.labels().choice() == LabelColumn.Choice.NAMED
                ? ColumnSpec.column(options.labels().column(), null, columns)
                : -1;
        int[] kept = IntStream.of(chosen).filter(j -> j != id || options.columns().names(j, null, columns)).toArray();
        if (kept.length == 0) {
            throw new InputException(
                    "has no column of numbers" + (options.columns().isAll() ? "" : " among those chosen"));
        }
        MissingWords missing = MissingWords.with(options.missingWords());
        double[] values = new double[all.rows() * kept.length];
        String[] labels = new String[id < 0 ? 0 : all.rows()];
        for (int i = 0; i < all.rows(); i++) {
            for (int k = 0; k < kept.length; k++) {
                double value = missing.contains(all.get(i, kept[k])) ? Double.NaN : all.get(i, kept[k]);
                if (Double.isNaN(value) && options.missing() == Missing.ERROR) {
                    throw new InputException("NaN is not a number",
                            Remedy.of(Remedy.Kind.MISSING_VALUES))
                            .at("row " + (i + 1) + ", column " + (kept[k] + 1));
                }
                values[i * kept.length + k] = value;
            }
            if (id >= 0) {
                labels[i] = NumberText.shortest(all.get(i, id));
            }
        }
        return new Table(name, id < 0 ? null : java.util.List.of(labels), null,
                new Matrix(all.rows(), kept.length, values), Provenance.NONE.withPlaces(kept));
    }

    private static int dimension(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            throw new InputException("has a NumPy shape with a number missing, expected two");
        }
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static InputException truncated() {
        return new InputException("ends too early for the NumPy matrix that its header promises");
    }
}
