package hadamask.table.write;

import hadamask.table.Quoting;
import hadamask.table.number.Text;

/// A matrix as CSV or TSV: bare numbers, or with a header and a first column of labels. A condensed matrix is one number a
/// line, without labels.
record DelimitedMatrix(char delimiter) implements MatrixText {
    @Override
    public void begin(MatrixFrame frame, Text text) {
        boolean labelled = frame.rowLabels() != null;
        if (frame.shape() == Shape.CONDENSED || (!labelled && frame.columnLabels() == null)) {
            return;
        }
        text.put(labelled ? Quoting.cell(frame.corner(), delimiter) : "");
        for (int j = 0; j < frame.columns(); j++) {
            if (labelled || j > 0) {
                text.put(delimiter);
            }
            text.put(Quoting.cell(frame.columnLabel(j), delimiter));
        }
        text.put('\n');
    }

    @Override
    public void row(MatrixFrame frame, int row, double[] block, int from, int to, Text text) {
        if (frame.shape() == Shape.CONDENSED) {
            if (from < to) {
                text.numbers(block, from, to, '\n');
                text.put('\n');
            }
            return;
        }
        if (frame.rowLabels() != null) {
            text.put(Quoting.cell(frame.rowLabel(row), delimiter));
            text.put(delimiter);
        }
        text.numbers(block, from, to, delimiter);
        text.put('\n');
    }

    @Override
    public void end(MatrixFrame frame, Text text) {
    }
}
