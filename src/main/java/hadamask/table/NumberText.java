package hadamask.table;

/// Writes a number as the shortest text that reads back to the same double.
final class NumberText {
    private NumberText() {
    }

    static String shortest(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
