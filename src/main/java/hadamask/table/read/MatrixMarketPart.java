package hadamask.table.read;

import hadamask.file.InputException;
import hadamask.table.number.NumberParser;
import hadamask.table.number.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Lines of a Matrix Market file as numbers: coordinates, counted from 0, and values; or values alone.
final class MatrixMarketPart {
    private final byte[] text;
    private final int rows;
    private final int columns;
    private final boolean isPattern;
    private final boolean isLower;
    private int[] rowOf = new int[0];
    private int[] columnOf = new int[0];
    private double[] values = new double[1024];
    private int count;
    private int line;
    private int at;

    /// @param rows of the matrix; -1: each line is a number
    /// @param isPattern whether there are no values, and each is 1
    /// @param isLower whether entries above the diagonal are none
    MatrixMarketPart(byte[] text, int rows, int columns, boolean isPattern, boolean isLower) {
        this.text = text;
        this.rows = rows;
        this.columns = columns;
        this.isPattern = isPattern;
        this.isLower = isLower;
    }

    /// How many entries there are.
    int count() {
        return count;
    }

    int row(int k) {
        return rowOf[k];
    }

    int column(int k) {
        return columnOf[k];
    }

    double value(int k) {
        return values[k];
    }

    void copyValues(double[] target, int from) {
        System.arraycopy(values, 0, target, from, count);
    }

    /// Where the line starts that was read last.
    int line() {
        return line;
    }

    /// Reads whole lines.
    ///
    /// @throws InputException if one is no entry; without its number
    void parse(int from, int to) {
        if (rows >= 0) {
            rowOf = new int[values.length];
            columnOf = new int[values.length];
        }
        for (int k = from; k < to;) {
            line = k;
            int end = k;
            while (end < to && text[end] != '\n') {
                end++;
            }
            at = k;
            skipBlanks(end);
            if (at < end && text[at] != '%') {
                entry(end);
            }
            k = end + 1;
        }
    }

    private void entry(int end) {
        if (count == values.length) {
            int room = Math.max(1024, 2 * count);
            values = Arrays.copyOf(values, room);
            rowOf = rows < 0 ? rowOf : Arrays.copyOf(rowOf, room);
            columnOf = rows < 0 ? columnOf : Arrays.copyOf(columnOf, room);
        }
        if (rows >= 0) {
            rowOf[count] = index(end, rows, "row");
            columnOf[count] = index(end, columns, "column");
            if (isLower && columnOf[count] > rowOf[count]) {
                throw new InputException("an entry stands above the diagonal of a symmetric matrix");
            }
        }
        values[count] = isPattern ? 1 : number(end);
        if (at < end) {
            throw new InputException("there is more behind the entry: \"" + shown(at, end) + "\"");
        }
        count++;
    }

    private int index(int end, int most, String what) {
        int start = at;
        long value = 0;
        while (at < end && text[at] >= '0' && text[at] <= '9' && value <= Integer.MAX_VALUE) {
            value = 10 * value + (text[at++] - '0');
        }
        if (at == start || (at < end && text[at] > ' ') || value < 1 || value > most) {
            throw new InputException(start == end
                    ? "has no " + what
                    : "\"" + shown(start, end) + "\" is no " + what + ", expected 1 to " + most);
        }
        skipBlanks(end);
        return (int) value - 1;
    }

    private double number(int end) {
        int start = at;
        while (at < end && text[at] > ' ') {
            at++;
        }
        double value = NumberParser.parse(text, start, at);
        if (Double.isNaN(value) && !new String(text, start, at - start, StandardCharsets.UTF_8)
                .equalsIgnoreCase("nan")) {
            throw new InputException(start == at
                    ? "has no value"
                    : "\"" + shown(start, at) + "\" is not a number");
        }
        skipBlanks(end);
        return value;
    }

    private String shown(int from, int end) {
        int stop = from;
        while (stop < end && text[stop] > ' ') {
            stop++;
        }
        return Text.shortened(new String(text, from, stop - from, StandardCharsets.UTF_8));
    }

    private void skipBlanks(int end) {
        while (at < end && text[at] >= 0 && text[at] <= ' ') {
            at++;
        }
    }
}
