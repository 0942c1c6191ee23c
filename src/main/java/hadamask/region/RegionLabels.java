package hadamask.region;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Attributes;
import hadamask.image.EqualRuns;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.Regions;
import hadamask.segment.split.Split;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The connected regions of a mask, each with a number: 1, 2, ... in the order of their first pixels, row by row from the
/// top left.
///
///     mask     labels
///     1 1 0 1  1 1 0 2
///     0 0 0 1  0 0 0 2
///     1 0 0 0  3 0 0 0
///
/// Memory: 4 bytes per pixel, and at most 1 for runs of pixels. The array is not copied: it belongs to the labels, and nobody writes to it.
public final class RegionLabels {
    /// The most regions that an image of 16 bits can number.
    public static final int MAX_IN_IMAGE = 0xFFFF;

    private final int width;
    private final int height;
    private final int count;
    private final int[] values;
    /// What each region is called, at its label; null where that is the label.
    private final int @Nullable [] names;
    /// Whose labels these are; null of others.
    private final @Nullable Regions origin;
    /// Found when they are first asked for.
    private volatile @Nullable RegionRuns runs;

    private RegionLabels(int width, int height, int count, int[] values, int @Nullable [] names) {
        this(width, height, count, values, names, null);
    }

    private RegionLabels(int width, int height, int count, int[] values, int @Nullable [] names,
            @Nullable Regions origin) {
        this.width = width;
        this.height = height;
        this.count = count;
        this.values = values;
        this.names = names;
        this.origin = origin;
    }

    /// Labels the regions of a mask.
    public static RegionLabels of(Mask mask, Connectivity connectivity) {
        Regions regions = Regions.of(mask, connectivity);
        return new RegionLabels(mask.width(), mask.height(), regions.count(), regions.labels(), null, regions);
    }

    /// Labels the objects of a mask, of which those that touch are told apart. Memory: as [Split#MEMORY] says, of which 4 bytes
    /// per pixel stay.
    public static RegionLabels of(Mask mask, Connectivity connectivity, Split split) {
        if (!split.splits()) {
            return of(mask, connectivity);
        }
        int[] values = split.labels(mask, connectivity);
        return new RegionLabels(mask.width(), mask.height(), largest(values), values, null);
    }

    /// The regions of a picture of labels: all pixels of a number are one region, whether they touch or not. They are labelled in
    /// the order of their numbers, and keep these as their names.
    ///
    /// @param numbers a number for each pixel row by row, 0 for background, not negative; given up by the caller
    public static RegionLabels ofNumbers(int width, int height, int[] numbers) {
        int[] names = namesIn(numbers);
        int count = names.length - 1;
        if (names[count] == count) {
            return new RegionLabels(width, height, count, numbers, null);
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbers[i] == 0 ? 0 : Arrays.binarySearch(names, 1, count + 1, numbers[i]);
        }
        return new RegionLabels(width, height, count, numbers, names);
    }

    /// The numbers that are in a picture, from small to large, behind a 0.
    private static int[] namesIn(int[] numbers) {
        int[] names = new int[16];
        int count = 1;
        int before = 0;
        for (int number : numbers) {
            if (number != before && number != 0) {
                names = count == names.length ? Arrays.copyOf(names, 2 * count) : names;
                names[count++] = number;
            }
            before = number;
        }
        Arrays.sort(names, 0, count);
        int kept = 1;
        for (int i = 1; i < count; i++) {
            names[kept] = names[i];
            kept += names[i] == names[kept - 1] ? 0 : 1;
        }
        return Arrays.copyOf(names, kept);
    }

    private static int largest(int[] values) {
        int largest = 0;
        for (int value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /// The labels without the regions that a filter leaves out. Those of a mask are numbered anew, without gaps; those of a picture
    /// of labels keep their names. This writes over the labels, which are given up by the caller.
    public RegionLabels select(RegionFilter filter) {
        if (filter.takesAll()) {
            return this;
        }
        long[] areas = areas();
        if (filter.clearBorder()) {
            clearBorder(areas);
        }
        int[] numbers = new int[areas.length];
        int[] kept = new int[areas.length];
        int left = 0;
        for (int label = 1; label < areas.length; label++) {
            if (areas[label] > 0 && filter.takes(areas[label])) {
                numbers[label] = ++left;
                kept[left] = names == null ? label : names[label];
            }
        }
        if (left == count) {
            return this;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[values[i]];
        }
        return new RegionLabels(width, height, left, values, names == null ? null : Arrays.copyOf(kept, left + 1),
                origin);
    }

    /// The labels without the regions that have none of some names; the others keep theirs. This writes over the labels, which are
    /// given up by the caller.
    public RegionLabels keep(Set<Integer> those) {
        int[] numbers = new int[count + 1];
        int[] kept = new int[count + 1];
        int left = 0;
        for (int label = 1; label <= count; label++) {
            if (those.contains(name(label))) {
                numbers[label] = ++left;
                kept[left] = name(label);
            }
        }
        if (left == count) {
            return this;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers[values[i]];
        }
        return new RegionLabels(width, height, left, values, Arrays.copyOf(kept, left + 1), origin);
    }

    /// Gives the memory of the labels up, for those of another mask: nothing may be asked of them, or of what shares them, any more.
    /// Whoever does not is left to the garbage collector.
    public void giveUp() {
        if (origin != null) {
            origin.giveUp();
        }
    }

    /// The area of each region in pixels, at its label; 0 for the background.
    long[] areas() {
        long[] areas = new long[count + 1];
        forEachRun((label, y, from, end) -> areas[label] += end - from);
        return areas;
    }

    private void clearBorder(long[] areas) {
        for (int x = 0; x < width; x++) {
            areas[values[x]] = 0;
            areas[values[values.length - 1 - x]] = 0;
        }
        for (int y = 0; y < height; y++) {
            areas[values[y * width]] = 0;
            areas[values[(y + 1) * width - 1]] = 0;
        }
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

    /// What a region is called in pictures and tables: its label, or its number in the picture of labels that it is from.
    ///
    /// @param label from 1 to the number of regions; 0, the background, is called 0
    public int name(int label) {
        return names == null ? label : names[label];
    }

    /// Whether the names are small enough for an image of 16 bits.
    public boolean fitImage() {
        return count == 0 || name(count) <= MAX_IN_IMAGE;
    }

    /// The names of all pixels. Memory: 4 bytes per pixel more where they are no labels.
    public LabelImage toNumbers(Attributes attributes) {
        int[] numbers = values;
        if (names != null) {
            numbers = new int[values.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = names[values[i]];
            }
        }
        return new LabelImage(width, height, numbers, attributes);
    }

    /// All that is in a region, as a mask. Of two regions that touch, the one above or to the left loses its pixels there, so that
    /// there is ground between them.
    public Mask parted() {
        byte[] in = new byte[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                boolean right = x + 1 < width;
                boolean below = y + 1 < height;
                boolean touches = (right && isOther(values[i], values[i + 1]))
                        || (below && isOther(values[i], values[i + width]))
                        || (below && x > 0 && isOther(values[i], values[i + width - 1]))
                        || (below && right && isOther(values[i], values[i + width + 1]));
                in[i] = (byte) (values[i] == 0 || touches ? 0 : 1);
            }
        }
        return new Mask(width, height, in);
    }

    private static boolean isOther(int label, int neighbour) {
        return neighbour != 0 && neighbour != label;
    }

    /// The names of the regions as a picture: 16-bit grey, the sample is the name.
    ///
    /// @throws InputException if there is a larger one than [#MAX_IN_IMAGE]
    public Image toImage(Attributes attributes) {
        requireFitImage();
        short[] samples = new short[values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) name(values[i]);
        }
        return Image.of16Bit(width, height, Layout.GRAY, samples, attributes);
    }

    /// Refuses regions whose names no image of 16 bits has room for.
    ///
    /// @throws InputException if there is a larger one than [#MAX_IN_IMAGE]
    public void requireFitImage() {
        if (!fitImage()) {
            throw new InputException("has " + (names == null ? count + " regions" : "a region called " + name(count))
                    + ", expected at most " + MAX_IN_IMAGE + " in an image of labels of 16 bits",
                    Remedy.of(Remedy.Kind.FEWER_REGIONS));
        }
    }

    @Override
    public String toString() {
        return width + " x " + height + ", " + count + " regions";
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

    /// Visits the runs of all regions, row by row from the top left. They are looked for once.
    void forEachRun(Run visitor) {
        RegionRuns known = runs;
        if (known == null) {
            known = RegionRuns.of(this);
            runs = known;
        }
        for (int y = 0; y < height; y++) {
            forEachRun(y, visitor);
        }
    }

    /// Visits the runs of a row.
    void forEachRun(int y, Run visitor) {
        RegionRuns known = runs;
        if (known != null && known.areKept()) {
            known.forEach(y, visitor);
        } else {
            findRuns(y, visitor);
        }
    }

    /// Looks for the runs of a row.
    void findRuns(int y, Run visitor) {
        int row = y * width;
        int end = row + width;
        for (int from = row; from < end;) {
            int to = EqualRuns.end(values, from, end);
            int label = values[from];
            if (label > 0) {
                visitor.at(label, y, from - row, to - row);
            }
            from = to;
        }
    }
}
