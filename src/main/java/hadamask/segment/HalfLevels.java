package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.parallel.RowBands;
import hadamask.segment.plane.Levels;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.Regions;
import java.util.Arrays;

/// A threshold of its own for each region that clusters have found: halfway between the ground and the region's mean.
///
/// One threshold for all cuts dim objects too tight and bright ones too wide where both lie on one ground, as nuclei under a
/// microscope do. Regions of less than 10 pixels go, the others reach for up to 8 pixels around, each pixel belonging to the region
/// that is nearest, and of these the pixels beyond the region's threshold are the object.
///
/// @param clustering what finds the regions; its object is on one side of all other levels: the brightest clusters or the darkest
public record HalfLevels(GrayClustering clustering) implements SegmentationMethod {
    private static final int MIN_AREA = 10;
    private static final int REACH = 8;
    private static final int ROWS_PER_BAND = 256;

    @Override
    public int memory() {
        return 14 + clustering.memory();
    }

    @Override
    public Found find(Image image, Stopwatch watch) {
        Found found = clustering.find(image, watch);
        PixelWeights weights = PixelWeights.of(image, clustering.alpha());
        Levels levels = clustering.plane().of(image, weights);
        Mask mask = around(found.mask(), levels, weights);
        watch.lap("halfway");
        return new Found(mask, found.evidence());
    }

    private static Mask around(Mask mask, Levels levels, PixelWeights weights) {
        Regions regions = Regions.of(mask, Connectivity.EIGHT);
        int[] labels = regions.labels();
        long[] areas = regions.areas();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = areas[labels[i]] >= MIN_AREA ? labels[i] : 0;
        }
        double[] means = means(mask, labels, areas.length, levels, weights);
        spread(labels, mask.width(), mask.height());
        double ground = means[0];
        byte[] object = new byte[labels.length];
        RowBands.forEach(mask.height(), ROWS_PER_BAND, (first, end) -> {
            int[] row = new int[mask.width()];
            for (int y = first, i = first * row.length; y < end; y++) {
                levels.row(y, row);
                for (int x = 0; x < row.length; x++, i++) {
                    if (labels[i] > 0) {
                        double mean = means[labels[i]];
                        boolean in = (weights.areEqual() || weights.of(x, y) > 0)
                                && (mean > ground ? 2 * row[x] > ground + mean : 2 * row[x] < ground + mean);
                        object[i] = (byte) (in ? 1 : 0);
                    }
                }
            }
        });
        return new Mask(mask.width(), mask.height(), object);
    }

    /// The mean level of each region, and of the ground at place 0: regions that went count for neither.
    private static double[] means(Mask mask, int[] labels, int n, Levels levels, PixelWeights weights) {
        double[] sums = new double[n];
        double[] all = new double[n];
        int[] row = new int[mask.width()];
        for (int y = 0, i = 0; y < mask.height(); y++) {
            levels.row(y, row);
            for (int x = 0; x < row.length; x++, i++) {
                if (labels[i] > 0 || mask.values()[i] == 0) {
                    int weight = weights.areEqual() ? 1 : weights.of(x, y);
                    sums[labels[i]] += (double) weight * row[x];
                    all[labels[i]] += weight;
                }
            }
        }
        Arrays.setAll(sums, c -> all[c] > 0 ? sums[c] / all[c] : 0);
        return sums;
    }

    /// Lets all regions grow by a pixel at a time, over 4-connected pixels; where two meet, that of the earlier pixel is first.
    private static void spread(int[] labels, int width, int height) {
        int[] front = new int[1024];
        int n = 0;
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                boolean isBesideFree = (y > 0 && labels[i - width] == 0) || (x > 0 && labels[i - 1] == 0)
                        || (x < width - 1 && labels[i + 1] == 0) || (y < height - 1 && labels[i + width] == 0);
                if (isBesideFree && labels[i] > 0) {
                    front = n == front.length ? Arrays.copyOf(front, 2 * n) : front;
                    front[n++] = i;
                }
            }
        }
        for (int step = 0; step < REACH; step++) {
            int[] next = new int[Math.max(1, 4 * n)];
            int m = 0;
            for (int f = 0; f < n; f++) {
                for (int direction = 0; direction < 4; direction++) {
                    int i = neighbour(front[f], direction, width, height);
                    if (i >= 0 && labels[i] == 0) {
                        labels[i] = labels[front[f]];
                        next[m++] = i;
                    }
                }
            }
            front = next;
            n = m;
        }
    }

    /// The pixel above, to the left, to the right or below; -1 outside of the image.
    private static int neighbour(int i, int direction, int width, int height) {
        return switch (direction) {
            case 0 -> i < width ? -1 : i - width;
            case 1 -> i % width == 0 ? -1 : i - 1;
            case 2 -> i % width == width - 1 ? -1 : i + 1;
            default -> i / width == height - 1 ? -1 : i + width;
        };
    }
}
