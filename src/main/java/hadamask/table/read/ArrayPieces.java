package hadamask.table.read;

import hadamask.file.ByteSource;
import hadamask.file.MemoryLimit;
import hadamask.parallel.Workers;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.TablePieces;
import hadamask.table.array.ArrayRows;
import hadamask.table.array.Numbers;
import java.io.IOException;
import java.util.stream.LongStream;

/// A `.npy` in pieces; places are rows.
///
/// @param piece bytes of a piece, about
record ArrayPieces(String name, ArrayRows rows, ReadOptions options, int piece) implements TablePieces {
    private static final int FIRST = 1000;

    private long height() {
        return Math.max(1, piece / rows.rowBytes());
    }

    @Override
    public int count() {
        return Math.toIntExact(Math.ceilDiv(rows.rows(), height()));
    }

    @Override
    public Table head(ByteSource source) throws IOException {
        return range(source, 0, Math.min(FIRST, rows.rows()), MemoryLimit.ofHeap(), Workers.current());
    }

    @Override
    public Rows read(ByteSource source, int number, long lines, MemoryLimit memory, Workers workers)
            throws IOException {
        long from = number * height();
        long to = Math.min(rows.rows(), from + height());
        return new Rows(range(source, from, to, memory, workers), LongStream.range(from, to).toArray(), to, to - from);
    }

    @Override
    public Table range(ByteSource source, long from, long to, MemoryLimit memory, Workers workers) throws IOException {
        int bytes = Math.toIntExact((to - from) * rows.rowBytes());
        byte[] content = source.read(rows.start() + from * rows.rowBytes(), bytes);
        return StoredNumbers.table(name, new Numbers.Dense(rows.matrix(content, memory)), options, memory,
                Math.toIntExact(from));
    }
}
