package hadamask.segment.saliency;

import hadamask.segment.color.ReducedPicture;
import java.util.Arrays;

/// A picture cut into some hundred connected regions of like colour and about equal size.
///
/// SLIC: K-Means of the pixels in L, a, b, x, y, where each centre looks at the square of twice its grid step only;
/// regions of less than a quarter of the usual area then join a neighbour. BoofCV's `SegmentSlic` does the same with an object
/// for each pixel and took 370 ms for 300 x 225 pixels, 600 ms at its first call, as long as a
/// whole picture may take; hence flat arrays here.
///
/// R. Achanta, A. Shaji, K. Smith, A. Lucchi, P. Fua, S. Süsstrunk, "SLIC superpixels compared to state-of-the-art
/// superpixel methods", IEEE Transactions on Pattern Analysis and Machine Intelligence 34, 2012: algorithm 1.
///
/// @param labels the region of each pixel, row by row, from 0; not copied
/// @param count the number of regions
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Superpixels(int[] labels, int count) {
    /// A step of the grid in place weighs as much as this difference of colour ("m" of the paper).
    private static final float COMPACTNESS = 20;
    private static final int ROUNDS = 5;

    /// @param wanted about how many regions, at least 1
    static Superpixels of(ReducedPicture picture, int wanted) {
        int width = picture.width();
        int height = picture.height();
        double step = Math.max(1, Math.sqrt(picture.size() / (double) wanted));
        int columns = (int) Math.max(1, Math.floor(width / step + 0.5));
        int rows = (int) Math.max(1, Math.floor(height / step + 0.5));
        float[] centres = grid(picture, columns, rows);
        int[] labels = new int[picture.size()];
        float[] nearest = new float[picture.size()];
        float perPlace = (float) (COMPACTNESS * COMPACTNESS / (step * step));
        for (int round = 0; round < ROUNDS; round++) {
            Arrays.fill(nearest, Float.POSITIVE_INFINITY);
            for (int c = 0; c < columns * rows; c++) {
                claim(picture, centres, c, (int) Math.ceil(step), perPlace, labels, nearest);
            }
            move(picture, labels, centres);
        }
        return connected(labels, width, height, (int) (step * step / 4));
    }

    /// Centres on a grid: L, a, b, x, y of each.
    private static float[] grid(ReducedPicture picture, int columns, int rows) {
        float[] centres = new float[5 * columns * rows];
        for (int row = 0, c = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, c += 5) {
                int x = (2 * column + 1) * picture.width() / (2 * columns);
                int y = (2 * row + 1) * picture.height() / (2 * rows);
                System.arraycopy(picture.lab(), 3 * (y * picture.width() + x), centres, c, 3);
                centres[c + 3] = x;
                centres[c + 4] = y;
            }
        }
        return centres;
    }

    /// Gives a centre the pixels around it that have no nearer one.
    private static void claim(ReducedPicture picture, float[] centres, int centre, int reach, float perPlace,
            int[] labels, float[] nearest) {
        int c = 5 * centre;
        float cl = centres[c];
        float ca = centres[c + 1];
        float cb = centres[c + 2];
        float cx = centres[c + 3];
        float cy = centres[c + 4];
        int left = Math.max(0, (int) cx - reach);
        int right = Math.min(picture.width() - 1, (int) cx + reach);
        int bottom = Math.min(picture.height() - 1, (int) cy + reach);
        float[] lab = picture.lab();
        for (int y = Math.max(0, (int) cy - reach); y <= bottom; y++) {
            float dy = (y - cy) * (y - cy);
            for (int x = left, i = y * picture.width() + left, p = 3 * i; x <= right; x++, i++, p += 3) {
                float dl = lab[p] - cl;
                float da = lab[p + 1] - ca;
                float db = lab[p + 2] - cb;
                float distance = dl * dl + da * da + db * db + perPlace * ((x - cx) * (x - cx) + dy);
                if (distance < nearest[i]) {
                    nearest[i] = distance;
                    labels[i] = centre;
                }
            }
        }
    }

    /// Moves each centre to the mean of its pixels; one without any stays.
    private static void move(ReducedPicture picture, int[] labels, float[] centres) {
        double[] sums = new double[centres.length];
        int[] counts = new int[centres.length / 5];
        float[] lab = picture.lab();
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, i++) {
                int c = 5 * labels[i];
                counts[labels[i]]++;
                sums[c] += lab[3 * i];
                sums[c + 1] += lab[3 * i + 1];
                sums[c + 2] += lab[3 * i + 2];
                sums[c + 3] += x;
                sums[c + 4] += y;
            }
        }
        for (int c = 0; c < centres.length; c++) {
            if (counts[c / 5] > 0) {
                centres[c] = (float) (sums[c] / counts[c / 5]);
            }
        }
    }

    /// Numbers the connected regions; a small one gets the number of the region before its first pixel.
    private static Superpixels connected(int[] labels, int width, int height, int least) {
        int[] regions = new int[labels.length];
        Arrays.fill(regions, -1);
        int[] members = new int[labels.length];
        int count = 0;
        for (int start = 0; start < labels.length; start++) {
            if (regions[start] >= 0) {
                continue;
            }
            int before = start % width > 0 ? regions[start - 1] : start >= width ? regions[start - width] : -1;
            int size = flood(labels, width, height, start, count, regions, members);
            if (size < least && before >= 0) {
                for (int i = 0; i < size; i++) {
                    regions[members[i]] = before;
                }
            } else {
                count++;
            }
        }
        return new Superpixels(regions, count);
    }

    private static int flood(int[] labels, int width, int height, int start, int region, int[] regions,
            int[] members) {
        int label = labels[start];
        int size = 1;
        members[0] = start;
        regions[start] = region;
        for (int done = 0; done < size; done++) {
            int i = members[done];
            int x = i % width;
            for (int side = 0; side < 4; side++) {
                boolean inside = switch (side) {
                    case 0 -> x > 0;
                    case 1 -> x < width - 1;
                    case 2 -> i >= width;
                    default -> i < (height - 1) * width;
                };
                int n = i + (side == 0 ? -1 : side == 1 ? 1 : side == 2 ? -width : width);
                if (inside && regions[n] < 0 && labels[n] == label) {
                    regions[n] = region;
                    members[size++] = n;
                }
            }
        }
        return size;
    }
}
