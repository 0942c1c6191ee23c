package hadamask.image;

/// What speaks for grey samples being numbers of objects, and not greys.
///
/// Numbers lie flat: nearly every pixel is in a patch of its own number, where greys of a picture, or of the soft edge of a
/// mask, change from pixel to pixel. There is background, 0. Where patches touch, their numbers are not next to each other
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
        LabelEvidence evidence = new LabelEvidence(image.maxSample() + 1);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int number = image.sample(x, y, 0);
                int left = x == 0 ? -1 : image.sample(x - 1, y, 0);
                int above = y == 0 ? -1 : image.sample(x, y - 1, 0);
                evidence.counts[number]++;
                evidence.flat[number] += number == left || number == above ? 1 : 0;
                evidence.pair(number, left);
                evidence.pair(number, above);
            }
        }
        evidence.count();
        return evidence;
    }

    private void pair(int a, int b) {
        if (b < 0 || a == b) {
            return;
        }
        if (a == 0 || b == 0) {
            edges++;
        } else {
            touching++;
            steps += Math.abs(a - b) == 1 ? 1 : 0;
        }
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

    /// Whether there are holes in the numbers.
    boolean hasGaps() {
        return levels < largest;
    }

    /// Whether the samples may be numbers of objects. Where some are above the half, which would be bright in a mask, there must be
    /// several, and at least half of all up to the largest.
    boolean speaksForLabels() {
        boolean lieFlat = 4 * insideFlat >= 3 * inside && 4L * flatLevels >= 3L * levels;
        boolean ramp = 2 * steps > touching && touching > edges;
        boolean bright = largest > (counts.length - 1) / 2;
        return levels > 0 && counts[0] > 0 && lieFlat && !ramp && (!bright || (levels > 2 && 2 * levels >= largest));
    }
}
