package hadamask.codec.png;

import hadamask.codec.format.RowBytes;

/// Tries every filter on every row.
///
/// The one is taken whose bytes, as signed numbers, have the smallest sum of magnitudes, as the PNG specification
/// advises; [PngFilter#UP] up to 10/9 of that: what equal rows leave behind packs better than the sum tells.
final class PngFullFiltering implements PngRowFiltering {
    private final RowBytes rows;
    private final byte[][] candidates;
    private byte[] row;
    private byte[] above;
    /// The row that [#above] holds; -1, with zeros, for the one above the first.
    private int held = -1;

    PngFullFiltering(RowBytes rows) {
        this.rows = rows;
        int length = rows.length() + 1;
        this.candidates = new byte[PngFilter.PAETH + 1][length];
        this.row = new byte[length];
        this.above = new byte[length];
    }

    @Override
    public void filter(int y, byte[] target, int at) {
        if (held != y - 1) {
            rows.copy(y - 1, above, 1);
        }
        rows.copy(y, row, 1);
        System.arraycopy(smallest(), 0, target, at, row.length);
        byte[] done = above;
        above = row;
        row = done;
        held = y;
    }

    private byte[] smallest() {
        byte[] best = row;
        long least = Long.MAX_VALUE;
        for (int kind = 0; kind < candidates.length; kind++) {
            byte[] candidate = candidates[kind];
            PngFilter.apply(kind, row, above, rows.pixelLength(), candidate);
            long sum = (kind == PngFilter.UP ? 9L : 10L) * magnitudes(candidate);
            if (sum < least) {
                least = sum;
                best = candidate;
            }
        }
        return best;
    }

    private static long magnitudes(byte[] filtered) {
        long sum = 0;
        for (int i = 1; i < filtered.length; i++) {
            sum += Math.abs(filtered[i]);
        }
        return sum;
    }
}
