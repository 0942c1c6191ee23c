package hadamask.cli;

import hadamask.table.Quoting;
import java.util.List;
import java.util.stream.Collectors;

/// A line of CSV.
final class CsvLine {
    private CsvLine() {
    }

    /// The fields, quoted where they must be: a line break in a name begins no line of its own for a reader of CSV.
    static String of(List<?> fields) {
        return fields.stream().map(field -> Quoting.cell(String.valueOf(field), ',')).collect(Collectors.joining(","));
    }
}
