package hadamask.segment.refine;

import hadamask.image.Mask;
import java.util.Arrays;

/// The rows that the closing of some rows depends on, a bit for each pixel, with a frame of background.
///
/// Let `r` be the radius of the square and `a[p]` whether place p of a line is in. With `d[p] = a[p] | ... | a[p + 2r]` and
/// `e[p] = d[p] & ... & d[p + 2r]`, pixel x, which stands in place `x + 2r`, is in the dilation when `d[x + r]` is, and in the
/// closing when `e[x]` is. A run of n places follows from two runs of half the length: `log2(2r + 1)` steps are enough.
///
///     r = 1:   a  . . 1 . 1 . .      pixels in places 2, 3, 4
///              d  1 1 1 1 1          d[p] = a[p] | a[p+1] | a[p+2]
///              e  1 1 1              e[p] = d[p] & d[p+1] & d[p+2]: the gap is closed
///
/// Memory: a bit for each place, `(width + 4r) * (rows + 4r)`.
final class BitFrame {
    private static final int WORD = Long.SIZE;

    private final Mask mask;
    private final int radius;
    private final int reach;
    private final int words;
    private final long[] bits;
    private int rows;
    /// Row of the mask that stands in the first row of the frame.
    private int top;

    /// @param radius of the square, at least 1
    /// @param most the most rows that are closed at once
    BitFrame(Mask mask, int radius, int most) {
        this.mask = mask;
        this.radius = radius;
        this.reach = 2 * radius;
        this.words = Math.ceilDiv(mask.width() + 2 * reach, WORD);
        this.bits = new long[Math.multiplyExact(words, most + 2 * reach)];
    }

    /// Closes the rows from `first` (included) to `end` (excluded).
    ///
    /// @param closed receives them, each in its place
    void close(int first, int end, Closing.Border border, byte[] closed) {
        top = first - reach;
        rows = end - first + 2 * reach;
        load();
        for (int row = 0; row < rows; row++) {
            spreadAlong(row * words);
        }
        spreadDown(rows);
        if (border == Closing.Border.ZERO) {
            clearOutside();
        }
        int left = rows - reach; // below, squares do not lie inside
        for (int row = 0; row < left; row++) {
            shrinkAlong(row * words);
        }
        shrinkDown(left);
        for (int y = first; y < end; y++) {
            unpack((y - first) * words, closed, y * mask.width());
        }
    }

    private void load() {
        Arrays.fill(bits, 0, rows * words, 0);
        int width = mask.width();
        for (int y = Math.max(0, top); y < Math.min(mask.height(), top + rows); y++) {
            pack(mask.values(), y * width, (y - top) * words);
        }
    }

    private void pack(byte[] values, int from, int row) {
        int at = row + reach / WORD;
        int bit = reach % WORD;
        long word = 0;
        int end = from + mask.width();
        for (int i = from; i < end; i++) {
            word |= (long) values[i] << bit;
            if (++bit == WORD) {
                bits[at++] = word;
                word = 0;
                bit = 0;
            }
        }
        if (bit > 0) {
            bits[at] = word;
        }
    }

    private void unpack(int row, byte[] closed, int to) {
        int width = mask.width();
        for (int x = 0; x < width; x += WORD) {
            long word = bits[row + x / WORD];
            int end = to + Math.min(width, x + WORD);
            for (int i = to + x; i < end; i++) {
                closed[i] = (byte) (word & 1);
                word >>>= 1;
            }
        }
    }

    private void spreadAlong(int row) {
        int run = 1;
        while (run <= reach) {
            int step = Math.min(run, reach + 1 - run);
            int skip = step / WORD;
            int end = row + words - skip;
            for (int i = row; i < end; i++) {
                long next = i + 1 < end ? bits[i + skip + 1] : 0;
                bits[i] |= shifted(bits[i + skip], next, step);
            }
            run += step;
        }
    }

    private void shrinkAlong(int row) {
        int run = 1;
        while (run <= reach) {
            int step = Math.min(run, reach + 1 - run);
            int skip = step / WORD;
            int end = row + words - skip;
            for (int i = row; i < end; i++) {
                long next = i + 1 < end ? bits[i + skip + 1] : 0;
                bits[i] &= shifted(bits[i + skip], next, step);
            }
            run += step;
        }
    }

    /// The 64 places that begin `step` places, modulo 64, behind the first of a word.
    private static long shifted(long word, long next, int step) {
        int within = step % WORD;
        return within == 0 ? word : word >>> within | next << (WORD - within);
    }

    private void spreadDown(int height) {
        int run = 1;
        while (run <= reach) {
            int step = Math.min(run, reach + 1 - run);
            int distance = step * words;
            int end = (height - step) * words;
            for (int i = 0; i < end; i++) {
                bits[i] |= bits[i + distance];
            }
            run += step;
        }
    }

    private void shrinkDown(int height) {
        int run = 1;
        while (run <= reach) {
            int step = Math.min(run, reach + 1 - run);
            int distance = step * words;
            int end = (height - step) * words;
            for (int i = 0; i < end; i++) {
                bits[i] &= bits[i + distance];
            }
            run += step;
        }
    }

    /// Cuts the dilation at the edges of the image.
    private void clearOutside() {
        for (int row = 0; row < rows; row++) {
            int y = top + row + radius;
            int from = row * words;
            if (y < 0 || y >= mask.height()) {
                Arrays.fill(bits, from, from + words, 0);
            } else {
                for (int i = 0; i < words; i++) {
                    bits[from + i] &= below(radius + mask.width() - i * WORD) & ~below(radius - i * WORD);
                }
            }
        }
    }

    /// The first places of a word.
    ///
    /// @param count how many; any number below 0 is none, any above 64 is all
    private static long below(int count) {
        return count <= 0 ? 0 : count >= WORD ? -1 : (1L << count) - 1;
    }
}
