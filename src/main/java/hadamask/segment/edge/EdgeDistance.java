package hadamask.segment.edge;

import hadamask.image.Mask;
import hadamask.parallel.Workers;
import java.util.Arrays;

/// The exact Euclidean distance of pixels to the edge of a mask, as far as a reach; in pixels, positive inside of the mask.
///
/// The edge runs halfway between a pixel and the nearest one of the other side: the distance of a pixel is the one between
/// the two middles, less one half. Columns first, then rows, as in A. Rosenfeld, J. Pfaltz, "Sequential operations in digital
/// picture processing", Journal of the ACM 13, 1966, with squares instead of steps.
///
/// Memory: 1 byte per pixel.
final class EdgeDistance {
    /// The largest reach.
    static final int MAX_REACH = 254;
    private static final int FAR = 255;
    private static final int COLUMNS_PER_STRIPE = 128;
    /// Columns of a row that are passed over at once where no edge is near.
    private static final int CHUNK = 64;
    private static final byte[] ALL_FAR = new byte[COLUMNS_PER_STRIPE];

    static {
        Arrays.fill(ALL_FAR, (byte) FAR);
    }

    private final byte[] in;
    private final int width;
    private final int height;
    private final int reach;
    /// The distance to the nearest pixel of the other side in the same column, or [#FAR].
    private final byte[] columns;

    /// @param reach distances between middles of pixels that are told apart, from 1 to [#MAX_REACH]
    EdgeDistance(Mask mask, int reach) {
        if (reach < 1 || reach > MAX_REACH) {
            throw new IllegalArgumentException("a reach of " + reach);
        }
        in = mask.values();
        width = mask.width();
        height = mask.height();
        this.reach = reach;
        columns = new byte[in.length];
        Workers.current().inRanges(width, COLUMNS_PER_STRIPE, this::measureColumns);
    }

    private void measureColumns(int first, int end) {
        int n = end - first;
        Arrays.fill(columns, first, end, (byte) FAR);
        for (int y = 1; y < height; y++) {
            int from = y * width + first;
            if (isUnlike(from, from - width, n)) {
                for (int i = from; i < from + n; i++) {
                    columns[i] = (byte) (in[i] == in[i - width] ? farther(columns[i - width]) : 1);
                }
            } else {
                Arrays.fill(columns, from, from + n, (byte) FAR);
            }
        }
        for (int y = height - 2; y >= 0; y--) {
            int from = y * width + first;
            if (isUnlike(from, from + width, n)) {
                for (int i = from; i < from + n; i++) {
                    int below = in[i] == in[i + width] ? farther(columns[i + width]) : 1;
                    columns[i] = (byte) Math.min(columns[i] & 0xFF, below);
                }
            }
        }
    }

    /// Whether a stripe of a row learns something from the row beside it.
    private boolean isUnlike(int from, int beside, int n) {
        return !isFar(beside, n) || !Arrays.equals(in, from, from + n, in, beside, beside + n);
    }

    private boolean isFar(int from, int n) {
        return Arrays.equals(columns, from, from + n, ALL_FAR, 0, n);
    }

    private int farther(byte distance) {
        int next = (distance & 0xFF) + 1;
        return next > reach ? FAR : next;
    }

    /// The distances of one row.
    ///
    /// @param distances receives one per pixel: negative outside, and infinite where the edge is out of reach
    /// @return whether one of them is finite
    boolean row(int y, float[] distances) {
        int from = y * width;
        int done = 0; // columns before it have their distance
        for (int chunk = 0; chunk < width; chunk += CHUNK) {
            int end = Math.min(width, chunk + CHUNK);
            if (isPlain(from, chunk, end)) {
                continue;
            }
            for (int x = chunk; x < end; x++) {
                if (isNear(from, x)) {
                    int first = Math.max(done, x - reach);
                    fillFar(from, done, first, distances);
                    done = Math.min(width, Math.max(done, x + reach + 1));
                    for (int i = first; i < done; i++) {
                        distances[i] = signed(from, i);
                    }
                }
            }
        }
        fillFar(from, done, width, distances);
        return done > 0;
    }

    /// Whether no column of a part of a row is near an edge.
    private boolean isPlain(int from, int first, int end) {
        int left = from + Math.max(0, first - 1);
        int right = from + Math.min(width, end + 1);
        return isFar(from + first, end - first) && Arrays.equals(in, left, right - 1, in, left + 1, right);
    }

    private boolean isNear(int from, int x) {
        return columns[from + x] != (byte) FAR
                || (x > 0 && in[from + x] != in[from + x - 1])
                || (x + 1 < width && in[from + x] != in[from + x + 1]);
    }

    private void fillFar(int from, int first, int end, float[] distances) {
        for (int x = first; x < end; x++) {
            distances[x] = in[from + x] != 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
        }
    }

    private float signed(int from, int x) {
        byte side = in[from + x];
        int none = reach * reach + 1;
        int own = columns[from + x] & 0xFF;
        int best = own == FAR ? none : own * own;
        for (int k = 1; k * k < best; k++) {
            int square = k * k;
            if (x - k >= 0) {
                best = Math.min(best, square + square(from + x - k, side));
            }
            if (x + k < width) {
                best = Math.min(best, square + square(from + x + k, side));
            }
        }
        float distance = best < none ? (float) Math.sqrt(best) - 0.5f : Float.POSITIVE_INFINITY;
        return side != 0 ? distance : -distance;
    }

    /// The squared distance within a column to the nearest pixel that is not of a side.
    private int square(int i, byte side) {
        int distance = columns[i] & 0xFF;
        return in[i] == side ? distance * distance : 0;
    }
}
