package hadamask.cli.table.machines;

import hadamask.cli.table.machines.TableMachines.PartJob;
import hadamask.cli.table.machines.TableMachines.Sources;
import hadamask.distance.BlockSearch;
import hadamask.distance.Measure;
import hadamask.distance.PairwiseOptions;
import hadamask.file.ByteSource;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Compares a block of rows with one block of a table after the other.
///
/// @param from the draft of the rows compared from
/// @param to the draft of the rows compared to; the same where there is one table
/// @param columns of both
/// @param rows of the table compared to
/// @param height rows of its blocks
/// @param starts the first rows of the parts, and the number of rows
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record BlockPairsJob(Measure measure, PairwiseOptions options, String from, String to, int columns, int rows,
        int height,
        int[] starts, Lines lines) implements PartJob<byte[]> {
    @Override
    public byte[] part(int number, Sources sources) throws IOException {
        ByteSource lookers = sources.open(from);
        ByteSource table = sources.open(to);
        int first = starts[number];
        ManyPairs.Wanted wanted = lines.wanted();
        try (Workers alone = new Workers(1)) {
            BlockSearch search = new BlockSearch(measure, options, read(lookers, first, starts[number + 1]), first,
                    from.equals(to), wanted.nearest(), wanted.bound(measure), alone);
            for (int start = 0; start < rows; start += height) {
                int end = Math.min(rows, start + height);
                if (search.looksAt(end)) {
                    search.look(read(table, start, end), start);
                }
            }
            return lines.ofPairs(taker -> taker.take(search.pairs()));
        }
    }

    private Matrix read(ByteSource source, int start, int end) throws IOException {
        int count = Math.multiplyExact(end - start, columns);
        byte[] bytes = source.read((long) start * columns * Double.BYTES, Math.multiplyExact(count, Double.BYTES));
        double[] values = new double[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return new Matrix(end - start, columns, values);
    }
}
