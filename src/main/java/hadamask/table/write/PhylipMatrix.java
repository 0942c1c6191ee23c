package hadamask.table.write;

import hadamask.file.InputException;
import hadamask.table.number.NumberText;
import hadamask.table.number.Text;
import java.util.HashSet;
import java.util.Set;

/// A distance matrix as PHYLIP reads it: the number of rows, then per row its name, filled up to 10 places and a blank, and
/// the numbers between blanks. The lower triangle has no diagonal.
///
/// Names have no blanks and none of `()[]:;,`, which trees are written with: an underscore stands for each. Names longer
/// than 10 places, which newer programs read, are kept. Two rows of one name are an error, since a tree would confuse them; so is a name of blanks, behind
/// which a number would be read as one, and a distance that is no finite number.
record PhylipMatrix() implements MatrixText {
    private static final int NAME = 10;

    @Override
    public void begin(MatrixFrame frame, Text text) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < frame.rows(); i++) {
            String name = name(frame, i);
            if (name.isBlank()) {
                throw new InputException("row " + (i + 1) + " has no name, expected one for PHYLIP",
                        "a name of blanks would shift the numbers");
            }
            if (!names.add(name)) {
                throw new InputException(
                        "two rows have the PHYLIP name \"" + name.strip() + "\", expected another each");
            }
        }
        text.put(frame.rows() + "\n");
    }

    @Override
    public void row(MatrixFrame frame, int row, double[] block, int from, int to, Text text) {
        text.put(name(frame, row));
        int end = frame.shape() == Shape.LOWER ? to - 1 : to;
        if (from < end) {
            requireFinite(frame, row, block, from, end);
            text.put(' ');
            text.numbers(block, from, end, ' ');
        }
        text.put('\n');
    }

    private static void requireFinite(MatrixFrame frame, int row, double[] block, int from, int end) {
        for (int k = from; k < end; k++) {
            if (!(Math.abs(block[k]) <= Double.MAX_VALUE)) {
                throw new InputException("the distance of \"" + frame.rowLabel(row) + "\" to \""
                        + frame.rowLabel(k - from) + "\" is " + NumberText.shortest(block[k])
                        + ", expected a finite number: PHYLIP has no other");
            }
        }
    }

    @Override
    public void end(MatrixFrame frame, Text text) {
    }

    private static String name(MatrixFrame frame, int row) {
        String name = frame.rowLabel(row).replaceAll("[\\s()\\[\\]:;,]", "_");
        return name.length() >= NAME ? name : name + " ".repeat(NAME - name.length());
    }
}
