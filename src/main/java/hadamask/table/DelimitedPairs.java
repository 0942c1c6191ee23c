package hadamask.table;

/// Pairs as CSV or TSV: `id1,id2,distance`.
record DelimitedPairs(char delimiter) implements PairText {
    @Override
    public void begin(String value, Text text) {
        text.put("id1" + delimiter + "id2" + delimiter + value + "\n");
    }

    @Override
    public String label(String name) {
        return Quoting.cell(name, delimiter);
    }

    @Override
    public void pair(byte[] row, byte[] column, double number, Place place, Text text) {
        text.put(row);
        text.put(delimiter);
        text.put(column);
        text.put(delimiter);
        text.number(number);
        text.put('\n');
    }

    @Override
    public void end(Text text) {
    }
}
