package hadamask.table.text;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.ColumnSpec;
import hadamask.table.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The columns of numbers of a text, as its first rows show them, and the others.
///
/// @param numbers columns with a number in these rows and no text, from 0
/// @param others all others but that of the labels
record NumericColumns(List<Integer> numbers, List<Integer> others) {
    private static final int NAMED = 6;

    /// @param firstRow the first after the header
    /// @param labels the column of labels, or -1
    static NumericColumns of(FirstRows rows, int firstRow, int count, int labels) {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            ColumnEvidence evidence = ColumnEvidence.of(rows, firstRow, j);
            if (evidence.numbers() > 0 && evidence.texts() == 0) {
                numbers.add(j);
            } else if (j != labels) {
                others.add(j);
            }
        }
        return new NumericColumns(numbers, others);
    }

    /// A specification with these columns.
    ///
    /// @throws InputException if there are none
    ColumnSpec in(ColumnSpec spec) {
        if (numbers.isEmpty()) {
            throw new InputException("has no column of numbers");
        }
        return spec.withNumeric(numbers);
    }

    /// What is said of columns that are left out; null where none is.
    ///
    /// @param names of all columns, or null
    /// @param read the columns that are read
    @Nullable
    Note note(@Nullable List<String> names, int[] read) {
        List<String> left = others.stream().filter(j -> IntStream.of(read).noneMatch(k -> k == j))
                .map(j -> TableLayout.title(names, j)).toList();
        if (left.isEmpty()) {
            return null;
        }
        String more = left.size() > NAMED ? " and " + (left.size() - NAMED) + " more" : "";
        String titles = String.join(", ", left.subList(0, Math.min(NAMED, left.size()))) + more;
        return new Note(Note.Topic.COLUMNS, left.size() == 1
                ? "column " + titles + " is not numeric and was left out"
                : "columns " + titles + " are not numeric and were left out", Remedy.NONE);
    }
}
