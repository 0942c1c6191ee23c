package hadamask.image;

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
    private PngFilter() {
    }

    /// Turns a filtered row into its bytes, in place.
    ///
    /// @param row the number of the filter, then the filtered bytes
    /// @param above the row above, unfiltered, in the same form; zeros above the first
    /// @param step bytes per pixel, at least 1
    static void undo(byte[] row, byte[] above, int step) throws IOException {
        switch (row[0]) {
            case 0 -> {
                // Stored as it is.
            }
            case 1 -> undoSub(row, step);
            case 2 -> undoUp(row, above);
            case 3 -> undoAverage(row, above, step);
            case 4 -> undoPaeth(row, above, step);
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
            int a = row[i - step] & 0xFF;
            int b = above[i] & 0xFF;
            int c = above[i - step] & 0xFF;
            // With p = a + b - c: |p - a| = |b - c|, |p - b| = |a - c|, |p - c| = |a + b - 2c|.
            int toA = b - c;
            int toB = a - c;
            int toC = Math.abs(toA + toB);
            toA = Math.abs(toA);
            toB = Math.abs(toB);
            int nearest = toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
            row[i] += (byte) nearest;
        }
    }
}
