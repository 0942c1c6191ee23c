package hadamask.table.write;

import hadamask.file.InputException;
import hadamask.table.number.Text;
import java.util.List;

/// Pairs as a weighted list of edges: the two names and the number between tabs, without a header, as
/// `networkx.read_weighted_edgelist` reads it.
final class EdgePairs implements PairText {
    @Override
    public void begin(List<String> values, Text text) {
    }

    /// @throws InputException if the name would be read as several, or as a comment
    @Override
    public String label(String name) {
        if (name.isEmpty() || name.indexOf('\t') >= 0 || name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0
                || name.indexOf('#') >= 0) {
            throw new InputException(
                    "the name \"" + name + "\" cannot stand in a list of edges, in which tabs part names"
                            + " and # begins a comment",
                    "write .graphml or .csv");
        }
        return name;
    }

    @Override
    public void pair(byte[] row, byte[] column, double[][] numbers, int at, Place place, Text text) {
        text.put(row);
        text.put('\t');
        text.put(column);
        for (double[] number : numbers) {
            text.put('\t');
            text.number(number[at]);
        }
        text.put('\n');
    }

    @Override
    public void end(Text text) {
    }
}
