package hadamask.region;

import java.util.Arrays;

/// The perimeters of regions, as the length of a line through the centres of their border pixels.
///
/// A border pixel has a side that is no side of another pixel of its region. Each stands for the part of the line that its
/// neighbours among the border pixels of its region suggest; with `s` of them at its sides and `c` at its corners:
///
/// | neighbours | length |
/// |---|---|
/// | s = 2 or 3, c = 0, 1 or 2 | 1 |
/// | s = 0, c = 2; s = 1, c = 3 | sqrt 2 |
/// | s = 1, c = 1 or 2 | (1 + sqrt 2) / 2 |
/// | all others | 0 |
///
/// After K. Benkrid and D. Crookes, "Design and FPGA implementation of a perimeter estimator" (2000). A region of one or
/// two pixels has the perimeter 0.
final class RegionPerimeters {
    private static final int NONE = 0;
    private static final int STRAIGHT = 1;
    private static final int DIAGONAL = 2;
    private static final int MIXED = 3;
    /// The kind of a border pixel at `5 c + s`.
    private static final int[] KINDS = kinds();

    private final RegionLabels labels;
    private final int[][] counts;
    /// Whether each pixel of three rows is on a border, with a place before the first and one behind the last.
    private byte[] above;
    private byte[] here;
    private byte[] below;

    private RegionPerimeters(RegionLabels labels) {
        this.labels = labels;
        counts = new int[4][labels.count() + 1];
        above = new byte[labels.width() + 2];
        here = new byte[labels.width() + 2];
        below = new byte[labels.width() + 2];
    }

    static RegionPerimeters of(RegionLabels labels) {
        RegionPerimeters perimeters = new RegionPerimeters(labels);
        perimeters.markBorder(0, perimeters.below);
        for (int y = 0; y < labels.height(); y++) {
            byte[] free = perimeters.above;
            perimeters.above = perimeters.here;
            perimeters.here = perimeters.below;
            perimeters.below = free;
            perimeters.markBorder(y + 1, perimeters.below);
            perimeters.count(y);
        }
        return perimeters;
    }

    /// The perimeter of a region in pixels.
    double of(int label) {
        return counts[STRAIGHT][label] + counts[DIAGONAL][label] * Math.sqrt(2)
                + counts[MIXED][label] * (1 + Math.sqrt(2)) / 2;
    }

    private void markBorder(int y, byte[] border) {
        Arrays.fill(border, (byte) 0);
        if (y >= labels.height()) {
            return;
        }
        int width = labels.width();
        int[] values = labels.values();
        boolean edge = y == 0 || y == labels.height() - 1;
        labels.forEachRun(y, (label, row, from, end) -> {
            if (edge) {
                Arrays.fill(border, from + 1, end + 1, (byte) 1);
                return;
            }
            border[from + 1] = 1;
            border[end] = 1;
            for (int i = y * width + from + 1, x = from + 2; x < end; x++, i++) {
                border[x] = (byte) (values[i - width] != label || values[i + width] != label ? 1 : 0);
            }
        });
    }

    private void count(int y) {
        labels.forEachRun(y, (label, row, from, end) -> countRun(row, from, end));
    }

    private void countRun(int y, int from, int end) {
        int width = labels.width();
        int[] values = labels.values();
        for (int x = from, i = y * width + from; x < end; x++, i++) {
            if (here[x + 1] != 0) {
                int sides = same(here, x, i, i - 1) + same(here, x + 2, i, i + 1) + same(above, x + 1, i, i - width)
                        + same(below, x + 1, i, i + width);
                int corners = same(above, x, i, i - width - 1) + same(above, x + 2, i, i - width + 1)
                        + same(below, x, i, i + width - 1) + same(below, x + 2, i, i + width + 1);
                counts[KINDS[5 * corners + sides]][values[i]]++;
            }
        }
    }

    /// 1 if a neighbour is a border pixel of the same region, otherwise 0.
    ///
    /// @param border row of the neighbour
    /// @param place of the neighbour in that row
    /// @param i the pixel
    /// @param neighbour the neighbour; outside of the image it is on no border
    private int same(byte[] border, int place, int i, int neighbour) {
        return border[place] != 0 && labels.values()[neighbour] == labels.values()[i] ? 1 : 0;
    }

    private static int[] kinds() {
        int[] kinds = new int[25];
        for (int corners = 0; corners <= 4; corners++) {
            for (int sides = 0; sides <= 4; sides++) {
                boolean straight = (sides == 2 || sides == 3) && corners <= 2;
                boolean diagonal = (sides == 0 && corners == 2) || (sides == 1 && corners == 3);
                boolean mixed = sides == 1 && (corners == 1 || corners == 2);
                kinds[5 * corners + sides] = straight ? STRAIGHT : diagonal ? DIAGONAL : mixed ? MIXED : NONE;
            }
        }
        return kinds;
    }
}
