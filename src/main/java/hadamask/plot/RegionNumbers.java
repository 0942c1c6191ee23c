package hadamask.plot;

import hadamask.image.Rectangle;
import hadamask.region.RegionLabels;
import hadamask.region.RegionPlaces;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Writes the number of each region upon a picture: white with a dark seam, so that it is read on any ground.
///
/// A number stands within its region, as large as there is room, or beside it where there is not enough and nothing else is
/// there; where that fails, too, and with specks, there is none. The larger a region, the earlier its number has its place.
final class RegionNumbers {
    /// Takes what is drawn.
    @FunctionalInterface
    interface Ink {
        /// @param pixel its place, row by row
        /// @param color of the ink
        /// @param cover how much of it, in 1/256
        void blend(int pixel, Color color, int cover);
    }

    private static final Color FACE = Color.WHITE;
    private static final Color SEAM = new Color(24, 12, 32);
    private static final int OPAQUE = 256;
    /// Width of the seam as a share of the height of the digits.
    private static final double SEAM_WIDTH = 0.14;
    /// The side of a square picture for each pixel of the smallest and the largest digits' height.
    private static final double SIDE_PER_SMALLEST = 130;
    private static final double SIDE_PER_LARGEST = 24;
    private static final double READABLE = 7;
    private static final double SHRINK = 0.87;
    /// Pixels along a side of the squares in which it is noted what is taken.
    private static final int CELL = 2;

    private final RegionLabels labels;
    private final RegionPlaces places;
    private final Ink ink;
    private final double smallest;
    private final double largest;
    private final int columns;
    private final boolean[] taken;

    private RegionNumbers(RegionLabels labels, Ink ink) {
        this.labels = labels;
        this.ink = ink;
        places = RegionPlaces.of(labels);
        double side = Math.sqrt((double) labels.width() * labels.height());
        smallest = Math.max(READABLE, side / SIDE_PER_SMALLEST);
        largest = Math.max(2 * READABLE, side / SIDE_PER_LARGEST);
        columns = Math.ceilDiv(labels.width(), CELL);
        taken = new boolean[columns * Math.ceilDiv(labels.height(), CELL)];
    }

    /// Writes the numbers of all regions; those that pictures of labels and tables have.
    static void draw(RegionLabels labels, Ink ink) {
        new RegionNumbers(labels, ink).draw();
    }

    private void draw() {
        int[] order = IntStream.rangeClosed(1, labels.count()).boxed()
                .sorted(Comparator.comparingDouble(label -> -places.depth(label))).mapToInt(Integer::intValue)
                .toArray();
        boolean[] within = new boolean[labels.count() + 1];
        for (int label : order) {
            within[label] = drawWithin(label);
        }
        for (int label : order) {
            Rectangle box = places.box(label);
            if (!within[label] && 2 * Math.max(box.width(), box.height()) >= smallest) {
                drawBeside(label, box);
            }
        }
    }

    private boolean drawWithin(int label) {
        double most = Math.min(largest, 2 * places.depth(label));
        for (double height = most; height >= smallest; height *= SHRINK) {
            double width = NumberShape.width(labels.name(label), height);
            double left = places.x(label) + 0.5 - width / 2;
            double top = places.y(label) + 0.5 - height / 2;
            if (fits(label, left, top, width, height)) {
                draw(labels.name(label), left, top, height);
                return true;
            }
        }
        return false;
    }

    /// Whether a number, with the pen and a little room, lies within its region.
    private boolean fits(int label, double left, double top, double width, double height) {
        double room = (NumberShape.PEN / 2 + SEAM_WIDTH) * height;
        int fromX = (int) Math.floor(left - room);
        int endX = (int) Math.ceil(left + width + room);
        int fromY = (int) Math.floor(top - room);
        int endY = (int) Math.ceil(top + height + room);
        if (fromX < 0 || fromY < 0 || endX > labels.width() || endY > labels.height()) {
            return false;
        }
        for (int x = fromX; x < endX; x++) {
            if (labels.at(x, fromY) != label || labels.at(x, endY - 1) != label) {
                return false;
            }
        }
        for (int y = fromY; y < endY; y++) {
            if (labels.at(fromX, y) != label || labels.at(endX - 1, y) != label) {
                return false;
            }
        }
        return true;
    }

    private void drawBeside(int label, Rectangle box) {
        int number = labels.name(label);
        double width = NumberShape.width(number, smallest);
        double gap = (NumberShape.PEN / 2 + SEAM_WIDTH) * smallest + 1;
        double middleX = box.x() + (box.width() - width) / 2;
        double middleY = box.y() + (box.height() - smallest) / 2;
        double right = box.x() + box.width() + gap;
        double left = box.x() - gap - width;
        double above = box.y() - gap - smallest;
        double below = box.y() + box.height() + gap;
        double[][] corners = {{right, middleY}, {middleX, above}, {left, middleY}, {middleX, below}, {right, above},
            {left, above}, {right, below}, {left, below}};
        for (double[] corner : corners) {
            if (isFree(label, corner[0], corner[1], width)) {
                draw(number, corner[0], corner[1], smallest);
                return;
            }
        }
    }

    private boolean isFree(int label, double left, double top, double width) {
        double room = (NumberShape.PEN / 2 + SEAM_WIDTH) * smallest;
        int fromX = (int) Math.floor(left - room);
        int endX = (int) Math.ceil(left + width + room);
        int fromY = (int) Math.floor(top - room);
        int endY = (int) Math.ceil(top + smallest + room);
        if (fromX < 0 || fromY < 0 || endX > labels.width() || endY > labels.height()) {
            return false;
        }
        for (int y = fromY; y < endY; y++) {
            for (int x = fromX; x < endX; x++) {
                int there = labels.at(x, y);
                if ((there != 0 && there != label) || taken[y / CELL * columns + x / CELL]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void draw(int number, double left, double top, double height) {
        NumberShape shape = NumberShape.of(number, height);
        double pen = NumberShape.PEN / 2 * height;
        double seam = pen + Math.max(1, SEAM_WIDTH * height);
        int fromX = (int) Math.max(0, Math.floor(left - seam));
        int endX = (int) Math.min(labels.width(), Math.ceil(left + shape.width() + seam));
        int fromY = (int) Math.max(0, Math.floor(top - seam));
        int endY = (int) Math.min(labels.height(), Math.ceil(top + shape.height() + seam));
        for (int y = fromY; y < endY; y++) {
            Arrays.fill(taken, y / CELL * columns + fromX / CELL, y / CELL * columns + (endX - 1) / CELL + 1, true);
            for (int x = fromX; x < endX; x++) {
                double distance = shape.distance(x + 0.5 - left, y + 0.5 - top);
                blend(y * labels.width() + x, SEAM, seam - distance);
                blend(y * labels.width() + x, FACE, pen - distance);
            }
        }
    }

    /// Lays ink on a pixel whose middle is that far within a line.
    private void blend(int pixel, Color color, double within) {
        int cover = (int) Math.round(Math.clamp(within + 0.5, 0, 1) * OPAQUE);
        if (cover > 0) {
            ink.blend(pixel, color, cover);
        }
    }
}
