package hadamask.segment;

import boofcv.factory.filter.kernel.FactoryKernelGaussian;
import boofcv.struct.convolve.Kernel1D_S32;
import java.util.Arrays;

/// Means of the square around each pixel, weighted by a Gaussian of whole numbers whose deviation follows from the radius as
/// BoofCV has it; rounded to the nearest, along rows and then along columns. They are those of BoofCV's `BlurImageOps`.
///
/// Up to three lines are worked on at a time: their levels share a `long`, so far apart that the sums of products do not
/// reach each other.
final class GaussianMeans implements LevelMeans {
    private static final int MAX_LANES = 3;
    /// Weights that are applied at a time.
    private static final int TAPS = 4;

    /// Of the middle pixel and those beside it, to one side.
    private final long[] weights;
    private final int radius;
    /// The largest sum of products, and half of the weights.
    private final long largest;
    /// Lines in a `long`, and the bits of each.
    private final int lanes;
    private final int bits;

    /// @param radius how far the square reaches from its middle pixel, at least 1
    /// @param maxLevel the largest level
    GaussianMeans(int radius, int maxLevel) {
        Kernel1D_S32 kernel = FactoryKernelGaussian.gaussian(Kernel1D_S32.class, -1, radius);
        this.radius = Math.ceilDiv(radius, TAPS) * TAPS; // with weights of nothing at the end
        weights = new long[this.radius + 1];
        for (int i = 0; i <= radius; i++) {
            weights[i] = kernel.get(radius + i);
        }
        long sum = kernel.computeSum();
        largest = maxLevel * sum + sum / 2;
        lanes = Math.clamp(Long.SIZE / (Long.SIZE - Long.numberOfLeadingZeros(largest)), 1, MAX_LANES);
        bits = Long.SIZE / lanes;
    }

    @Override
    public void rows(char[] levels, int width, int first, int end, char[] means) {
        long[] sums = sums(width);
        Quotient[] quotients = quotients(sums);
        long[] line = new long[width + 2 * radius];
        long[] products = new long[width];
        for (int y = first; y < end; y += lanes) {
            int n = Math.min(lanes, end - y);
            Arrays.fill(line, 0);
            for (int lane = 0; lane < n; lane++) {
                put(levels, (y + lane) * width, width, lane, line, radius);
            }
            for (int x = 0; x < width; x++) {
                products[x] = weights[0] * line[x + radius];
            }
            for (int tap = 1; tap <= radius; tap += TAPS) {
                addAlong(line, tap, products);
            }
            for (int lane = 0; lane < n; lane++) {
                divide(products, lane, sums, quotients, means, (y + lane) * width);
            }
        }
    }

    @Override
    public void columns(char[] levels, int width, int height, int from, int to, Taker taker) {
        int n = to - from;
        long[] sums = sums(height);
        Quotient[] quotients = quotients(sums);
        int packed = Math.ceilDiv(n, lanes);
        long[] nothing = new long[packed];
        // The rows of the square: what is taken may be written over them.
        long[][] square = new long[2 * radius + 1][];
        long[][] spare = new long[square.length][packed];
        Arrays.fill(square, nothing);
        char[] means = new char[n];
        long[] products = new long[packed];
        for (int y = -radius; y < height; y++) {
            int below = y + radius;
            int place = below % square.length;
            square[place] = nothing;
            if (below < height) {
                square[place] = spare[place];
                Arrays.fill(spare[place], 0);
                for (int lane = 0; lane < lanes; lane++) {
                    int first = Math.min(lane * packed, n);
                    put(levels, below * width + from + first, Math.min(packed, n - first), lane, square[place], 0);
                }
            }
            if (y >= 0) {
                multiply(square, y, products);
                for (int lane = 0; lane < lanes; lane++) {
                    int first = Math.min(lane * packed, n);
                    divide(products, lane, sums[y], quotients[y], means, first, Math.min(packed, n - first));
                }
                taker.take(y, from, means);
            }
        }
    }

    /// Brings a line into a lane.
    private void put(char[] levels, int at, int n, int lane, long[] line, int to) {
        int shift = lane * bits;
        for (int x = 0; x < n; x++) {
            line[to + x] |= (long) levels[at + x] << shift;
        }
    }

    /// The sums of the weights that meet a line, for each of its places.
    private long[] sums(int length) {
        long[] cumulative = weights.clone();
        for (int i = 1; i <= radius; i++) {
            cumulative[i] += cumulative[i - 1];
        }
        long[] sums = new long[length];
        for (int x = 0; x < length; x++) {
            sums[x] = cumulative[Math.min(x, radius)] + cumulative[Math.min(length - 1 - x, radius)] - weights[0];
        }
        return sums;
    }

    private Quotient[] quotients(long[] sums) {
        Quotient[] quotients = new Quotient[sums.length];
        for (int x = 0; x < sums.length; x++) {
            quotients[x] = x > 0 && sums[x] == sums[x - 1]
                    ? quotients[x - 1]
                    : Quotient.by((int) sums[x], (int) Math.min(largest, Integer.MAX_VALUE));
        }
        return quotients;
    }

    private void addAlong(long[] line, int tap, long[] products) {
        long w0 = weights[tap];
        long w1 = weights[tap + 1];
        long w2 = weights[tap + 2];
        long w3 = weights[tap + 3];
        int left = radius - tap;
        int right = radius + tap;
        for (int x = 0; x < products.length; x++) {
            products[x] += w0 * (line[x + right] + line[x + left]) + w1 * (line[x + right + 1] + line[x + left - 1])
                    + w2 * (line[x + right + 2] + line[x + left - 2]) + w3 * (line[x + right + 3] + line[x + left - 3]);
        }
    }

    private void multiply(long[][] square, int y, long[] products) {
        long[] middle = square[y % square.length];
        for (int x = 0; x < products.length; x++) {
            products[x] = weights[0] * middle[x];
        }
        for (int tap = 1; tap <= radius; tap += TAPS) {
            int above = y + square.length - tap;
            int below = y + tap;
            add(weights[tap], square[above % square.length], square[below % square.length], weights[tap + 1],
                    square[(above - 1) % square.length], square[(below + 1) % square.length], products);
            add(weights[tap + 2], square[(above - 2) % square.length], square[(below + 2) % square.length],
                    weights[tap + 3], square[(above - 3) % square.length], square[(below + 3) % square.length],
                    products);
        }
    }

    private static void add(long w0, long[] a0, long[] b0, long w1, long[] a1, long[] b1, long[] products) {
        for (int x = 0; x < products.length; x++) {
            products[x] += w0 * (a0[x] + b0[x]) + w1 * (a1[x] + b1[x]);
        }
    }

    private void divide(long[] products, int lane, long[] sums, Quotient[] quotients, char[] means, int to) {
        int n = products.length;
        int inner = Math.max(0, n - 2 * radius);
        int left = inner == 0 ? n : radius;
        for (int x = 0; x < n; x = x + 1 == left ? left + inner : x + 1) {
            divide(products, x, 1, lane, sums[x], quotients[x], means, to + x);
        }
        if (inner > 0) {
            divide(products, left, inner, lane, sums[left], quotients[left], means, to + left);
        }
    }

    private void divide(long[] products, int lane, long sum, Quotient quotient, char[] means, int to, int n) {
        divide(products, 0, n, lane, sum, quotient, means, to);
    }

    private void divide(long[] products, int from, int n, int lane, long sum, Quotient quotient, char[] means, int to) {
        int shift = lane * bits;
        long half = sum / 2;
        if (largest > Integer.MAX_VALUE) {
            for (int x = 0; x < n; x++) {
                means[to + x] = (char) ((products[from + x] + half) / sum);
            }
            return;
        }
        long mask = bits == Long.SIZE ? -1 : (1L << bits) - 1;
        long factor = quotient.factor();
        int down = quotient.shift();
        for (int x = 0; x < n; x++) {
            means[to + x] = (char) (((((products[from + x] >>> shift) & mask) + half) * factor) >>> down);
        }
    }
}
