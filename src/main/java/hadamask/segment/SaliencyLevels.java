package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Rectangle;
import hadamask.segment.plane.Levels;
import java.util.Arrays;

/// How much each pixel of an image stands out, from a reduced picture of it: what was not looked at does not.
final class SaliencyLevels implements Levels {
    private static final int MAX_LEVEL = 255;

    private final int width;
    private final int height;
    private final Image reduced;
    private final Rectangle region;
    /// The column of the reduced picture that shows each column of the image; -1 of what it does not show.
    private final int[] columns;

    /// @param reduced 8-bit grey: 0 ground, 255 object
    /// @param region the part of the image that it shows
    SaliencyLevels(int width, int height, Image reduced, Rectangle region) {
        this.width = width;
        this.height = height;
        this.reduced = reduced;
        this.region = region;
        columns = new int[width];
        for (int x = 0; x < width; x++) {
            int column = x - region.x();
            boolean inside = column >= 0 && column < region.width();
            columns[x] = inside ? (int) ((long) column * reduced.width() / region.width()) : -1;
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int maxLevel() {
        return MAX_LEVEL;
    }

    @Override
    public int at(int x, int y) {
        int column = x - region.x();
        int row = y - region.y();
        if (column < 0 || row < 0 || column >= region.width() || row >= region.height()) {
            return 0;
        }
        int from = (int) ((long) row * reduced.height() / region.height()) * reduced.width();
        return reduced.bytes()[from + (int) ((long) column * reduced.width() / region.width())] & 0xFF;
    }

    @Override
    public void row(int y, int[] levels) {
        int row = y - region.y();
        if (row < 0 || row >= region.height()) {
            Arrays.fill(levels, 0);
            return;
        }
        int from = (int) ((long) row * reduced.height() / region.height()) * reduced.width();
        byte[] samples = reduced.bytes();
        for (int x = 0; x < width; x++) {
            levels[x] = columns[x] < 0 ? 0 : samples[from + columns[x]] & 0xFF;
        }
    }

    @Override
    public void copy(int y, char[] copy, int to) {
        for (int x = 0; x < width(); x++) {
            copy[to + x] = (char) at(x, y);
        }
    }

    @Override
    public void count(int y, int[] counts) {
        for (int x = 0; x < width; x++) {
            counts[at(x, y)]++;
        }
    }

    @Override
    public void lookUp(int y, byte[] ofLevel, byte[] values, int to) {
        for (int x = 0; x < width; x++) {
            values[to + x] = ofLevel[at(x, y)];
        }
    }
}
