package hadamask.table.write;

import hadamask.parallel.Workers;
import java.io.IOException;
import java.io.OutputStream;

/// Writes listed pairs as a sparse matrix of Matrix Market: coordinates from 1, symmetric where each pair of one table stands
/// once. The file begins with their number, so they are kept until all are known.
final class MatrixMarketPairs implements PairSink {
    private static final int PAIRS = TextParts.NUMBERS / 2;

    private final TextParts parts;
    private final Listing listing;
    private final PairStore pairs = new PairStore();
    private int rows;
    private int columns;

    MatrixMarketPairs(OutputStream out, Precision precision, Workers workers, Listing listing) {
        this.parts = new TextParts(out, precision, workers);
        this.listing = listing;
    }

    @Override
    public void begin(MatrixFrame frame, String value) {
        rows = frame.rows();
        columns = frame.columns();
    }

    @Override
    public void accept(int count, int[] rowOf, int[] columnOf, double[] values) {
        pairs.add(count, rowOf, columnOf, values);
    }

    @Override
    public void finish() throws IOException {
        String form = listing.once() ? "symmetric" : "general";
        parts.write(1, (part, text) -> text.put("%%MatrixMarket matrix coordinate real " + form + "\n" + rows + " "
                + columns + " " + pairs.count() + "\n"));
        parts.write(Math.ceilDiv(pairs.count(), PAIRS), (part, text) -> {
            int end = (int) Math.min(pairs.count(), (part + 1L) * PAIRS);
            for (int k = part * PAIRS; k < end; k++) {
                // Of a symmetric matrix the lower triangle is written: the later row first.
                text.put(String.valueOf(1 + (listing.once() ? pairs.column(k) : pairs.row(k))));
                text.put(' ');
                text.put(String.valueOf(1 + (listing.once() ? pairs.row(k) : pairs.column(k))));
                text.put(' ');
                text.number(pairs.value(k));
                text.put('\n');
            }
        });
    }
}
