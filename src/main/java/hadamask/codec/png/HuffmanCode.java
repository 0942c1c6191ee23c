package hadamask.codec.png;

import java.util.Arrays;

/// The code of Huffman's for symbols that occur a known number of times, as deflate (RFC 1951) writes it: canonical, with
/// the bits of each word reversed.
final class HuffmanCode {
    private final int[] lengths;
    private final int[] words;

    private HuffmanCode(int[] lengths, int[] words) {
        this.lengths = lengths;
        this.words = words;
    }

    /// @param counts how often each symbol occurs; at least two do
    /// @param longest the most bits of a word
    static HuffmanCode of(int[] counts, int longest) {
        int[] weights = counts.clone();
        int[] lengths = lengths(weights);
        while (Arrays.stream(lengths).max().orElse(0) > longest) {
            // Rarely: a flatter distribution has shorter words for what is rare, and costs little.
            for (int symbol = 0; symbol < weights.length; symbol++) {
                weights[symbol] = (weights[symbol] + 1) / 2;
            }
            lengths = lengths(weights);
        }
        return new HuffmanCode(lengths, words(lengths, longest));
    }

    /// Bits of the word of each symbol; 0 for one that does not occur.
    int[] lengths() {
        return lengths;
    }

    /// The words, with their first bit lowest.
    int[] words() {
        return words;
    }

    /// The two rarest are put together, again and again. Those that were put together are in order, too, so that the next
    /// is at the start of one of two queues.
    private static int[] lengths(int[] weights) {
        long[] leaves = new long[weights.length]; // weight and symbol
        int count = 0;
        for (int symbol = 0; symbol < weights.length; symbol++) {
            if (weights[symbol] > 0) {
                leaves[count++] = (long) weights[symbol] << Short.SIZE | symbol;
            }
        }
        Arrays.sort(leaves, 0, count);
        long[] weight = new long[2 * count];
        int[] parent = new int[2 * count];
        for (int k = 0; k < count; k++) {
            weight[k] = leaves[k] >> Short.SIZE;
        }
        int leaf = 0;
        int inner = count;
        for (int next = count; next < 2 * count - 1; next++) {
            for (int child = 0; child < 2; child++) {
                boolean takesLeaf = leaf < count && (inner == next || weight[leaf] <= weight[inner]);
                int taken = takesLeaf ? leaf++ : inner++;
                weight[next] += weight[taken];
                parent[taken] = next;
            }
        }
        int[] depth = new int[2 * count];
        int[] lengths = new int[weights.length];
        for (int k = 2 * count - 3; k >= 0; k--) {
            depth[k] = depth[parent[k]] + 1;
            if (k < count) {
                lengths[(int) leaves[k] & 0xFFFF] = depth[k];
            }
        }
        return lengths;
    }

    /// Words in the order of their lengths, then of the symbols.
    private static int[] words(int[] lengths, int longest) {
        int[] words = new int[lengths.length];
        int word = 0;
        for (int length = 1; length <= longest; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    words[symbol] = Integer.reverse(word++) >>> (Integer.SIZE - length);
                }
            }
            word <<= 1;
        }
        return words;
    }
}
