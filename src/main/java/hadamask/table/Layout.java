package hadamask.table;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the rows of a delimited text consist of: is there a header, which column labels the rows, which ones are read.
final class Layout {
    private static final Predicate<String> NATURAL = Pattern.compile("[0-9]{1,9}").asMatchPredicate();

    private static final Predicate<String> PUNCTUATED = Pattern
            .compile("[+-]?[0-9]+([.][0-9]+)*+[,' ][0-9]+([.,' ][0-9]+)*+").asMatchPredicate();

    private final int count;
    private final @Nullable List<String> names;
    private final int id;
    private final int[] selected;
    private final int[] targets;

    private Layout(int count, @Nullable List<String> names, int id, int[] selected) {
        this.count = count;
        this.names = names;
        this.id = id;
        this.selected = selected;
        this.targets = new int[count];
        Arrays.fill(targets, -1);
        for (int k = 0; k < selected.length; k++) {
            targets[selected[k]] = k;
        }
    }

    /// Looks at the first records.
    ///
    /// @throws InputException if there are no rows, or no such columns
    static Layout of(byte[] text, char delimiter, Records records, ReadOptions options) {
        if (records.count() == 0) {
            throw new InputException("is empty, expected a table of numbers");
        }
        Fields fields = new Fields(text, delimiter);
        List<String> first = fields.texts(records, 0);
        List<String> second = records.count() == 1 ? null : fields.texts(records, 1);
        boolean header = options.headers() == ReadOptions.Headers.FIND && isHeader(first, second);
        if (header && second == null) {
            throw new InputException("has a header and no rows, expected rows of numbers",
                    Remedy.of(Remedy.Kind.NO_HEADERS));
        }
        List<String> names = header ? first : null;
        int count = first.size();
        int id = options.id() != null
                ? ColumnSpec.column(options.id(), names, count)
                : foundId(fields, records, header, first);
        boolean asked = !options.columns().isAll();
        int[] columns = options.columns().select(names, count);
        int[] values = IntStream.of(columns).filter(j -> j != id).toArray();
        if (values.length == 0) {
            throw new InputException("has no column of numbers" + (asked ? " among those chosen" : ""));
        }
        return new Layout(count, names, id, values);
    }

    /// A first row is a header when it has a text and no number but such as can be names: `country,2019,2020` is one;
    /// `king,0.13,-0.2` and `5.1,3.5,setosa` are rows. `,0,1,2` above a row that starts with a label is one, too.
    private static boolean isHeader(List<String> first, @Nullable List<String> second) {
        boolean hasText = first.stream().anyMatch(cell -> !isNumber(cell));
        boolean overLabels = second != null && first.size() > 1 && first.getFirst().isEmpty()
                && !second.getFirst().isEmpty();
        return (hasText || overLabels) && areNames(first.stream().filter(Layout::isNumber).toList());
    }

    /// Numbers that can be the names of columns, such as years: natural numbers, none twice; a name can be missing.
    private static boolean areNames(List<String> numbers) {
        List<String> given = numbers.stream().filter(cell -> !cell.isEmpty()).toList();
        return given.stream().allMatch(cell -> NATURAL.test(cell) || isMissing(cell))
                && new HashSet<>(given).size() == given.size();
    }

    /// The column of row labels when none is named: the first one, when it alone has no name, or when its cells are no
    /// numbers; -1 when there is none. Two rows are looked at: one bad number does not make it a column of labels.
    private static int foundId(Fields fields, Records records, boolean header, List<String> first) {
        if (first.size() < 2) {
            return -1;
        }
        if (header && first.getFirst().isEmpty() && !first.subList(1, first.size()).contains("")) {
            return 0;
        }
        int start = header ? 1 : 0;
        int end = Math.min(records.count(), start + 2);
        List<String> cells = new ArrayList<>();
        for (int record = start; record < end; record++) {
            fields.record(records, record);
            if (fields.next() && !fields.isMissing()) {
                cells.add(fields.text());
            }
        }
        return !cells.isEmpty() && cells.stream().noneMatch(cell -> isNumber(cell) || isPunctuated(cell)) ? 0 : -1;
    }

    /// Whether a cell looks like a number with a decimal comma or thousands separators: `2,5`, `1 000`, `1.000,5`. It is
    /// none, but no label either.
    static boolean isPunctuated(String cell) {
        return PUNCTUATED.test(cell);
    }

    /// Whether a cell holds a number or says that one is missing.
    private static boolean isNumber(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return !Double.isNaN(NumberParser.parse(bytes, 0, bytes.length)) || isMissing(cell);
    }

    private static boolean isMissing(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        return NumberParser.isMissing(bytes, 0, bytes.length);
    }

    /// The record of the first row: behind the header.
    int firstRow() {
        return names == null ? 0 : 1;
    }

    /// How many cells each record has.
    int count() {
        return count;
    }

    /// The column of row labels, or -1.
    int id() {
        return id;
    }

    /// The columns that are read, in their order.
    int[] selected() {
        return selected;
    }

    /// The place of a column among those that are read, or -1.
    int target(int column) {
        return targets[column];
    }

    /// The names of the columns that are read, or null.
    @Nullable
    List<String> selectedNames() {
        List<String> all = names;
        return all == null ? null : IntStream.of(selected).mapToObj(all::get).toList();
    }

    /// How messages call a column.
    String title(int column) {
        return names == null || names.get(column).isEmpty()
                ? String.valueOf(column + 1)
                : "\"" + names.get(column) + "\"";
    }
}
