package hadamask.distance;

import java.util.Arrays;

/// A text that others are compared with, letter by letter: the Levenshtein distance by vectors of bits.
///
/// A column of the table of dynamic programming changes by -1, 0 or 1 from cell to cell; two bits for each letter of the pattern
/// hold these changes, and a few operations on words lead to the next column, 64 letters at a time (Myers 1999, Hyyrö 2003).
final class TextPattern {
    private static final int ASCII = 128;
    private static final long TOP = Long.MIN_VALUE;

    private final int length;
    private final int blocks;
    /// The letters that occur, ascending.
    private final int[] letters;
    /// Per letter and block where it stands: bit k of block b for place 64 b + k.
    private final long[] places;
    /// The place of a letter of ASCII among those that occur, or -1.
    private final int[] ascii = new int[ASCII];

    /// @param pattern code points
    TextPattern(int[] pattern) {
        length = pattern.length;
        blocks = Math.ceilDiv(length, Long.SIZE);
        letters = Arrays.stream(pattern).sorted().distinct().toArray();
        places = new long[letters.length * blocks];
        for (int k = 0; k < length; k++) {
            int letter = Arrays.binarySearch(letters, pattern[k]);
            places[letter * blocks + k / Long.SIZE] |= 1L << k; // the shift is taken modulo 64
        }
        Arrays.fill(ascii, -1);
        for (int k = 0; k < letters.length && letters[k] < ASCII; k++) {
            ascii[letters[k]] = k;
        }
    }

    int length() {
        return length;
    }

    /// The fewest insertions, deletions and replacements that make the one text of the other.
    int distance(int[] text) {
        if (length == 0) {
            return text.length;
        }
        long[] up = new long[blocks];
        long[] down = new long[blocks];
        Arrays.fill(up, -1);
        long last = 1L << (length - 1);
        int distance = length;
        for (int letter : text) {
            int at = letter < ASCII ? ascii[letter] : Arrays.binarySearch(letters, letter);
            int carry = 1; // the first row of the table counts the letters of the text
            for (int b = 0; b < blocks; b++) {
                carry = step(at < 0 ? 0 : places[at * blocks + b], carry, b == blocks - 1 ? last : TOP, up, down, b);
            }
            distance += carry;
        }
        return distance;
    }

    /// One block of a column.
    ///
    /// @param places where the letter stands
    /// @param carry by how much the table changes along the row above the block
    /// @param last the bit of the block's last row
    /// @return by how much it changes along that row
    private static int step(long places, int carry, long last, long[] up, long[] down, int b) {
        long negative = carry < 0 ? 1 : 0;
        long positive = carry > 0 ? 1 : 0;
        long vertical = places | down[b];
        long equal = places | negative;
        long horizontal = (((equal & up[b]) + up[b]) ^ up[b]) | equal;
        long right = down[b] | ~(horizontal | up[b]);
        long left = up[b] & horizontal;
        int out = (right & last) != 0 ? 1 : (left & last) != 0 ? -1 : 0;
        right = right << 1 | positive;
        left = left << 1 | negative;
        up[b] = left | ~(vertical | right);
        down[b] = right & vertical;
        return out;
    }
}
