package hadamask.table;

/// How a format writes pairs as text.
sealed interface PairText permits DelimitedPairs, EdgePairs, JsonPairs {
    /// The text before the first pair.
    void begin(String value, Text text);

    /// A label as the format writes it.
    String label(String name);

    /// A pair with its line end; called from any thread.
    ///
    /// @param row the label of its row, from [#label(String)]
    /// @param column the label of its column
    void pair(byte[] row, byte[] column, double number, Place place, Text text);

    /// The text after the last pair.
    void end(Text text);

    /// Where a pair stands.
    enum Place {
        FIRST, LATER
    }
}
