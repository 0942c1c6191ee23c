package hadamask.cli.table.machines;

import hadamask.cli.table.machines.TableMachines.PartJob;
import hadamask.cli.table.machines.TableMachines.Sources;
import hadamask.file.MemoryLimit;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import hadamask.table.TablePieces;
import hadamask.table.write.Format;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.Precision;
import hadamask.table.write.RowColumns;
import hadamask.table.write.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the lines of a piece of a table.
///
/// @param file the table, as it is named
/// @param kept which of its rows are written
/// @param before per piece how many rows stand before it
/// @param written what is written of each row
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record RowsJob(String file, TablePieces pieces, SumsJob.Kept kept, long[] before, Written written, Format format,
        Precision precision) implements PartJob<byte[]> {
    /// What is written of each row.
    public interface Written extends Serializable {
        /// The names of the columns; null: none. Without labels a column of numbers may stand before them.
        @Nullable
        List<String> names();

        /// Whether a line begins with the label or the number of its row.
        boolean areNumbered();

        /// The numbers of each row.
        Matrix of(Matrix rows, Workers workers);
    }

    @Override
    public byte[] part(int number, Sources sources) throws IOException {
        try (Workers alone = new Workers(1)) {
            Table all = pieces.read(sources.open(file), number, 0, MemoryLimit.ofHeap(), alone).table();
            Table table = kept == SumsJob.Kept.COMPLETE ? all.completeRows() : all;
            Matrix values = written.of(table.values(), alone);
            MatrixFrame frame = new MatrixFrame(Shape.SQUARE, values.rows(), values.columns(), table.labels(),
                    written.names());
            if (written.areNumbered()) {
                RowColumns numbered = RowColumns.numbered(table, before[number], java.util.Objects
                        .requireNonNull(written.names()), values);
                values = numbered.values();
                frame = numbered.frame();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.matrix(out, precision, alone).write(frame, values);
            int header = format == Format.NPY
                    ? header(format, precision, frame, values.rows()).length
                    : header(format, precision, frame, 0).length;
            return Arrays.copyOfRange(out.toByteArray(), header, out.size());
        }
    }

    /// What stands above the lines.
    ///
    /// @param like the frame of some rows
    /// @param rows how many there are in all; counts in a `.npy`
    static byte[] header(Format format, Precision precision, MatrixFrame like, int rows) {
        MatrixFrame frame = format == Format.NPY
                ? new MatrixFrame(like.shape(), rows, like.columns(), null, null)
                : new MatrixFrame(like.shape(), 0, like.columns(), like.rowLabels() == null ? null : List.of(),
                        like.columnLabels(), like.corner());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.matrix(out, precision, Workers.current()).begin(frame);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // it is all in memory
        }
        return out.toByteArray();
    }
}
