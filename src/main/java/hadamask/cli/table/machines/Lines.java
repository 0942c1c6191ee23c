package hadamask.cli.table.machines;

import hadamask.distance.PackedRows;
import hadamask.distance.Pairs;
import hadamask.parallel.Workers;
import hadamask.table.write.Format;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.MatrixSink;
import hadamask.table.write.PairSink;
import hadamask.table.write.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/// How the lines of a part are written: as one machine writes them, without what stands above.
///
/// @param frame what surrounds the whole matrix
/// @param value what the numbers are called
record Lines(MatrixFrame frame, Format format, Precision precision, String value,
        ManyPairs.Wanted wanted) implements Serializable {
    /// Makes pairs or rows, in their order.
    ///
    /// @param <T> pairs or rows
    interface Maker<T> {
        void all(Workers.Taker<T, IOException> taker) throws IOException;
    }

    /// Lines of pairs.
    byte[] ofPairs(Maker<Pairs> maker) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PairSink sink = format.pairs(out, precision, Workers.current(), wanted.listing());
        sink.begin(frame, value);
        int header = out.size();
        maker.all(found -> sink.accept(found.count(), found.from(), found.to(), found.values()));
        sink.finish();
        return Arrays.copyOfRange(out.toByteArray(), header, out.size());
    }

    /// Rows of a matrix.
    ///
    /// @param first the first of them
    byte[] ofRows(int first, Maker<PackedRows> maker) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MatrixSink sink = format.matrix(out, precision, Workers.current());
        sink.resume(frame, first);
        maker.all(block -> sink.accept(block.firstRow(), block.rows(), block.values()));
        return out.toByteArray();
    }
}
