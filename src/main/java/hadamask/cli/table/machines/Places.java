package hadamask.cli.table.machines;

import hadamask.file.ByteSource;
import hadamask.file.MemoryLimit;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import hadamask.table.TablePieces;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/// Where the rows of a table are that count: any of them can be read without the others.
///
/// @param pieces of the table
/// @param kept which rows count
/// @param starts per piece how many such rows stand before it, and the number of all
/// @param marks per piece the places of some of its rows, as [SumsJob.Found] has them
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record Places(TablePieces pieces, SumsJob.Kept kept, long[] starts, long[][] marks) implements Serializable {
    /// The rows `from` to `to - 1` of those that count.
    Matrix rows(ByteSource source, long from, long to, int columns, Workers alone) throws IOException {
        double[] values = new double[Math.multiplyExact(Math.toIntExact(to - from), columns)];
        int piece = Arrays.binarySearch(starts, from);
        piece = piece < 0 ? -piece - 2 : piece;
        long at = from;
        while (at < to) {
            while (starts[piece + 1] <= at) {
                piece++;
            }
            long[] places = marks[piece];
            int first = (int) ((at - starts[piece]) / SumsJob.MARK);
            long last = Math.min(to, starts[piece + 1]);
            int end = (int) Math.ceilDiv(last - starts[piece], (long) SumsJob.MARK);
            Table read = pieces.range(source, places[first], places[end], MemoryLimit.ofHeap(), alone);
            Matrix counted = kept == SumsJob.Kept.COMPLETE ? read.completeRows().values() : read.values();
            int skipped = (int) (at - starts[piece] - (long) first * SumsJob.MARK);
            System.arraycopy(counted.values(), skipped * columns, values, (int) (at - from) * columns,
                    (int) (last - at) * columns);
            at = last;
        }
        return new Matrix((int) (to - from), columns, values);
    }
}
