package hadamask.batch;

import hadamask.file.Plain;
import hadamask.table.Quoting;
import java.util.List;
import java.util.stream.Collectors;

/// A line of CSV.
public final class CsvLine {
    private CsvLine() {
    }

    /// The fields, quoted where they must be. What is not seen in them is an escape, as in messages: a line break in a name
    /// would begin a line of its own for readers that know no quotes.
    public static String of(List<?> fields) {
        return fields.stream().map(field -> Quoting.cell(Plain.text(String.valueOf(field)), ','))
                .collect(Collectors.joining(","));
    }
}
