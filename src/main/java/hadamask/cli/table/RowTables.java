package hadamask.cli.table;

import hadamask.cli.Console;
import hadamask.cli.table.TableOptions.Tables;
import hadamask.distance.Pairwise;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import org.jspecify.annotations.Nullable;

/// The rows that are compared: both tables with all of their numbers, or both without their zeros.
///
/// @param from the rows compared from
/// @param to the rows compared to; the same table where there is but one
record RowTables(Table from, Table to) {
    /// Reads them, and says what was guessed. A sparse matrix stays one where the measure takes it, and is filled up otherwise.
    ///
    /// @param other the table compared from; null: the same
    static RowTables read(Console console, RowComparison comparison, String file, @Nullable String other,
            Workers workers) {
        Table to = comparison.tables().readStored(console, file, Tables.TABLE, workers);
        comparison.rows().checkWeights(comparison.command(), to);
        Table from = other == null ? to : comparison.tables().readStored(console, other, Tables.OTHER, workers);
        if (to.sparse() != null || from.sparse() != null) {
            // NaN is a value like any other here, but for the loops over entries.
            boolean stay = comparison.takesSparse() && !to.hasMissing()
                    && !from.hasMissing();
            to = stay ? to.thinned() : filled(console, to);
            from = other == null ? to : stay ? from.thinned() : filled(console, from);
        }
        return new RowTables(other == null ? to : from.columnsLike(to), to);
    }

    private static Table filled(Console console, Table table) {
        SparseMatrix sparse = table.sparse();
        if (sparse == null) {
            return table;
        }
        console.note(table.name(), sparse.entries() + " of " + sparse + " numbers are not 0; the others were filled up,"
                + " as this metric with these options looks at all", Remedy.NONE);
        try {
            return table.filled(console.memory());
        } catch (InputException e) {
            throw e.at(table.name());
        } catch (OutOfMemoryError e) {
            throw console.memory().exceeded(e).at(table.name());
        }
    }

    /// @param one whether they are the same
    /// @throws InputException if comparing them takes more memory than there is
    void requireMemory(Console console, boolean one) {
        SparseMatrix fromEntries = from.sparse();
        SparseMatrix toEntries = to.sparse();
        try {
            console.memory().require(from.rows() + " x " + to.rows() + " pairs of rows",
                    fromEntries != null && toEntries != null
                            ? Pairwise.bytes(fromEntries, one ? null : toEntries)
                            : Pairwise.bytes(from.values(), one ? null : to.values()));
        } catch (InputException e) {
            throw e.at(to.name());
        }
    }
}
