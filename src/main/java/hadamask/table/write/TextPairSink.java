package hadamask.table.write;

import hadamask.parallel.Workers;
import hadamask.table.RowNumbers;
import hadamask.table.write.PairText.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes pairs as text. Labels are encoded once, since they are written many times.
final class TextPairSink implements PairSink, PairTableSink {
    private static final int PAIRS = TextParts.NUMBERS / 2;

    private final TextParts parts;
    private final PairText format;
    private byte[][] rowLabels = {};
    private byte[][] columnLabels = {};
    private Place place = Place.FIRST;

    TextPairSink(OutputStream out, Precision precision, Workers workers, PairText format) {
        this.parts = new TextParts(out, precision, workers);
        this.format = format;
    }

    @Override
    public void begin(MatrixFrame frame, String value) throws IOException {
        begin(frame, List.of(value));
    }

    @Override
    public void begin(MatrixFrame frame, List<String> values) throws IOException {
        rowLabels = labels(frame.rowLabels(), frame.rowNumbers(), frame.rows());
        boolean isOneTable = frame.rows() == frame.columns() && Objects.equals(frame.rowLabels(), frame.columnLabels())
                && frame.rowNumbers().equals(frame.columnNumbers());
        columnLabels = isOneTable
                ? rowLabels
                : labels(frame.columnLabels(), frame.columnNumbers(), frame.columns());
        parts.write(1, (part, text) -> format.begin(values, text));
    }

    @Override
    public void accept(int count, int[] rows, int[] columns, double[] values) throws IOException {
        accept(count, rows, columns, new double[][]{values});
    }

    @Override
    public void accept(int count, int[] rows, int[] columns, double[][] values) throws IOException {
        Place start = place;
        parts.write((count + PAIRS - 1) / PAIRS, (part, text) -> {
            int end = Math.min(count, (part + 1) * PAIRS);
            for (int k = part * PAIRS; k < end; k++) {
                format.pair(rowLabels[rows[k]], columnLabels[columns[k]], values, k, k == 0 ? start : Place.LATER,
                        text);
            }
        });
        place = count > 0 ? Place.LATER : place;
    }

    @Override
    public void finish() throws IOException {
        parts.write(1, (part, text) -> format.end(text));
    }

    private byte[][] labels(@Nullable List<String> names, RowNumbers numbers, int count) {
        byte[][] labels = new byte[count][];
        for (int i = 0; i < count; i++) {
            // The number of a row is a number in JSON, too.
            String label = names == null ? String.valueOf(numbers.of(i)) : format.label(names.get(i));
            labels[i] = label.getBytes(StandardCharsets.UTF_8);
        }
        return labels;
    }
}
