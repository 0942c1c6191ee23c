package hadamask.codec.jpeg;

import org.jspecify.annotations.Nullable;

/// A Huffman code of a JPEG (ITU-T T.81, annex C): words of 1 to 16 bits for bytes.
///
/// @param counts words of each length, from 1 bit on
/// @param symbols in the order of their words
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record JpegCode(int[] counts, byte[] symbols) {
    private static final int LONGEST = 16;

    /// @param from where the 16 counts stand
    /// @param to where the segment ends
    /// @return null where the segment does not hold a code
    static @Nullable JpegCode of(byte[] data, int from, int to) {
        int[] counts = new int[LONGEST];
        int all = 0;
        for (int i = 0; i < LONGEST && from + i < to; i++) {
            counts[i] = data[from + i] & 0xFF;
            all += counts[i];
        }
        if (from + LONGEST + all > to) {
            return null;
        }
        byte[] symbols = new byte[all];
        System.arraycopy(data, from + LONGEST, symbols, 0, all);
        return new JpegCode(counts, symbols);
    }

    /// Bytes that the code takes in its segment.
    int length() {
        return LONGEST + symbols.length;
    }

    /// The byte that the next word stands for, or -1 for a word that there is not.
    int next(JpegBits bits) {
        int word = 0;
        int first = 0;
        int index = 0;
        for (int length = 0; length < LONGEST; length++) {
            word |= bits.bit();
            int count = counts[length];
            if (word - first < count) {
                return symbols[index + word - first] & 0xFF;
            }
            index += count;
            first = (first + count) << 1;
            word <<= 1;
        }
        return -1;
    }
}
