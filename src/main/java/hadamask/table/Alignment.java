package hadamask.table;

import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two tables entry by entry: columns are matched by name when both have names, rows by label when both have labels, otherwise
/// by position. Nothing may be left over: what only one of them has is an error that names it.
public final class Alignment {
    private final Table table;
    private final Table reference;

    private Alignment(Table table, Table reference) {
        this.table = table;
        this.reference = reference;
    }

    /// Puts a table in the order of another.
    ///
    /// @param table what is put in order
    /// @param reference whose order is taken
    /// @return a table of the same shape as the reference, unless one of them has no names and no labels
    /// @throws InputException if names or labels differ, or one occurs twice where they are not in the same order
    public static Table of(Table table, Table reference) {
        Alignment alignment = new Alignment(table, reference);
        int[] columns = alignment.places("column", table.columnNames(), reference.columnNames());
        int[] rows = alignment.places("row", table.labels(), reference.labels());
        if (columns.length == 0 && rows.length == 0) {
            return table;
        }
        return table.withValues(ordered(table.values(), rows, columns));
    }

    private static Matrix ordered(Matrix values, int[] rows, int[] columns) {
        double[] ordered = new double[values.values().length];
        int width = values.columns();
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < width; j++) {
                ordered[i * width + j] = values.get(rows.length == 0 ? i : rows[i],
                        columns.length == 0 ? j : columns[j]);
            }
        }
        return new Matrix(values.rows(), width, ordered);
    }

    /// Where the table has each of the wanted names; empty where the order is the same, or there is nothing to match.
    private int[] places(String thing, @Nullable List<String> names, @Nullable List<String> wanted) {
        if (names == null || wanted == null || names.equals(wanted)) {
            return new int[0];
        }
        Map<String, Integer> known = once(thing, names, table, reference);
        Map<String, Integer> asked = once(thing, wanted, reference, table);
        int[] places = new int[wanted.size()];
        for (int k = 0; k < places.length; k++) {
            Integer place = known.get(wanted.get(k));
            if (place == null) {
                throw new InputException(
                        "has no " + thing + " \"" + wanted.get(k) + "\" as " + reference.name() + " has")
                        .at(table.name());
            }
            places[k] = place;
        }
        for (String name : names) {
            if (!asked.containsKey(name)) {
                throw new InputException(
                        "has a " + thing + " \"" + name + "\", expected none, as " + reference.name() + " has none")
                        .at(table.name());
            }
        }
        return places;
    }

    private static Map<String, Integer> once(String thing, List<String> names, Table source, Table other) {
        Map<String, Integer> places = new HashMap<>();
        for (String name : names) {
            if (places.put(name, places.size()) != null) {
                throw new InputException("two " + thing + "s have the name \"" + name
                        + "\", expected names that can be matched with those of " + other.name()).at(source.name());
            }
        }
        return places;
    }
}
