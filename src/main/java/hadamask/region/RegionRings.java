package hadamask.region;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.segment.plane.GrayScale;
import java.util.Arrays;

/// The ground around each region: all pixels that are at most as far from a pixel of the region as the ring is wide, and that are
/// in no object. Distances are those of the middles of pixels.
///
///     width 1          width 2
///     . . o . .        . o o o .
///     . o # o .        o o # o o   . the region is #, its ring o
///     . . o . .        . o o o .
///
/// Rings of neighbours may share pixels. It is what is left of `binary_dilation(region, disk(width))` of scikit-image without the
/// objects.
///
/// Time and memory: of a ring of width w, 2 w + 1 runs for each run of pixels; 12 bytes per run.
public final class RegionRings {
    private final int[] areas;
    private final double[] medians;

    private RegionRings(int count) {
        areas = new int[count + 1];
        medians = new double[count + 1];
    }

    /// Looks at the rings.
    ///
    /// @param objects pixels that are no ground, those of regions that are not measured among them
    /// @param image the picture, of the size of the labels
    /// @param width in pixels, at least 1
    /// @throws IllegalArgumentException if the sizes differ
    public static RegionRings of(RegionLabels labels, Mask objects, Image image, GrayScale scale, int width) {
        if (labels.width() != image.width() || labels.height() != image.height() || objects.width() != image.width()
                || objects.height() != image.height()) {
            throw new IllegalArgumentException(labels + ", " + objects + " of " + image);
        }
        RegionRings rings = new RegionRings(labels.count());
        Runs runs = Runs.of(labels);
        Ring ring = new Ring(objects, image, scale, width);
        double white = scale.maxLevel(image.maxSample());
        for (int label = 1; label <= labels.count(); label++) {
            ring.look(runs, label);
            rings.areas[label] = ring.count;
            rings.medians[label] = ring.median() / white;
        }
        return rings;
    }

    /// The number of pixels of the ring of a region; 0 where nothing but objects is around it.
    public int area(int label) {
        return areas[label];
    }

    /// The median grey of the ring, on the scale from 0 to 1; NaN of one without pixels.
    public double median(int label) {
        return medians[label];
    }

    /// The runs of each region one after the other, from the top down: those of region n begin at `starts[n]`.
    @SuppressWarnings("ArrayRecordComponent") // of one picture, never compared
    private record Runs(int[] starts, int[] rows, int[] froms, int[] ends) {
        static Runs of(RegionLabels labels) {
            int[] starts = new int[labels.count() + 2];
            labels.forEachRun((label, y, from, end) -> starts[label + 1]++);
            for (int label = 1; label < starts.length; label++) {
                starts[label] += starts[label - 1];
            }
            int all = starts[starts.length - 1];
            Runs runs = new Runs(starts, new int[all], new int[all], new int[all]);
            int[] next = starts.clone();
            labels.forEachRun((label, y, from, end) -> {
                int place = next[label]++;
                runs.rows[place] = y;
                runs.froms[place] = from;
                runs.ends[place] = end;
            });
            return runs;
        }
    }

    /// The greys of one ring.
    private static final class Ring {
        private final Mask objects;
        private final Image image;
        private final GrayScale scale;
        /// How far the disc reaches along the row that is so far from its middle.
        private final int[] reaches;
        private long[] parts = new long[64];
        private int[] levels = new int[1024];
        private int count;

        Ring(Mask objects, Image image, GrayScale scale, int width) {
            this.objects = objects;
            this.image = image;
            this.scale = scale;
            reaches = new int[width + 1];
            for (int y = 0; y <= width; y++) {
                reaches[y] = (int) Math.sqrt((double) width * width - (double) y * y);
            }
        }

        void look(Runs runs, int label) {
            count = 0;
            int width = reaches.length - 1;
            int first = runs.starts[label];
            int end = runs.starts[label + 1];
            int bottom = Math.min(image.height() - 1, runs.rows[end - 1] + width);
            int near = first;
            for (int y = Math.max(0, runs.rows[first] - width); y <= bottom; y++) {
                while (near < end && runs.rows[near] < y - width) {
                    near++;
                }
                int found = 0;
                for (int run = near; run < end && runs.rows[run] <= y + width; run++) {
                    int reach = reaches[Math.abs(runs.rows[run] - y)];
                    parts = found == parts.length ? Arrays.copyOf(parts, 2 * found) : parts;
                    parts[found++] = (long) Math.max(0, runs.froms[run] - reach) << Integer.SIZE
                            | Math.min(image.width(), runs.ends[run] + reach);
                }
                Arrays.sort(parts, 0, found);
                addRow(y, found);
            }
        }

        /// Adds the pixels of a row that are in a part and in no object, each once.
        private void addRow(int y, int found) {
            int x = 0;
            for (int part = 0; part < found; part++) {
                int end = (int) parts[part];
                for (x = Math.max(x, (int) (parts[part] >>> Integer.SIZE)); x < end; x++) {
                    if (!objects.contains(x, y)) {
                        levels = count == levels.length ? Arrays.copyOf(levels, 2 * count) : levels;
                        levels[count++] = scale.level(image, x, y);
                    }
                }
            }
        }

        double median() {
            if (count == 0) {
                return Double.NaN;
            }
            Arrays.sort(levels, 0, count);
            return (levels[(count - 1) / 2] + (double) levels[count / 2]) / 2;
        }
    }
}
