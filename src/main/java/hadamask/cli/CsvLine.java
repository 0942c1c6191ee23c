package hadamask.cli;

import java.util.List;
import java.util.stream.Collectors;

/// A line of CSV.
final class CsvLine {
    private CsvLine() {
    }

    /// The fields, quoted where they must be: a line break in a name begins no line of its own for a reader of CSV.
    static String of(List<?> fields) {
        return fields.stream().map(field -> quoted(String.valueOf(field))).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
