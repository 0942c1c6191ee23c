package hadamask.matrix;

import java.io.Serializable;

/// Rows in blocks of about 2048, and these in groups of [FixedTree#GROUP]: how sums over rows are parted depends on the size of the table alone,
/// and so do their bits.
///
/// @param rows how many there are, at least 1
/// @param columns of each
public record RowBlocks(long rows, int columns) implements Serializable {
    /// Rows that are worked on at once: of 128 columns they stay in a level-2 cache.
    private static final int BLOCK = 2048;

    /// How many blocks there are.
    public int count() {
        return Math.toIntExact(Math.ceilDiv(rows, Math.max(BLOCK, 2L * columns)));
    }

    /// The first row of a block; of the one behind the last the number of rows.
    public long start(int block) {
        int blocks = count();
        return blocks == 0 ? 0 : rows * block / blocks;
    }

    /// How many groups of blocks there are.
    public int groups() {
        return Math.ceilDiv(count(), FixedTree.GROUP);
    }

    /// The most rows of a block.
    static long height(long rows, long columns) {
        return Math.max(columns, Math.min(rows, Math.max(BLOCK, 2 * columns)));
    }
}
