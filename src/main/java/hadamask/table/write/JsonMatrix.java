package hadamask.table.write;

import hadamask.table.Quoting;
import hadamask.table.number.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A matrix as JSON: `{"rows": [...], "columns": [...], "values": [[...], ...]}`; the values of a condensed one are one
/// list.
record JsonMatrix() implements MatrixText {
    @Override
    public void begin(MatrixFrame frame, Text text) {
        text.put('{');
        names("rows", frame.rowLabels(), text);
        names("columns", frame.columnLabels(), text);
        text.put("\"values\": [\n");
    }

    @Override
    public void row(MatrixFrame frame, int row, double[] block, int from, int to, Text text) {
        boolean flat = frame.shape() == Shape.CONDENSED;
        if (flat && from == to) {
            return;
        }
        if (row > 0) {
            text.put(",\n");
        }
        if (!flat) {
            text.put('[');
        }
        for (int k = from; k < to; k++) {
            if (k > from) {
                text.put(',');
            }
            number(block[k], text);
        }
        if (!flat) {
            text.put(']');
        }
    }

    @Override
    public void end(MatrixFrame frame, Text text) {
        text.put("\n]}\n");
    }

    /// A number, or null where JSON has none.
    static void number(double value, Text text) {
        if (Double.isFinite(value)) {
            text.number(value);
        } else {
            text.put("null");
        }
    }

    private static void names(String key, @Nullable List<String> names, Text text) {
        if (names != null) {
            text.put(names.stream().map(Quoting::json).collect(Collectors.joining(",", "\"" + key + "\": [", "],\n")));
        }
    }
}
