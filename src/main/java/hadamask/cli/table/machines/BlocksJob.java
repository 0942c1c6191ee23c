package hadamask.cli.table.machines;

import hadamask.cli.table.machines.TableMachines.PartJob;
import hadamask.cli.table.machines.TableMachines.Sources;
import hadamask.file.ByteSource;
import hadamask.matrix.Centre;
import hadamask.matrix.FixedTree;
import hadamask.matrix.Matrix;
import hadamask.matrix.ProductSums;
import hadamask.matrix.RowBlock;
import hadamask.matrix.RowBlocks;
import hadamask.matrix.Units;
import hadamask.parallel.Workers;
import java.io.IOException;
import java.io.Serializable;

/// Puts a group of blocks of rows together, as one machine does.
///
/// @param <T> what becomes of a block
/// @param file the table, as it is named
/// @param centre the mean, in these units
/// @param units by which the columns are divided
/// @param step what is made of the rows of a block
record BlocksJob<T extends FixedTree.Part<T> & Serializable>(String file, Places places, RowBlocks blocks,
        Centre centre,
        Units units, Step<T> step) implements PartJob<T> {
    /// Numbers that are read at a time: 32 MB.
    private static final int CELLS = 1 << 22;

    /// What is made of the rows of a block.
    interface Step<T> extends Serializable {
        /// Makes it of rows `from` to `to - 1`.
        T of(Matrix rows, Centre centre, int from, int to);
    }

    /// Triangles.
    enum Triangles implements Step<RowBlock> {
        ALL;

        @Override
        public RowBlock of(Matrix rows, Centre centre, int from, int to) {
            return RowBlock.reflected(rows, centre, j -> String.valueOf(j + 1), from, to);
        }
    }

    /// Sums of products.
    enum Products implements Step<ProductSums> {
        ALL;

        @Override
        public ProductSums of(Matrix rows, Centre centre, int from, int to) {
            return ProductSums.of(rows, centre, from, to);
        }
    }

    @Override
    public T part(int number, Sources sources) throws IOException {
        ByteSource source = sources.open(file);
        int last = Math.min(blocks.count(), (number + 1) * FixedTree.GROUP);
        FixedTree<T> tree = new FixedTree<>();
        try (Workers alone = new Workers(1)) {
            int block = number * FixedTree.GROUP;
            while (block < last) {
                int end = block + 1;
                while (end < last && (blocks.start(end + 1) - blocks.start(block)) * blocks.columns() <= CELLS) {
                    end++;
                }
                long first = blocks.start(block);
                Matrix rows = units.divide(places.rows(source, first, blocks.start(end), blocks.columns(), alone));
                for (int k = block; k < end; k++) {
                    tree.add(step.of(rows, centre, (int) (blocks.start(k) - first),
                            (int) (blocks.start(k + 1) - first)));
                }
                block = end;
            }
        }
        return tree.all();
    }
}
