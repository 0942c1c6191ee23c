package hadamask.segment.saliency;

/// Morphological opening and closing by reconstruction: flat objects, sharp edges.
///
/// An opening by reconstruction erodes a map and lets what is left grow back under the map: bright spots that no square
/// of side `2 radius + 1` fits into go, all else keeps its edge. A closing does the same to dark spots.
///
/// L. Vincent, "Morphological grayscale reconstruction in image analysis", IEEE Transactions on Image Processing 2, 1993:
/// the hybrid algorithm, two raster scans and a queue, with 8 neighbours.
final class Reconstruction {
    private final int width;
    private final int height;

    Reconstruction(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /// The opening by reconstruction.
    ///
    /// @param map not changed
    float[] open(float[] map, int radius) {
        float[] marker = eroded(map, radius);
        grow(marker, map);
        return marker;
    }

    /// The closing by reconstruction: the opening of the map turned over.
    float[] close(float[] map, int radius) {
        float[] opened = open(negated(map), radius);
        return negated(opened);
    }

    private static float[] negated(float[] map) {
        float[] negative = new float[map.length];
        for (int i = 0; i < map.length; i++) {
            negative[i] = -map[i];
        }
        return negative;
    }

    private float[] eroded(float[] map, int radius) {
        float[] along = new float[map.length];
        for (int y = 0; y < height; y++) {
            slidingMinimum(map, along, y * width, 1, width, radius);
        }
        float[] result = new float[map.length];
        for (int x = 0; x < width; x++) {
            slidingMinimum(along, result, x, width, height, radius);
        }
        return result;
    }

    /// The minimum within `radius` places of each place of a row or column, by a queue of the places that can still be the
    /// least.
    private static void slidingMinimum(float[] from, float[] to, int first, int step, int length, int radius) {
        int[] queue = new int[length];
        int head = 0;
        int tail = 0;
        for (int i = 0; i < length + radius; i++) {
            if (i < length) {
                float value = from[first + i * step];
                while (tail > head && from[first + queue[tail - 1] * step] >= value) {
                    tail--;
                }
                queue[tail++] = i;
            }
            int centre = i - radius;
            if (centre >= 0) {
                while (queue[head] < centre - radius) {
                    head++;
                }
                to[first + centre * step] = from[first + queue[head] * step];
            }
        }
    }

    /// Lets the marker grow to the largest map that is nowhere above the mask and has no hill the marker has not.
    private void grow(float[] marker, float[] mask) {
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                marker[i] = lower(highestBefore(marker, i, x, y), mask[i]);
            }
        }
        int[] queue = new int[marker.length + 1];
        boolean[] queued = new boolean[marker.length];
        int tail = 0;
        for (int y = height - 1, i = marker.length - 1; y >= 0; y--) {
            for (int x = width - 1; x >= 0; x--, i--) {
                marker[i] = lower(highestAfter(marker, i, x, y), mask[i]);
                if (canFlow(marker, mask, i, x, y)) {
                    queue[tail++] = i;
                    queued[i] = true;
                }
            }
        }
        spread(marker, mask, queue, queued, tail);
    }

    // The first compiler puts these in place; Math.max and Math.min of floats it calls.

    private static float higher(float a, float b) {
        return a > b ? a : b;
    }

    private static float lower(float a, float b) {
        return a < b ? a : b;
    }

    private float highestBefore(float[] marker, int i, int x, int y) {
        float high = marker[i];
        if (x > 0) {
            high = higher(high, marker[i - 1]);
        }
        if (y > 0) {
            high = higher(high, marker[i - width]);
            if (x > 0) {
                high = higher(high, marker[i - width - 1]);
            }
            if (x < width - 1) {
                high = higher(high, marker[i - width + 1]);
            }
        }
        return high;
    }

    private float highestAfter(float[] marker, int i, int x, int y) {
        float high = marker[i];
        if (x < width - 1) {
            high = higher(high, marker[i + 1]);
        }
        if (y < height - 1) {
            high = higher(high, marker[i + width]);
            if (x > 0) {
                high = higher(high, marker[i + width - 1]);
            }
            if (x < width - 1) {
                high = higher(high, marker[i + width + 1]);
            }
        }
        return high;
    }

    private boolean canFlow(float[] marker, float[] mask, int i, int x, int y) {
        return (x < width - 1 && isBelow(marker, mask, i + 1, marker[i]))
                || (y < height - 1 && (isBelow(marker, mask, i + width, marker[i])
                        || (x > 0 && isBelow(marker, mask, i + width - 1, marker[i]))
                        || (x < width - 1 && isBelow(marker, mask, i + width + 1, marker[i]))));
    }

    private static boolean isBelow(float[] marker, float[] mask, int i, float level) {
        return marker[i] < level && marker[i] < mask[i];
    }

    /// Follows the fronts that still move, first in, first out; the queue is a ring.
    private void spread(float[] marker, float[] mask, int[] queue, boolean[] queued, int last) {
        int head = 0;
        int tail = last;
        while (head != tail) {
            int i = queue[head];
            head = head + 1 == queue.length ? 0 : head + 1;
            queued[i] = false;
            int x = i % width;
            int y = i / width;
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int n = ny * width + nx;
                    if (isBelow(marker, mask, n, marker[i])) {
                        marker[n] = lower(marker[i], mask[n]);
                        if (!queued[n]) {
                            queue[tail] = n;
                            tail = tail + 1 == queue.length ? 0 : tail + 1;
                            queued[n] = true;
                        }
                    }
                }
            }
        }
    }

}
