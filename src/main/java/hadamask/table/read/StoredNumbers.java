package hadamask.table.read;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseMatrix;
import hadamask.table.ColumnSpec;
import hadamask.table.LabelColumn;
import hadamask.table.Missing;
import hadamask.table.Note;
import hadamask.table.Provenance;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.array.Numbers;
import hadamask.table.array.SparseClaims;
import hadamask.table.number.NumberText;
import hadamask.table.text.MissingWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table of the numbers of a file that has no names, such as a matrix of NumPy.
final class StoredNumbers {
    /// What choosing among columns takes for each of them.
    private static final int PER_COLUMN = 64;

    private static final ColumnSpec NUMERIC = new ColumnSpec("numeric");

    private StoredNumbers() {
    }

    /// What the options choose of it.
    ///
    /// @param name how messages call the source
    static Table table(String name, Numbers numbers, ReadOptions options, MemoryLimit memory) {
        if (numbers instanceof Numbers.Sparse stored) {
            Table table = sparse(name, stored.matrix(), options, memory);
            return stored.repeated() == 0
                    ? table
                    : table.withNoteFirst(new Note(Note.Topic.ROWS, stored.repeated()
                            + " entries stand where another does, and were added to it", Remedy.NONE));
        }
        return dense(name, ((Numbers.Dense) numbers).matrix(), options);
    }

    private static Table sparse(String name, SparseMatrix all, ReadOptions options, MemoryLimit memory) {
        if (all.rows() == 0 || all.columns() == 0) {
            throw noCells();
        }
        if (options.orientation() == ReadOptions.Orientation.COLUMNS) {
            SparseClaims.requireRows(all.columns(), all.entries());
        }
        boolean anyZeroIsMissing = MissingWords.with(options.missingWords()).contains(0.0);
        if (anyZeroIsMissing || options.labels().choice() == LabelColumn.Choice.NAMED) {
            return dense(name, SparseClaims.filled(all, memory), options);
        }
        SparseMatrix chosen = all;
        int[] places = null;
        if (!options.columns().isAll() && !options.columns().equals(NUMERIC)) {
            memory.require(all.columns() + " columns", (long) PER_COLUMN * all.columns());
            places = spec(options, all.columns()).select(null, all.columns());
            chosen = all.select(places);
        }
        Provenance provenance = places == null ? Provenance.NONE : Provenance.NONE.withPlaces(places);
        return Table.located(name, withMissing(chosen, options, provenance), provenance);
    }

    private static SparseMatrix withMissing(SparseMatrix matrix, ReadOptions options, Provenance provenance) {
        MissingWords missing = MissingWords.with(options.missingWords());
        double[] values = matrix.values();
        if (!missing.haveNumbers() && (options.missing() != Missing.ERROR || !hasNan(values))) {
            return matrix;
        }
        for (int i = 0; i < matrix.rows(); i++) {
            for (int k = matrix.start(i); k < matrix.start(i + 1); k++) {
                if (missing.contains(values[k])) {
                    values[k] = Double.NaN; // nobody else has the array yet
                }
                requireNumber(values[k], i, provenance.place(matrix.places()[k]), options);
            }
        }
        return matrix;
    }

    private static boolean hasNan(double[] values) {
        boolean any = false;
        for (double value : values) {
            any |= Double.isNaN(value);
        }
        return any;
    }

    private static void requireNumber(double value, int row, int column, ReadOptions options) {
        if (Double.isNaN(value) && options.missing() == Missing.ERROR) {
            throw new InputException("NaN is not a number", Remedy.of(Remedy.Kind.MISSING_VALUES))
                    .at("row " + (row + 1) + ", column " + (column + 1));
        }
    }

    private static Table dense(String name, Matrix all, ReadOptions options) {
        if (all.rows() == 0 || all.columns() == 0) {
            throw noCells();
        }
        int columns = all.columns();
        ColumnSpec spec = spec(options, columns);
        int[] chosen = spec.select(null, columns);
        int id = options.labels().choice() == LabelColumn.Choice.NAMED
                ? ColumnSpec.column(options.labels().column(), null, columns)
                : -1;
        int[] kept = IntStream.of(chosen).filter(j -> j != id || spec.names(j, null, columns)).toArray();
        if (kept.length == 0) {
            throw new InputException(
                    "has no column of numbers" + (options.columns().isAll() ? "" : " among those chosen"));
        }
        Provenance provenance = Provenance.NONE.withPlaces(kept);
        return Table.located(name, id < 0 ? null : labels(all, id), null, chosen(all, kept, options), provenance);
    }

    /// The columns asked for: all are numeric.
    private static ColumnSpec spec(ReadOptions options, int columns) {
        return options.columns().isNumeric(null)
                ? options.columns().withNumeric(IntStream.range(0, columns).boxed().toList())
                : options.columns();
    }

    private static List<String> labels(Matrix all, int column) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < all.rows(); i++) {
            labels.add(NumberText.shortest(all.get(i, column)));
        }
        return labels;
    }

    private static Matrix chosen(Matrix all, int[] kept, ReadOptions options) {
        MissingWords missing = MissingWords.with(options.missingWords());
        boolean whole = kept.length == all.columns()
                && IntStream.range(0, kept.length).allMatch(j -> kept[j] == j);
        if (whole && !missing.haveNumbers() && (options.missing() != Missing.ERROR || !hasNan(all.values()))) {
            return all;
        }
        double[] values = whole ? all.values() : new double[all.rows() * kept.length];
        for (int i = 0; i < all.rows(); i++) {
            for (int k = 0; k < kept.length; k++) {
                double value = all.get(i, kept[k]);
                values[i * kept.length + k] = missing.contains(value) ? Double.NaN : value;
                requireNumber(values[i * kept.length + k], i, kept[k], options);
            }
        }
        return new Matrix(all.rows(), kept.length, values);
    }

    private static InputException noCells() {
        return new InputException("has no cells, expected a table of numbers");
    }
}
