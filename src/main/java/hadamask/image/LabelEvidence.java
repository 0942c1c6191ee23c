package hadamask.image;

import java.util.Arrays;

/// What speaks for grey samples being numbers of objects, and not greys.
///
/// Numbers lie flat: nearly every pixel is in a patch of its own number, where greys of a picture, or of the soft edge of a
/// mask, change from pixel to pixel. Or there are several, of which no two touch at a side, as of specks of single pixels. There is background, 0. Where patches touch, their numbers are not next to each other
/// time after time, as in a ramp.
final class LabelEvidence {
    private final int[] counts;
    /// Pixels that have their number from the left or from above.
    private final int[] flat;
    private long inside;
    private long insideFlat;
    private int largest;
    private int levels;
    private int flatLevels;
    /// Neighbours of which one is background; of two numbers; and of two that are next to each other.
    private long edges;
    private long touching;
    private long steps;

    private LabelEvidence(int levels) {
        counts = new int[levels];
        flat = new int[levels];
    }

    static LabelEvidence of(Image image) {
        if (image.bitDepth() != 8 || image.layout() != Layout.GRAY) {
            return ofPixels(image);
        }
        LabelEvidence evidence = new LabelEvidence(image.maxSample() + 1);
        evidence.addRuns(image.bytes(), image.width());
        evidence.count();
        return evidence;
    }

    /// The definition, pixel by pixel.
    static LabelEvidence ofPixels(Image image) {
        LabelEvidence evidence = new LabelEvidence(image.maxSample() + 1);
        evidence.addPixels(image);
        evidence.count();
        return evidence;
    }

    private void addPixels(Image image) {
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int number = image.sample(x, y, 0);
                int left = x == 0 ? -1 : image.sample(x - 1, y, 0);
                int above = y == 0 ? -1 : image.sample(x, y - 1, 0);
                counts[number]++;
                flat[number] += number == left || number == above ? 1 : 0;
                pair(number, left, 1);
                pair(number, above, 1);
            }
        }
    }

    /// The same of 8 bits by runs of equal numbers, which masks and labels consist of.
    private void addRuns(byte[] numbers, int width) {
        for (int row = 0; row < numbers.length; row += width) {
            int end = row + width;
            for (int from = row; from < end;) {
                int to = EqualRuns.end(numbers, from, end);
                int number = numbers[from] & 0xFF;
                int left = from == row ? -1 : numbers[from - 1] & 0xFF;
                boolean below = row > 0 && numbers[from - width] == numbers[from];
                counts[number] += to - from;
                flat[number] += to - from - (below ? 0 : 1);
                pair(number, left, 1);
                for (int x = row == 0 ? to : EqualRuns.other(numbers, from, to, -width); x < to;) {
                    int last = EqualRuns.end(numbers, x - width, to - width) + width;
                    pair(number, numbers[x - width] & 0xFF, last - x);
                    x = EqualRuns.other(numbers, last, to, -width);
                }
                from = to;
            }
        }
    }

    private void pair(int a, int b, int times) {
        if (b < 0 || a == b) {
            return;
        }
        if (a == 0 || b == 0) {
            edges += times;
        } else {
            touching += times;
            steps += Math.abs(a - b) == 1 ? times : 0;
        }
    }

    /// How many pixels have a sample.
    int[] counts() {
        return counts;
    }

    private void count() {
        for (int number = 1; number < counts.length; number++) {
            if (counts[number] > 0) {
                levels++;
                largest = number;
                inside += counts[number];
                insideFlat += flat[number];
                flatLevels += 2 * flat[number] >= counts[number] ? 1 : 0;
            }
        }
    }

    /// Different numbers but 0.
    int levels() {
        return levels;
    }

    int largest() {
        return largest;
    }

    @Override
    public String toString() {
        return Arrays.hashCode(counts) + " " + Arrays.hashCode(flat) + " " + edges + " " + touching + " " + steps;
    }

    /// Whether there are holes in the numbers.
    boolean hasGaps() {
        return levels < largest;
    }

    /// Whether nearly all pixels are in a patch of their own number.
    boolean liesFlat() {
        return 4 * insideFlat >= 3 * inside && 4L * flatLevels >= 3L * levels;
    }

    /// Whether the samples may be numbers of objects. Where some are above the half, which would be bright in a mask, there must be
    /// several, and at least half of all up to the largest.
    boolean speaksForLabels() {
        boolean lieFlat = liesFlat();
        boolean ramp = isRamp();
        boolean bright = largest > (counts.length - 1) / 2;
        return levels > 0 && counts[0] > 0 && (lieFlat || (touching == 0 && levels > 1)) && !ramp
                && (!bright || (levels > 2 && 2 * levels >= largest));
    }

    /// Whether a mask of these samples would leave out several of them that lie flat as numbers of objects do, though they do not
    /// speak for such.
    boolean isLikeLabels() {
        return levels > 1 && counts[0] > 0 && liesFlat() && !isRamp();
    }

    private boolean isRamp() {
        return 2 * steps > touching && touching > edges;
    }
}
