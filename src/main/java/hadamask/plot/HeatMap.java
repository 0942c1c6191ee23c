package hadamask.plot;

import hadamask.image.Image;
import hadamask.plot.Lettering.Align;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.Shape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture of a matrix: a coloured cell per entry, the scale beside it, labels where they fit.
///
/// The matrix arrives in blocks of rows and is averaged down to at most 900 x 900 cells, whatever its size. A triangle is
/// shown on both sides of the diagonal. NaN is grey, and left out of averages.
public final class HeatMap {
    private static final int SIDE = 900;
    private static final int LABEL = 13;
    private static final int LABEL_ROOM = 170;
    private static final int GAP = 18;
    private static final int BAR = 24;
    private static final int BAR_ROOM = 110;
    private static final Color NOTHING = new Color(214, 214, 214);
    private static final Color INK = new Color(40, 40, 40);
    private static final Lettering TEXT = new Lettering(15, Lettering.REGULAR, INK);
    /// From the middle of a lower-case letter to its baseline.
    private static final double HALF = 4.7;

    private final MatrixFrame frame;
    private final int down;
    private final int across;
    private final double[] sums;
    private final int[] counts;

    /// @param frame size, shape and labels of the matrix
    public HeatMap(MatrixFrame frame) {
        this.frame = frame;
        down = Math.min(SIDE, frame.rows());
        across = Math.min(SIDE, frame.columns());
        sums = new double[down * across];
        counts = new int[down * across];
    }

    /// The next rows.
    ///
    /// @param firstRow the first of them
    /// @param count how many
    /// @param block their entries of the frame's shape, without a gap
    public void accept(int firstRow, int count, double[] block) {
        int at = 0;
        for (int i = firstRow; i < firstRow + count; i++) {
            int end = frame.shape().to(i, frame.columns());
            for (int j = frame.shape().from(i); j < end; j++, at++) {
                add(i, j, block[at]);
                if (frame.shape() != Shape.SQUARE && i != j) {
                    add(j, i, block[at]);
                }
            }
        }
    }

    private void add(int i, int j, double value) {
        if (Math.abs(value) <= Double.MAX_VALUE) {
            int cell = (int) ((long) i * down / frame.rows()) * across + (int) ((long) j * across / frame.columns());
            sums[cell] += value;
            counts[cell]++;
        }
    }

    /// The picture.
    ///
    /// @param title what the numbers are, beside the scale
    public Image draw(String title) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < sums.length; cell++) {
            if (counts[cell] > 0) {
                low = Math.min(low, sums[cell] / counts[cell]);
                high = Math.max(high, sums[cell] / counts[cell]);
            }
        }
        if (!(high > low)) {
            // One number only, or none: a scale around it.
            double middle = high == low ? low : 0;
            low = middle - Math.max(0.5, Math.abs(middle) / 2);
            high = middle + Math.max(0.5, Math.abs(middle) / 2);
        }
        return picture(title, low, high);
    }

    private Image picture(String title, double low, double high) {
        int size = Math.max(1, SIDE / Math.max(down, across));
        int width = across * size;
        int height = Math.max(down * size, 200);
        int left = GAP + room(frame.rowLabels(), size, frame.rows() == down) + 8;
        int bottom = room(frame.columnLabels(), size, frame.columns() == across) + 8 + GAP;
        BufferedImage image = Canvas.blank(left + width + GAP + BAR + BAR_ROOM, GAP + height + bottom);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                g.setColor(color(y * across + x, low, high));
                g.fillRect(left + x * size, GAP + y * size, size, size);
            }
        }
        g.setColor(INK);
        drawRows(g, left - 8, size);
        drawColumns(g, left, GAP + down * size + 8, size);
        drawBar(g, left + width + GAP, height, title, low, high);
        g.dispose();
        return Canvas.image(image);
    }

    private Color color(int cell, double low, double high) {
        return counts[cell] == 0
                ? NOTHING
                : new Color(EvenColors.rgb((sums[cell] / counts[cell] - low) / (high - low)));
    }

    /// How many pixels labels need.
    private static int room(@Nullable List<String> labels, int size, boolean whole) {
        if (labels == null || !whole || size < LABEL) {
            return 48;
        }
        int longest = labels.stream().mapToInt(String::length).max().orElse(0);
        return Math.clamp(8L * longest, 48, LABEL_ROOM);
    }

    private void drawRows(Graphics2D g, int right, int size) {
        for (int i : marked(frame.rows(), down, size, frame.rowLabels() != null)) {
            double middle = GAP + (i + 0.5) * down * size / frame.rows();
            TEXT.draw(g, title(frame.rowLabels(), i), right, middle + HALF, Align.RIGHT);
        }
    }

    private void drawColumns(Graphics2D g, int left, int top, int size) {
        for (int j : marked(frame.columns(), across, size, frame.columnLabels() != null)) {
            double middle = left + (j + 0.5) * across * size / frame.columns();
            String title = title(frame.columnLabels(), j);
            if (frame.columnLabels() == null) {
                TEXT.draw(g, title, middle, top + LABEL, Align.CENTER);
            } else {
                upwards(g, title, middle + HALF, top);
            }
        }
    }

    /// A text that ends at the top and reads upwards.
    private static void upwards(Graphics2D g, String text, double x, double top) {
        Graphics2D turned = (Graphics2D) g.create();
        turned.rotate(-Math.PI / 2, x, top);
        TEXT.draw(turned, text, x, top, Align.RIGHT);
        turned.dispose();
    }

    private static String title(@Nullable List<String> labels, int i) {
        String title = labels == null ? String.valueOf(i + 1) : labels.get(i);
        String shown = title;
        for (int end = title.length(); TEXT.width(shown) > LABEL_ROOM && end > 1; end--) {
            shown = title.substring(0, end - 1) + "...";
        }
        return shown;
    }

    /// The rows that get a title: all where each has room, otherwise about ten at round numbers from 1.
    private static int[] marked(int rows, int cells, int size, boolean labelled) {
        if (rows == cells && size >= LABEL + 1 && (labelled || size >= 3 * LABEL)) {
            int[] all = new int[rows];
            for (int i = 0; i < rows; i++) {
                all[i] = i;
            }
            return all;
        }
        return new Scale(1, rows + 0.5, 0, 1).marks().stream().filter(mark -> mark >= 1 && mark == Math.rint(mark))
                .mapToInt(mark -> (int) (mark - 1)).toArray();
    }

    private static void drawBar(Graphics2D g, int left, int height, String title, double low, double high) {
        int top = GAP + 2 * LABEL;
        int length = height - 2 * LABEL;
        for (int y = 0; y < length; y++) {
            g.setColor(new Color(EvenColors.rgb(1 - (y + 0.5) / length)));
            g.fillRect(left, top + y, BAR, 1);
        }
        g.setColor(INK);
        TEXT.draw(g, title, left, GAP + LABEL - 2.0, Align.LEFT);
        Scale scale = new Scale(low, high, top + length, top);
        for (double mark : scale.marks()) {
            int y = (int) Math.round(Math.min(scale.pixel(mark), top + length - 1.0));
            g.drawLine(left + BAR, y, left + BAR + 5, y);
            TEXT.draw(g, scale.text(mark), left + BAR + 9, y + HALF, Align.LEFT);
            g.setColor(INK);
        }
    }
}
