package hadamask.table.write;

import hadamask.table.Quoting;
import hadamask.table.number.Text;
import java.util.List;

/// Pairs as CSV or TSV: `id1,id2,distance`.
record DelimitedPairs(char delimiter) implements PairText {
    @Override
    public void begin(List<String> values, Text text) {
        text.put("id1" + delimiter + "id2");
        for (String value : values) {
            text.put(delimiter + label(value));
        }
        text.put('\n');
    }

    @Override
    public String label(String name) {
        return Quoting.cell(name, delimiter);
    }

    @Override
    public void pair(byte[] row, byte[] column, double[][] numbers, int at, Place place, Text text) {
        text.put(row);
        text.put(delimiter);
        text.put(column);
        for (double[] number : numbers) {
            text.put(delimiter);
            text.number(number[at]);
        }
        text.put('\n');
    }

    @Override
    public void end(Text text) {
    }
}
