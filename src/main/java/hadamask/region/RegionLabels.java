package hadamask.region;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.Connectivity;
import hadamask.segment.Regions;

/// The connected regions of a mask, each with a number: 1, 2, ... in the order of their first pixels, row by row from the
/// top left.
///
///     mask     labels
///     1 1 0 1  1 1 0 2
///     0 0 0 1  0 0 0 2
///     1 0 0 0  3 0 0 0
///
/// Memory: 4 bytes per pixel. The array is not copied: it belongs to the labels, and nobody writes to it.
public final class RegionLabels {
    /// The most regions that an image of 16 bits can number.
    public static final int MAX_IN_IMAGE = 0xFFFF;

    private final int width;
    private final int height;
    private final int count;
    private final int[] values;

    private RegionLabels(int width, int height, int count, int[] values) {
        this.width = width;
        this.height = height;
        this.count = count;
        this.values = values;
    }

    /// Labels the regions of a mask. Regions that are too small are background, and the others are numbered without gaps.
    ///
    /// @param minArea smaller regions are dropped; in pixels, 0 or 1 drops none
    public static RegionLabels of(Mask mask, Connectivity connectivity, long minArea) {
        Regions regions = Regions.of(mask, connectivity);
        int[] values = regions.labels();
        long[] areas = regions.areas();
        int[] numbers = new int[areas.length];
        int count = 0;
        for (int label = 1; label < areas.length; label++) {
            numbers[label] = areas[label] >= minArea ? ++count : 0;
        }
        if (count < areas.length - 1) {
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers[values[i]];
            }
        }
        return new RegionLabels(mask.width(), mask.height(), count, values);
    }

    /// Columns, at least 1.
    public int width() {
        return width;
    }

    /// Rows, at least 1.
    public int height() {
        return height;
    }

    /// The number of regions; the largest label.
    public int count() {
        return count;
    }

    /// The label of each pixel, row by row, 0 for background; not copied.
    int[] values() {
        return values;
    }

    /// The label of a pixel, 0 for background.
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    public int at(int x, int y) {
        return values[y * width + x];
    }

    /// The labels as a picture: 16-bit grey, the sample is the label.
    ///
    /// @throws InputException if there are more than [#MAX_IN_IMAGE] regions
    public Image toImage(Attributes attributes) {
        if (count > MAX_IN_IMAGE) {
            throw new InputException("has " + count + " regions, expected at most " + MAX_IN_IMAGE
                    + " in an image of labels", Remedy.of(Remedy.Kind.FEWER_REGIONS));
        }
        short[] samples = new short[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) values[i];
        }
        return Image.of16Bit(width, height, Layout.GRAY, samples, attributes);
    }

    /// A run of pixels of one region in a row.
    @FunctionalInterface
    interface Run {
        /// @param label of the region, from 1
        /// @param y row
        /// @param from first column
        /// @param end column behind the last
        void at(int label, int y, int from, int end);
    }

    /// Visits the runs of all regions, row by row from the top left.
    void forEachRun(Run visitor) {
        for (int y = 0; y < height; y++) {
            int row = y * width;
            int x = 0;
            while (x < width) {
                int label = values[row + x];
                int from = x++;
                while (x < width && values[row + x] == label) {
                    x++;
                }
                if (label > 0) {
                    visitor.at(label, y, from, x);
                }
            }
        }
    }
}
