package hadamask.table.write;

import hadamask.parallel.Workers;
import hadamask.table.RowNumbers;
import hadamask.table.write.PairText.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Writes pairs as text. Labels are encoded once, since they may be written many times.
final class TextPairSink implements PairSink, PairTableSink {
    private static final int PAIRS = TextParts.NUMBERS / 2;

    private final TextParts parts;
    private final PairText format;
    private Labels rowLabels = new Labels(null, RowNumbers.CONSECUTIVE, 0);
    private Labels columnLabels = rowLabels;
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
        rowLabels = new Labels(frame.rowLabels(), frame.rowNumbers(), frame.rows());
        boolean isOneTable = frame.rows() == frame.columns() && Objects.equals(frame.rowLabels(), frame.columnLabels())
                && frame.rowNumbers().equals(frame.columnNumbers());
        columnLabels = isOneTable
                ? rowLabels
                : new Labels(frame.columnLabels(), frame.columnNumbers(), frame.columns());
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
                format.pair(rowLabels.of(rows[k]), columnLabels.of(columns[k]), values, k, k == 0 ? start : Place.LATER,
                        text);
            }
        });
        place = count > 0 ? Place.LATER : place;
    }

    @Override
    public void finish() throws IOException {
        parts.write(1, (part, text) -> format.end(text));
    }

    /// Labels as the format writes them, each made when it is first written: many lists name few rows. Two threads may make the same one.
    private final class Labels {
        private final @Nullable List<String> names;
        private final RowNumbers numbers;
        private final AtomicReferenceArray<byte[]> made;

        Labels(@Nullable List<String> names, RowNumbers numbers, int count) {
            this.names = names;
            this.numbers = numbers;
            made = new AtomicReferenceArray<>(count);
        }

        byte[] of(int row) {
            byte[] known = made.getAcquire(row);
            if (known == null) {
                // The number of a row is a number in JSON, too.
                String label = names == null ? String.valueOf(numbers.of(row)) : format.label(names.get(row));
                known = label.getBytes(StandardCharsets.UTF_8);
                made.setRelease(row, known);
            }
            return known;
        }
    }
}
