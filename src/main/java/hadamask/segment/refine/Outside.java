package hadamask.segment.refine;

import hadamask.image.Mask;
import hadamask.parallel.RowBands;
import java.util.Arrays;

/// The background of a mask that reaches the edge of the image over 4-connected background pixels, a bit for each pixel.
///
/// From the edge it spreads on 64 pixels at a time: down the rows, then up, which is all of it in most pictures; what lies round more corners is
/// followed from word to word.
///
///     background  1 1 1 1 1        outside  1 1 1 1 1
///                 1 0 0 0 1                 1 0 0 0 1
///                 1 0 1 0 1   ->            1 0 0 0 1
///                 1 0 0 0 1                 1 0 0 0 1
///                 1 1 1 1 1                 1 1 1 1 1
///
/// Memory: two bits per pixel, and 4 bytes for each word that waits to be followed.
final class Outside {
    private static final int WORD = Long.SIZE;
    private static final int ROWS_PER_BAND = 256;

    private final int width;
    private final int height;
    private final int words;
    private final long[] background;
    private final long[] reached;
    /// Words that have reached bits whose neighbours were not looked at.
    private int[] waiting = new int[64];
    private int waits;

    private Outside(Mask mask) {
        width = mask.width();
        height = mask.height();
        words = Math.ceilDiv(width, WORD);
        background = new long[Math.multiplyExact(words, height)];
        reached = new long[background.length];
        RowBands.forEachRow(height, ROWS_PER_BAND, y -> pack(mask.values(), y));
    }

    /// Finds the outside of a mask.
    static Outside of(Mask mask) {
        Outside outside = new Outside(mask);
        outside.spread();
        return outside;
    }

    private void pack(byte[] values, int y) {
        int row = y * words;
        int from = y * width;
        for (int x = 0; x < width; x += WORD) {
            int n = Math.min(WORD, width - x);
            long word = 0;
            for (int i = from + x + n - 1; i >= from + x; i--) {
                word = (word << 1) | values[i];
            }
            background[row + x / WORD] = ~word & (-1L >>> (WORD - n));
        }
    }

    private void spread() {
        int last = (height - 1) * words;
        System.arraycopy(background, 0, reached, 0, words);
        System.arraycopy(background, last, reached, last, words);
        for (int y = 0; y < height; y++) {
            int row = y * words;
            int end = row + words - 1;
            reached[row] |= background[row] & 1;
            reached[end] |= background[end] & (1L << (width - 1)); // modulo 64
            take(row, y > 0 ? -words : 0);
            along(row);
        }
        for (int y = height - 2; y >= 0; y--) {
            if (take(y * words, words)) {
                along(y * words);
            }
        }
        for (int at = 0; at < last; at++) {
            if ((reached[at] & background[at + words] & ~reached[at + words]) != 0) {
                await(at);
            }
        }
        follow();
    }

    /// Takes what another row has reached into a row; whether that was more.
    private boolean take(int row, int step) {
        long[] to = reached;
        long[] free = background;
        long more = 0;
        for (int i = row; i < row + words; i++) {
            long before = to[i];
            long after = before | (to[i + step] & free[i]);
            more |= before ^ after;
            to[i] = after;
        }
        return more != 0;
    }

    /// Spreads within a row.
    private void along(int row) {
        long[] to = reached;
        long[] free = background;
        long carry = 0;
        for (int i = row; i < row + words; i++) {
            long word = to[i] | (carry & free[i]);
            if (word != 0 && word != free[i]) {
                word = within(free[i], word);
            }
            to[i] = word;
            carry = word >>> (WORD - 1);
        }
        for (int i = row + words - 2; i >= row; i--) {
            long back = (to[i + 1] << (WORD - 1)) & free[i] & ~to[i];
            if (back != 0) {
                to[i] = within(free[i], to[i] | back);
            }
        }
    }

    /// The runs of free bits that hold a reached one.
    private static long within(long free, long reached) {
        long up = (((free + reached) ^ free) & free) | reached; // a carry runs to the end of its run
        long run = free;
        for (int step = 1; step < WORD; step *= 2) {
            up |= run & (up >>> step);
            run &= run >>> step;
        }
        return up;
    }

    private void await(int at) {
        if (waits == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * waits);
        }
        waiting[waits++] = at;
    }

    /// Spreads from the words that wait, until none gains.
    private void follow() {
        while (waits > 0) {
            int at = waiting[--waits];
            int x = at % words;
            long word = reached[at];
            gain(at - words, word);
            gain(at + words, word);
            if (x > 0) {
                gain(at - 1, word << (WORD - 1));
            }
            if (x < words - 1) {
                gain(at + 1, word >>> (WORD - 1));
            }
        }
    }

    private void gain(int at, long bits) {
        if (at < 0 || at >= reached.length) {
            return;
        }
        long more = bits & background[at] & ~reached[at];
        if (more != 0) {
            reached[at] = within(background[at], reached[at] | more);
            await(at);
        }
    }

    /// Whether all of the background is outside.
    boolean isAll() {
        return Arrays.equals(background, reached);
    }

    /// Marks what is neither in the mask nor outside.
    ///
    /// @param values of the mask, which become 1 there
    void fillInside(byte[] values) {
        RowBands.forEachRow(height, ROWS_PER_BAND, y -> {
            int row = y * words;
            for (int i = 0; i < words; i++) {
                long inside = background[row + i] & ~reached[row + i];
                for (int at = y * width + i * WORD; inside != 0; at++) {
                    values[at] |= (byte) (inside & 1);
                    inside >>>= 1;
                }
            }
        });
    }
}
