package hadamask.table.write;

import hadamask.table.Quoting;
import hadamask.table.number.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Pairs as JSON: `[{"id1": "a", "id2": "b", "distance": 5}, ...]`.
final class JsonPairs implements PairText {
    private byte[][] keys = {};

    @Override
    public void begin(List<String> values, Text text) {
        keys = new byte[values.size()][];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = ("," + Quoting.json(values.get(k)) + ":").getBytes(StandardCharsets.UTF_8);
        }
        text.put("[\n");
    }

    @Override
    public String label(String name) {
        return Quoting.json(name);
    }

    @Override
    public void pair(byte[] row, byte[] column, double[][] numbers, int at, Place place, Text text) {
        text.put(place == Place.FIRST ? "{\"id1\":" : ",\n{\"id1\":");
        text.put(row);
        text.put(",\"id2\":");
        text.put(column);
        for (int k = 0; k < keys.length; k++) {
            text.put(keys[k]);
            JsonMatrix.number(numbers[k][at], text);
        }
        text.put('}');
    }

    @Override
    public void end(Text text) {
        text.put("\n]\n");
    }
}
