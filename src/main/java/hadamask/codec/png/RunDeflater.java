package hadamask.codec.png;

import java.util.Arrays;

/// Packs bytes as deflate (RFC 1951) does, by Huffman codes and runs of equal bytes alone.
///
/// Rows of a photograph that a PNG filter has been over hold few other repetitions, and to search for them takes zlib most
/// of its time: this is three times as fast as its fastest level, and as small. An instance belongs to one thread.
/// Memory: 2 bytes per byte to be packed, and the packed ones.
final class RunDeflater {
    private static final int END = 256;
    private static final int SYMBOLS = 286;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;
    /// More bytes than a head and an end take.
    private static final int HEAD = 512;
    /// The order in which deflate writes the lengths of the words for lengths.
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    /// For each length of a run its symbol, and how many bits follow.
    private static final short[] SYMBOL = new short[LONGEST + 1];
    private static final byte[] EXTRA = new byte[LONGEST + 1];
    private static final short[] BASE = new short[LONGEST + 1];

    static {
        int length = SHORTEST;
        for (int symbol = END + 1; symbol < SYMBOLS - 1; symbol++) {
            int extra = Math.max(0, (symbol - END - 5) / 4);
            int base = length;
            for (; length < base + (1 << extra) && length < LONGEST; length++) {
                SYMBOL[length] = (short) symbol;
                EXTRA[length] = (byte) extra;
                BASE[length] = (short) base;
            }
        }
        SYMBOL[LONGEST] = SYMBOLS - 1;
        BASE[LONGEST] = LONGEST;
    }

    /// Literals, and lengths of runs above them by [#END].
    private short[] tokens = new short[0];
    private int count;
    private byte[] out = new byte[0];
    private int at;
    private long bits;
    private int pending;

    /// Packs bytes to a block that is not the last, and an empty one behind it, so that another may follow.
    ///
    /// @param length at least 1
    byte[] pack(byte[] bytes, int length) {
        int[] counts = tokenize(bytes, length);
        counts[END]++;
        HuffmanCode code = HuffmanCode.of(counts, 15);
        start(counts, code.lengths());
        writeHead(code.lengths());
        writeTokens(code);
        finish();
        return Arrays.copyOf(out, at);
    }

    /// @return how often each symbol occurs
    private int[] tokenize(byte[] bytes, int length) {
        if (tokens.length < length) {
            tokens = new short[length];
        }
        short[] target = tokens; // fields are loaded for every byte by the first compiler
        int[] counts = new int[SYMBOLS];
        int last = bytes[0];
        target[0] = (short) (last & 0xFF);
        counts[last & 0xFF]++;
        int end = 1;
        int k = 1;
        while (k < length) {
            int value = bytes[k];
            if (value == last && k + 2 < length && bytes[k + 1] == value && bytes[k + 2] == value) {
                int most = Math.min(length - k, LONGEST);
                int different = Arrays.mismatch(bytes, k, k + most, bytes, k - 1, k - 1 + most);
                int run = different < 0 ? most : different;
                target[end++] = (short) (END + run);
                counts[SYMBOL[run]]++;
                k += run;
            } else {
                int literal = value & 0xFF;
                target[end++] = (short) literal;
                counts[literal]++;
                last = value;
                k++;
            }
        }
        count = end;
        return counts;
    }

    private void start(int[] counts, int[] lengths) {
        long size = 0;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            int others = symbol > END ? 6 : 0; // bits of a length, and of the distance
            size += (long) counts[symbol] * (lengths[symbol] + others);
        }
        int room = (int) (size / Byte.SIZE) + HEAD;
        if (out.length < room) {
            out = new byte[room];
        }
        at = 0;
        bits = 0;
        pending = 0;
    }

    private void put(int value, int length) {
        bits |= (long) value << pending;
        pending += length;
        while (pending >= Byte.SIZE) {
            out[at++] = (byte) bits;
            bits >>>= Byte.SIZE;
            pending -= Byte.SIZE;
        }
    }

    private void writeHead(int[] lengths) {
        int used = SYMBOLS;
        while (lengths[used - 1] == 0) {
            used--;
        }
        // The one distance, 1, has a word of one bit.
        byte[] all = new byte[used + 1];
        for (int symbol = 0; symbol < used; symbol++) {
            all[symbol] = (byte) lengths[symbol];
        }
        all[used] = 1;
        int[] counts = new int[ORDER.length];
        int[] repeated = repetitions(all, counts);
        HuffmanCode code = HuffmanCode.of(counts, 7);
        int words = ORDER.length;
        while (words > 4 && code.lengths()[ORDER[words - 1]] == 0) {
            words--;
        }
        put(0b100, 3); // not the last block; codes follow
        put(used - END - 1, 5);
        put(0, 5);
        put(words - 4, 4);
        for (int k = 0; k < words; k++) {
            put(code.lengths()[ORDER[k]], 3);
        }
        for (int item : repeated) {
            int symbol = item & 0xFF;
            put(code.words()[symbol], code.lengths()[symbol]);
            if (symbol >= 16) {
                put(item >> Byte.SIZE, symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
            }
        }
    }

    /// Lengths, with those that repeat as one item: 16 repeats the last one 3 to 6 times, 17 and 18 are 3 to 10 and 11 to 138
    /// zeros.
    ///
    /// @return symbols, with how often above the lowest byte
    private static int[] repetitions(byte[] lengths, int[] counts) {
        int[] items = new int[lengths.length];
        int count = 0;
        for (int k = 0; k < lengths.length;) {
            int end = k;
            while (end < lengths.length && lengths[end] == lengths[k]) {
                end++;
            }
            int run = end - k;
            int symbol;
            int taken;
            if (lengths[k] == 0 && run >= 3) {
                symbol = run >= 11 ? 18 : 17;
                taken = Math.min(run, 138);
            } else if (run >= 3 && k > 0 && lengths[k] == lengths[k - 1]) {
                symbol = 16;
                taken = Math.min(run, 6);
            } else {
                symbol = lengths[k];
                taken = 1;
            }
            int least = symbol == 18 ? 11 : 3;
            items[count++] = symbol < 16 ? symbol : symbol | (taken - least) << Byte.SIZE;
            counts[symbol]++;
            k += taken;
        }
        return Arrays.copyOf(items, count);
    }

    private void writeTokens(HuffmanCode code) {
        int[] words = code.words();
        int[] lengths = code.lengths();
        short[] all = tokens;
        int total = count;
        byte[] target = out;
        int place = at;
        long waiting = bits;
        int size = pending;
        for (int k = 0; k < total; k++) {
            int token = all[k];
            if (token < END) {
                waiting |= (long) words[token] << size;
                size += lengths[token];
            } else {
                int run = token - END;
                int symbol = SYMBOL[run];
                waiting |= (long) words[symbol] << size;
                size += lengths[symbol];
                waiting |= (long) (run - BASE[run]) << size;
                size += EXTRA[run] + 1; // and the word of distance 1, a zero
            }
            if (size >= Integer.SIZE) {
                target[place] = (byte) waiting;
                target[place + 1] = (byte) (waiting >>> 8);
                target[place + 2] = (byte) (waiting >>> 16);
                target[place + 3] = (byte) (waiting >>> 24);
                place += 4;
                waiting >>>= Integer.SIZE;
                size -= Integer.SIZE;
            }
        }
        at = place;
        bits = waiting;
        pending = size;
        put(words[END], lengths[END]);
    }

    private void finish() {
        put(0, 3); // an empty block of bytes as they are
        put(0, (Byte.SIZE - pending) % Byte.SIZE);
        for (int value : new int[]{0, 0, 0xFF, 0xFF}) {
            put(value, Byte.SIZE);
        }
    }
}
