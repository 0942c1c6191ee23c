package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.table.MeasureOption.Named;
import hadamask.distance.Measure;
import hadamask.distance.Pairwise;
import hadamask.distance.PairwiseOptions;
import hadamask.distance.ZeroVectors;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import hadamask.table.MixedTable;
import hadamask.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads rows and has them compared, as the options of a command say.
///
/// @param command that has them
record RowComparison(Command command, TableOptions tables, RowOptions rows, MeasureOption metric) {
    /// Complains about options that some measures do not go with: those that need all columns of a row as they are.
    void check() {
        for (Named named : metric.get()) {
            if (!named.measure().hasColumnWeights() && rows.isWeighted()) {
                throw command.usage("--weights", "does not go with " + named.word() + ": it has no weights");
            }
            if (!named.measure().hasColumnWeights() && tables.missing() == Missing.PAIRWISE) {
                throw command.usage("--missing",
                        "pairwise does not go with " + named.word() + ": it needs all columns of a row");
            }
        }
    }

    /// Whether all measures that were asked for compare rows of which only the entries other than 0 are kept.
    boolean takesSparse() {
        PairwiseOptions options = rows.options(tables.missing());
        return metric.get().stream().allMatch(named -> Pairwise.takesSparse(named.measure(), options));
    }

    /// How rows are compared.
    PairwiseOptions options() {
        return rows.options(tables.missing());
    }

    /// Reads the tables, and says what was guessed.
    ///
    /// @param other the table compared from; null: the same
    MeasuredRows read(Console console, String file, @Nullable String other, Workers workers) {
        if (metric.takesTexts()) {
            MixedTable to = tables.readMixed(console, file, TableOptions.Tables.TABLE, workers);
            rows.checkWeights(command, to.table());
            return other == null
                    ? new MeasuredRows(to, to, true)
                    : new MeasuredRows(tables.readMixed(console, other, TableOptions.Tables.OTHER, workers).like(to),
                            to,
                            false);
        }
        RowTables read = RowTables.read(console, this, file, other, workers);
        return new MeasuredRows(MixedTable.of(read.from()), MixedTable.of(read.to()), other == null);
    }

    /// The rows, compared.
    ///
    /// @throws InputException if some have no direction, by their labels
    Pairwise pairwise(Measure measure, MeasuredRows compared, Workers workers) {
        Table from = compared.from().table();
        Table to = compared.to().table();
        boolean one = compared.one();
        PairwiseOptions options = rows.options(tables.missing());
        SparseMatrix fromEntries = from.sparse();
        SparseMatrix toEntries = to.sparse();
        try {
            if (fromEntries != null && toEntries != null) {
                return one
                        ? Pairwise.of(measure, toEntries, options, workers)
                        : Pairwise.of(measure, fromEntries, toEntries, options, workers);
            }
            return one
                    ? Pairwise.of(measure, to.values(), options, workers)
                    : Pairwise.of(measure, from.values(), to.values(), options, workers);
        } catch (InputException e) {
            if (e.remedy().kind() == Remedy.Kind.ZERO_VECTORS) {
                requireDirections(measure, from, options, workers);
                requireDirections(measure, to, options, workers);
            }
            throw e;
        }
    }

    /// Says the same with the labels of the rows, which the engine does not know.
    private static void requireDirections(Measure measure, Table table, PairwiseOptions options, Workers workers) {
        SparseMatrix entries = table.sparse();
        List<Integer> none = entries == null
                ? ZeroVectors.among(table.values(), measure, options, workers)
                : ZeroVectors.among(entries, measure);
        if (!none.isEmpty()) {
            throw ZeroVectors.refusal(measure, none, table::rowTitle).at(table.name());
        }
    }
}
