package hadamask.table;

import java.nio.charset.StandardCharsets;

/// Pairs as JSON: `[{"id1": "a", "id2": "b", "distance": 5}, ...]`.
final class JsonPairs implements PairText {
    private byte[] value = {};

    @Override
    public void begin(String name, Text text) {
        value = ("," + Quoting.json(name) + ":").getBytes(StandardCharsets.UTF_8);
        text.put("[\n");
    }

    @Override
    public String label(String name) {
        return Quoting.json(name);
    }

    @Override
    public void pair(byte[] row, byte[] column, double number, Place place, Text text) {
        text.put(place == Place.FIRST ? "{\"id1\":" : ",\n{\"id1\":");
        text.put(row);
        text.put(",\"id2\":");
        text.put(column);
        text.put(value);
        JsonMatrix.number(number, text);
        text.put('}');
    }

    @Override
    public void end(Text text) {
        text.put("\n]\n");
    }
}
