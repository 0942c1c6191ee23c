package hadamask.table;

import tools.jackson.core.io.JsonStringEncoder;

/// Names as the formats quote them.
///
/// @hidden public for other packages of Hadamask alone
public final class Quoting {
    private Quoting() {
    }

    /// A cell of a delimited text: quoted if it contains the delimiter, a quote or a line end, or has blanks at its ends.
    public static String cell(String name, char delimiter) {
        boolean plain = name.indexOf(delimiter) < 0 && name.indexOf('"') < 0 && name.indexOf('\n') < 0
                && name.indexOf('\r') < 0 && name.strip().equals(name);
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// A string of JSON.
    public static String json(String name) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(name)) + "\"";
    }
}
