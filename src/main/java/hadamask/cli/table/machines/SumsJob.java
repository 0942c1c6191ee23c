package hadamask.cli.table.machines;

import hadamask.cli.table.machines.TableMachines.PartJob;
import hadamask.cli.table.machines.TableMachines.Sources;
import hadamask.file.ByteSource;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.matrix.ColumnSums;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import hadamask.table.TablePieces;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/// Reads a piece of a table for the first time: how many rows it has, where they are, what their columns sum up to.
///
/// @param file the table, as it is named
/// @param origin the first row
/// @param kept which rows count
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record SumsJob(String file, TablePieces pieces, double[] origin, Kept kept) implements PartJob<SumsJob.Found> {
    /// One row of so many is remembered by its place.
    static final int MARK = 512;

    /// Which rows count.
    enum Kept {
        /// Those without a missing value.
        COMPLETE,
        /// All.
        ALL
    }

    /// What is known of a piece.
    ///
    /// @param rows how many it has
    /// @param lines how many it has
    /// @param counted how many of the rows count
    /// @param marks places of the rows that count, of each [#MARK] one, and the end
    record Found(long rows, long lines, long counted, long[] marks, ColumnSums sums) implements Serializable {}

    @Override
    public Found part(int number, Sources sources) throws IOException {
        return read(number, 0, sources.open(file));
    }

    /// @param lines before the piece
    Found read(int number, long lines, ByteSource source) throws IOException {
        try (Workers alone = new Workers(1)) {
            TablePieces.Rows read = pieces.read(source, number, lines, MemoryLimit.ofHeap(), alone);
            Table all = read.table();
            requireFinite(all);
            Matrix counted = kept == Kept.COMPLETE ? all.completeRows().values() : all.values();
            long[] marks = new long[Math.ceilDiv(counted.rows(), MARK) + 1];
            int count = 0;
            for (int i = 0; i < all.rows(); i++) {
                if (kept == Kept.ALL || isComplete(all.values(), i)) {
                    if (count % MARK == 0) {
                        marks[count / MARK] = read.places()[i];
                    }
                    count++;
                }
            }
            marks[marks.length - 1] = read.end();
            ColumnSums sums = new ColumnSums(origin);
            sums.add(counted);
            return new Found(all.rows(), read.lines(), count, marks, sums);
        }
    }

    static boolean isComplete(Matrix values, int row) {
        double[] numbers = values.values();
        for (int k = row * values.columns(); k < (row + 1) * values.columns(); k++) {
            if (Double.isNaN(numbers[k])) {
                return false;
            }
        }
        return true;
    }

    private static void requireFinite(Table table) {
        Matrix values = table.values();
        if (Arrays.stream(values.values()).noneMatch(Double::isInfinite)) {
            return;
        }
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                if (Double.isInfinite(values.get(i, j))) {
                    throw new InputException("is infinite, expected a finite number for a covariance")
                            .at(table.rowTitle(i) + ", column " + table.columnTitle(j)).at(table.name());
                }
            }
        }
    }
}
