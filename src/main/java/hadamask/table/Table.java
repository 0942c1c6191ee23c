package hadamask.table;

import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseMatrix;
import hadamask.table.array.SparseClaims;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A table of numbers: its rows are vectors, with labels and column names where the file has them.
///
/// A missing value is NaN. Immutable; the matrix is not copied.
public final class Table {
    private final String name;
    private final @Nullable List<String> labels;
    private final @Nullable List<String> columnNames;
    private final @Nullable Matrix values;
    private final @Nullable SparseMatrix sparse;
    private final Provenance provenance;

    /// @param name how messages call the source, such as the file's name
    /// @param labels a label per row, or null
    /// @param columnNames a name per column, or null; names may occur twice
    /// @param values rows x columns
    public Table(String name, @Nullable List<String> labels, @Nullable List<String> columnNames, Matrix values) {
        this(name, labels, columnNames, values, null, Provenance.NONE);
    }

    private Table(String name, @Nullable List<String> labels, @Nullable List<String> columnNames,
            @Nullable Matrix values, @Nullable SparseMatrix sparse, Provenance provenance) {
        this.name = name;
        this.labels = labels == null ? null : List.copyOf(labels);
        this.columnNames = columnNames == null ? null : List.copyOf(columnNames);
        this.values = values;
        this.sparse = sparse;
        this.provenance = provenance;
        if (labels != null && labels.size() != rows()) {
            throw new IllegalArgumentException(labels.size() + " labels for " + rows() + " rows");
        }
        if (columnNames != null && columnNames.size() != columns()) {
            throw new IllegalArgumentException(columnNames.size() + " names for " + columns() + " columns");
        }
    }

    /// A table that was read.
    ///
    /// @param provenance where rows and columns stood
    /// @hidden public for other packages of Hadamask alone
    public static Table located(String name, @Nullable List<String> labels, @Nullable List<String> columnNames,
            Matrix values, Provenance provenance) {
        return new Table(name, labels, columnNames, values, null, provenance);
    }

    /// A table without labels and names that was read, of which only the numbers other than 0 are kept.
    ///
    /// @param provenance where rows and columns stood
    /// @hidden public for other packages of Hadamask alone
    public static Table located(String name, SparseMatrix sparse, Provenance provenance) {
        return new Table(name, null, null, null, sparse, provenance);
    }

    /// Number of rows.
    public int rows() {
        return sparse == null ? values().rows() : sparse.rows();
    }

    /// Number of columns.
    public int columns() {
        return sparse == null ? values().columns() : sparse.columns();
    }

    /// The numbers that are not 0, where no more than these are kept; otherwise null. Only
    /// [hadamask.table.read.TableReader#readSparse] gives such tables.
    public @Nullable SparseMatrix sparse() {
        return sparse;
    }

    /// The same table with all of its numbers, zeros too; this one if it has them.
    ///
    /// @param memory of the process
    /// @throws InputException if they do not fit
    public Table filled(MemoryLimit memory) {
        return sparse == null
                ? this
                : located(name, labels, columnNames, SparseClaims.filled(sparse, memory), provenance);
    }

    /// The same table with only the numbers that are not 0.
    public Table thinned() {
        return sparse == null
                ? new Table(name, labels, columnNames, null, SparseMatrix.of(values()), provenance)
                : this;
    }

    /// Rows and columns exchanged: names become labels, and labels names.
    public Table transposed() {
        SparseMatrix entries = sparse;
        return new Table(name, columnNames, labels, entries == null ? values().transposed() : null,
                entries == null ? null : entries.transposed(), provenance.transposed(columns()));
    }

    /// What was guessed when the table was read, and what happened to its rows.
    public List<Note> notes() {
        return provenance.notes();
    }

    public Table withNotes(List<Note> said) {
        return new Table(name, labels, columnNames, values, sparse, provenance.withNotes(said));
    }

    public Table withNoteFirst(Note note) {
        List<Note> all = new ArrayList<>(notes());
        all.addFirst(note);
        return withNotes(all);
    }

    /// The numbers by which rows without labels are called: dropped rows count.
    public RowNumbers rowNumbers() {
        return provenance.numbers();
    }

    /// How messages call the source: the file's name.
    public String name() {
        return name;
    }

    /// The row labels, or null where the source has none.
    public @Nullable List<String> labels() {
        return labels;
    }

    /// The column names, or null where the source has none.
    public @Nullable List<String> columnNames() {
        return columnNames;
    }

    /// The numbers; NaN where one is missing.
    ///
    /// @throws IllegalStateException if only those are kept that are not 0
    public Matrix values() {
        if (values == null) {
            throw new IllegalStateException(name + " is sparse");
        }
        return values;
    }

    /// How messages call a row: `row 7`, where 7 is its line in the file, counted from 1 with the header; with a label
    /// `row 7 ("cat")`.
    ///
    /// @param i the row, from 0
    public String rowTitle(int i) {
        return provenance.rowTitle(i) + (labels == null ? "" : " (\"" + labels.get(i) + "\")");
    }

    /// The position of a column in its file, from 1, by which it can be chosen.
    ///
    /// @param j the column, from 0
    public int columnPlace(int j) {
        return 1 + provenance.place(j);
    }

    /// How messages call a column: `"w"`, or where it has no name its position in the file, from 1.
    ///
    /// @param j the column, from 0
    public String columnTitle(int j) {
        String reference = columnReference(j);
        return isNamed(j) ? "\"" + reference + "\"" : reference;
    }

    /// What a column can be chosen by: its name, or where it has none its position in the file, from 1.
    ///
    /// @param j the column, from 0
    public String columnReference(int j) {
        return isNamed(j) ? columnName(j) : String.valueOf(columnPlace(j));
    }

    private boolean isNamed(int j) {
        return columnNames != null && !columnNames.get(j).isEmpty();
    }

    /// The name of a column, or its position from 1 among those read where it has none.
    ///
    /// @param j the column, from 0
    public String columnName(int j) {
        return columnNames == null ? String.valueOf(j + 1) : columnNames.get(j);
    }

    /// This table with the columns of another, in that one's order: found by name when both have names, otherwise by
    /// position.
    ///
    /// @throws InputException if a column is missing, a name occurs twice, or without names the numbers of columns differ
    public Table columnsLike(Table reference) {
        List<String> wanted = reference.columnNames;
        List<String> names = columnNames;
        int count = reference.columns();
        if (wanted == null || names == null) {
            if (columns() != count) {
                throw new InputException("has " + count(columns(), "column") + ", expected " + count + " as in "
                        + reference.name).at(name);
            }
            return this;
        }
        if (wanted.equals(names)) {
            return this;
        }
        requireNamesOnce(wanted, reference.name, name);
        requireNamesOnce(names, name, reference.name);
        int[] found = new int[count];
        int[] inFile = new int[count];
        for (int j = 0; j < count; j++) {
            found[j] = names.indexOf(wanted.get(j));
            if (found[j] < 0) {
                throw new InputException("has no column \"" + wanted.get(j) + "\" as " + reference.name + " has")
                        .at(name);
            }
            inFile[j] = columnPlace(found[j]) - 1;
        }
        SparseMatrix entries = sparse;
        if (entries != null) {
            return new Table(name, labels, wanted, null, entries.select(found), provenance.withPlaces(inFile));
        }
        Matrix all = values();
        double[] numbers = new double[all.rows() * count];
        for (int i = 0; i < all.rows(); i++) {
            for (int j = 0; j < count; j++) {
                numbers[i * count + j] = all.get(i, found[j]);
            }
        }
        return located(name, labels, wanted, new Matrix(all.rows(), count, numbers), provenance.withPlaces(inFile));
    }

    private static void requireNamesOnce(List<String> names, String source, String other) {
        Set<String> seen = new HashSet<>();
        for (String column : names) {
            if (!seen.add(column)) {
                throw new InputException("two columns have the name \"" + column
                        + "\", expected names that can be matched with those of " + other,
                        Remedy.of(Remedy.Kind.COLUMNS_OR_NO_HEADERS)).at(source);
            }
        }
    }

    /// A number of things, in words: `1 column`, `2 columns`.
    public static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /// The same rows and names with other numbers of the same shape.
    public Table withValues(Matrix other) {
        return located(name, labels, columnNames, other, provenance);
    }

    /// Whether any value is missing.
    public boolean hasMissing() {
        for (double value : sparse == null ? values().values() : sparse.values()) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /// The rows without a missing value, with their labels and places.
    public Table completeRows() {
        int[] kept = new int[rows()];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            if (isComplete(i)) {
                kept[count++] = i;
            }
        }
        if (count == kept.length) {
            return this;
        }
        int[] rows = Arrays.copyOf(kept, count);
        List<String> all = labels;
        List<String> names = all == null ? null : Arrays.stream(rows).mapToObj(all::get).toList();
        SparseMatrix entries = sparse;
        return new Table(name, names, columnNames, entries == null ? rows(values(), rows) : null,
                entries == null ? null : entries.rows(rows), provenance.ofRows(rows));
    }

    private static Matrix rows(Matrix all, int[] kept) {
        int columns = all.columns();
        double[] numbers = new double[kept.length * columns];
        for (int k = 0; k < kept.length; k++) {
            System.arraycopy(all.values(), kept[k] * columns, numbers, k * columns, columns);
        }
        return new Matrix(kept.length, columns, numbers);
    }

    private boolean isComplete(int row) {
        double[] numbers = sparse == null ? values().values() : sparse.values();
        int end = sparse == null ? (row + 1) * columns() : sparse.start(row + 1);
        for (int k = sparse == null ? row * columns() : sparse.start(row); k < end; k++) {
            if (Double.isNaN(numbers[k])) {
                return false;
            }
        }
        return true;
    }
}
