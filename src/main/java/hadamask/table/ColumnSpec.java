package hadamask.table;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which columns of a table are read: `1,3-5`, `name`, `a-d`, `!x`.
///
/// Items are separated by commas. An item is a position from 1, a name, or a range of these (`3-5`, `a-d`, `3-`); `!`
/// leaves columns out, wherever it stands. The order is that of the items; a specification that only leaves out starts from all columns. A
/// number is a position where there is such a column, and a name otherwise; a whole item that is a name is never a range.
/// The item `numeric` stands for all columns of numbers, unless a column has that name.
///
/// @param text the specification as it was given; empty: all columns
public record ColumnSpec(String text) implements Serializable {
    /// All columns.
    public static final ColumnSpec ALL = new ColumnSpec("");

    private static final String NUMERIC = "numeric";

    /// As it was given.
    @Override
    public String toString() {
        return text;
    }

    /// Whether nothing was asked for.
    public boolean isAll() {
        return text.isEmpty();
    }

    /// Whether a column was asked for: not where all are read, or all but some.
    ///
    /// @param column from 0
    public boolean names(int column, @Nullable List<String> names, int count) {
        return !items().allMatch(ColumnSpec::leavesOut)
                && IntStream.of(select(names, count)).anyMatch(j -> j == column);
    }

    /// Whether the columns of numbers are asked for as such.
    public boolean isNumeric(@Nullable List<String> names) {
        return text.contains(NUMERIC) && (names == null || !names.contains(NUMERIC))
                && List.of(text.split(",", -1)).contains(NUMERIC);
    }

    /// The same without that item: what is asked for by name.
    public ColumnSpec withoutNumeric() {
        return new ColumnSpec(items(item -> item.equals(NUMERIC) ? "" : item));
    }

    /// The same with the columns of numbers in its place.
    ///
    /// @param columns from 0
    public ColumnSpec withNumeric(List<Integer> columns) {
        String positions = columns.stream().map(j -> String.valueOf(j + 1)).collect(Collectors.joining(","));
        return new ColumnSpec(items(item -> item.equals(NUMERIC) ? positions : item));
    }

    private String items(UnaryOperator<String> change) {
        return Stream.of(text.split(",", -1)).map(change).filter(item -> !item.isEmpty())
                .collect(Collectors.joining(","));
    }

    /// The selected columns, from 0, in the order asked for.
    ///
    /// @param names the column names, or null when there are none
    /// @param count the number of columns
    /// @throws InputException if there is no such column, a name occurs twice, or nothing is left
    public int[] select(@Nullable List<String> names, int count) {
        Set<Integer> selected = new LinkedHashSet<>();
        if (items().allMatch(ColumnSpec::leavesOut)) {
            addRange(selected, 0, count - 1);
        }
        items().filter(item -> !leavesOut(item)).forEach(item -> selected.addAll(resolve(item, names, count)));
        items().filter(ColumnSpec::leavesOut)
                .forEach(item -> resolve(item.substring(1), names, count).forEach(selected::remove));
        if (selected.isEmpty()) {
            throw new InputException("no column is left by \"" + text + "\"", Remedy.of(Remedy.Kind.OTHER_COLUMNS));
        }
        return selected.stream().mapToInt(Integer::intValue).toArray();
    }

    private Stream<String> items() {
        return isAll() ? Stream.of() : Stream.of(text.split(",", -1));
    }

    private static boolean leavesOut(String item) {
        return item.startsWith("!");
    }

    /// The one column that a name or a position refers to.
    public static int column(String item, @Nullable List<String> names, int count) {
        int column = find(item, names, count);
        if (column < 0) {
            throw unknown(item, names, count);
        }
        return column;
    }

    private static List<Integer> resolve(String item, @Nullable List<String> names, int count) {
        Set<Integer> columns = new LinkedHashSet<>();
        int single = find(item, names, count);
        if (single >= 0) {
            columns.add(single);
            return List.copyOf(columns);
        }
        for (int dash = item.indexOf('-'); dash >= 0; dash = item.indexOf('-', dash + 1)) {
            int from = dash == 0 ? 0 : find(item.substring(0, dash), names, count);
            int to = dash == item.length() - 1 ? count - 1 : find(item.substring(dash + 1), names, count);
            if (item.length() > 1 && from >= 0 && to >= 0) {
                addRange(columns, from, to);
                return new ArrayList<>(columns);
            }
        }
        throw unknown(item, names, count);
    }

    private static void addRange(Set<Integer> columns, int from, int to) {
        int step = from <= to ? 1 : -1;
        for (int j = from; j != to + step; j += step) {
            columns.add(j);
        }
    }

    /// The column, or -1 when there is none.
    private static int find(String item, @Nullable List<String> names, int count) {
        int position = position(item);
        if (position >= 1 && position <= count) {
            return position - 1;
        }
        int found = names == null ? -1 : names.indexOf(item);
        if (found >= 0 && names != null && names.lastIndexOf(item) != found) {
            throw new InputException("\"" + item + "\" is the name of columns " + (found + 1) + " and "
                    + (names.lastIndexOf(item) + 1) + ", expected one", "say which by its position");
        }
        return found;
    }

    private static int position(String item) {
        return item.matches("[0-9]{1,9}") ? Integer.parseInt(item) : -1;
    }

    private static InputException unknown(String item, @Nullable List<String> names, int count) {
        String known = names == null
                ? "the columns are 1 to " + count + ", without names"
                : "the columns are " + String.join(", ", names.subList(0, Math.min(names.size(), 12)))
                        + (names.size() > 12 ? ", ... (" + names.size() + ")" : "");
        return new InputException("there is no column \"" + item + "\"", known);
    }
}
