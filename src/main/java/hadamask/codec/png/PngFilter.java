package hadamask.codec.png;

import hadamask.codec.format.BrokenImageException;
import java.io.IOException;

/// The row filters of PNG: each byte of a row is stored as the difference to a prediction from the bytes to its left
/// (a), above (b) and above left (c).
///
/// | filter | prediction |
/// |---|---|
/// | 0 none | 0 |
/// | 1 sub | a |
/// | 2 up | b |
/// | 3 average | floor((a + b) / 2) |
/// | 4 Paeth | the one of a, b, c nearest to a + b - c |
final class PngFilter {
    static final int NONE = 0;
    static final int SUB = 1;
    static final int UP = 2;
    static final int AVERAGE = 3;
    static final int PAETH = 4;

    private PngFilter() {
    }

    /// Filters a row.
    ///
    /// @param kind the number of the filter
    /// @param row bytes from place 1 on
    /// @param above the row above in the same form; zeros above the first
    /// @param step bytes per pixel, at least 1
    /// @param target receives the number of the filter, then the filtered bytes
    static void apply(int kind, byte[] row, byte[] above, int step, byte[] target) {
        switch (kind) {
            case SUB -> sub(row, step, target);
            case UP -> up(row, above, target);
            case AVERAGE -> average(row, above, step, target);
            case PAETH -> paeth(row, above, step, target);
            default -> System.arraycopy(row, 0, target, 0, row.length);
        }
        target[0] = (byte) kind;
    }

    private static void sub(byte[] row, int step, byte[] target) {
        System.arraycopy(row, 0, target, 0, Math.min(row.length, 1 + step));
        for (int i = 1 + step; i < row.length; i++) {
            target[i] = (byte) (row[i] - row[i - step]);
        }
    }

    private static void up(byte[] row, byte[] above, byte[] target) {
        for (int i = 1; i < row.length; i++) {
            target[i] = (byte) (row[i] - above[i]);
        }
    }

    private static void average(byte[] row, byte[] above, int step, byte[] target) {
        int first = Math.min(row.length, 1 + step);
        for (int i = 1; i < first; i++) {
            target[i] = (byte) (row[i] - ((above[i] & 0xFF) >> 1));
        }
        for (int i = first; i < row.length; i++) {
            target[i] = (byte) (row[i] - (((row[i - step] & 0xFF) + (above[i] & 0xFF)) >> 1));
        }
    }

    private static void paeth(byte[] row, byte[] above, int step, byte[] target) {
        int first = Math.min(row.length, 1 + step);
        for (int i = 1; i < first; i++) {
            target[i] = (byte) (row[i] - above[i]);
        }
        for (int i = first; i < row.length; i++) {
            target[i] = (byte) (row[i] - nearest(row[i - step] & 0xFF, above[i] & 0xFF, above[i - step] & 0xFF));
        }
    }

    /// The one of a, b, c nearest to p = a + b - c: |p - a| = |b - c|, |p - b| = |a - c|, |p - c| = |a + b - 2c|.
    private static int nearest(int a, int b, int c) {
        int toA = b - c;
        int toB = a - c;
        int toC = Math.abs(toA + toB);
        toA = Math.abs(toA);
        toB = Math.abs(toB);
        return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
    }

    /// Turns a filtered row into its bytes, in place.
    ///
    /// @param row the number of the filter, then the filtered bytes
    /// @param above the row above, unfiltered, in the same form; zeros above the first
    /// @param step bytes per pixel, at least 1
    static void undo(byte[] row, byte[] above, int step) throws IOException {
        switch (row[0]) {
            case NONE -> {
                // Stored as it is.
            }
            case SUB -> undoSub(row, step);
            case UP -> undoUp(row, above);
            case AVERAGE -> undoAverage(row, above, step);
            case PAETH -> undoPaeth(row, above, step);
            default -> throw new BrokenImageException("a row has the filter " + row[0] + ", expected 0 to 4");
        }
    }

    private static void undoSub(byte[] row, int step) {
        for (int i = 1 + step; i < row.length; i++) {
            row[i] += row[i - step];
        }
    }

    private static void undoUp(byte[] row, byte[] above) {
        for (int i = 1; i < row.length; i++) {
            row[i] += above[i];
        }
    }

    private static void undoAverage(byte[] row, byte[] above, int step) {
        int first = Math.min(row.length, 1 + step);
        for (int i = 1; i < first; i++) {
            row[i] += (byte) ((above[i] & 0xFF) >> 1);
        }
        for (int i = first; i < row.length; i++) {
            row[i] += (byte) (((row[i - step] & 0xFF) + (above[i] & 0xFF)) >> 1);
        }
    }

    private static void undoPaeth(byte[] row, byte[] above, int step) {
        int first = Math.min(row.length, 1 + step);
        for (int i = 1; i < first; i++) {
            row[i] += above[i];
        }
        for (int i = first; i < row.length; i++) {
            row[i] += (byte) nearest(row[i - step] & 0xFF, above[i] & 0xFF, above[i - step] & 0xFF);
        }
    }
}
