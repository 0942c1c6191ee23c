package hadamask.table.write;

import hadamask.parallel.Workers;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a matrix as text.
final class TextMatrixSink implements MatrixSink {
    private final TextParts parts;
    private final MatrixText format;
    private final RowSequence rows = new RowSequence();

    TextMatrixSink(OutputStream out, Precision precision, Workers workers, MatrixText format) {
        this.parts = new TextParts(out, precision, workers);
        this.format = format;
    }

    @Override
    public void begin(MatrixFrame around) throws IOException {
        rows.begin(around);
        parts.write(1, (part, text) -> format.begin(around, text));
    }

    @Override
    public void accept(int firstRow, int rowCount, double[] block) throws IOException {
        rows.accept(firstRow, rowCount, block);
        MatrixFrame around = rows.frame();
        // Parts are rows of about as many numbers; part p has the rows starts[p] to starts[p + 1].
        int[] starts = new int[rowCount + 1];
        int[] offsets = new int[rowCount + 1];
        int count = 0;
        int offset = 0;
        for (int row = firstRow; row < firstRow + rowCount; row++) {
            if (row == firstRow || offset - offsets[count - 1] >= TextParts.NUMBERS) {
                starts[count] = row;
                offsets[count++] = offset;
            }
            offset += length(around, row);
        }
        starts[count] = firstRow + rowCount;
        parts.write(count, (part, text) -> {
            int from = offsets[part];
            for (int row = starts[part]; row < starts[part + 1]; row++) {
                int to = from + length(around, row);
                format.row(around, row, block, from, to, text);
                from = to;
            }
        });
    }

    @Override
    public void finish() throws IOException {
        rows.finish();
        MatrixFrame around = rows.frame();
        parts.write(1, (part, text) -> format.end(around, text));
    }

    private static int length(MatrixFrame frame, int row) {
        return frame.shape().to(row, frame.columns()) - frame.shape().from(row);
    }
}
