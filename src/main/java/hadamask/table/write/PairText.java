package hadamask.table.write;

import hadamask.table.number.Text;
import java.util.List;

/// How a format writes pairs as text.
sealed interface PairText permits DelimitedPairs, EdgePairs, JsonPairs {
    /// The text before the first pair.
    ///
    /// @param values what the numbers of a pair are
    void begin(List<String> values, Text text);

    /// A label as the format writes it.
    String label(String name);

    /// A pair with its line end; called from any thread.
    ///
    /// @param row the label of its row, from [#label(String)]
    /// @param column the label of its column
    /// @param numbers for each number of a pair those of all pairs
    /// @param at which pair it is
    void pair(byte[] row, byte[] column, double[][] numbers, int at, Place place, Text text);

    /// The text after the last pair.
    void end(Text text);

    /// Where a pair stands.
    enum Place {
        FIRST, LATER
    }
}
