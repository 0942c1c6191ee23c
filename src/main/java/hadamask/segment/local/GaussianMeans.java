package hadamask.segment.local;

import boofcv.factory.filter.kernel.FactoryKernelGaussian;
import boofcv.struct.convolve.Kernel1D_S32;
import hadamask.segment.plane.LevelMeans;
import hadamask.segment.plane.Quotient;
import java.util.Arrays;

/// Means of the square around each pixel, weighted by a Gaussian of whole numbers whose deviation follows from the radius as
/// BoofCV has it; rounded to the nearest, along rows and then along columns. They are those of BoofCV's `BlurImageOps`.
///
/// The weights are small numbers, from 1 at the end to 20 at most in the middle, so that their second differences are nearly all -1, 0 or 1. With
/// them the second differences of the sums are formed, without a product, and the sums are sums of sums of those:
///
///     weights               1  4  1            sums of   0 0 5 0 0
///     second differences    1  2 -6  2  1      are       0 5 20 5 0
///
/// Up to three lines are worked on at a time: their levels share a `long`, so far apart that the sums of products do not
/// reach each other. What is negative on the way borrows from the lane above and gives it back.
final class GaussianMeans implements LevelMeans {
    private static final int MAX_LANES = 3;
    /// Pairs of places that are added and taken away at a time.
    private static final int PAIRS = 4;

    /// Of the middle pixel and those beside it, to one side.
    private final long[] weights;
    private final int radius;
    /// Places, beside the one whose second difference is formed, whose levels are added, and as many that are taken away; one of weight 2 is there twice.
    private final int[] plus;
    private final int[] minus;
    /// How many places there are before that one.
    private final int before;
    /// The largest sum of products, and half of the weights.
    private final long largest;
    /// Lines in a `long`, and the bits of each.
    private final int lanes;
    private final int bits;

    /// @param radius how far the square reaches from its middle pixel, at least 1
    /// @param maxLevel the largest level
    GaussianMeans(int radius, int maxLevel) {
        Kernel1D_S32 kernel = FactoryKernelGaussian.gaussian(Kernel1D_S32.class, -1, radius);
        this.radius = radius;
        weights = new long[radius + 1];
        for (int i = 0; i <= radius; i++) {
            weights[i] = kernel.get(radius + i);
        }
        before = radius + 2;
        plus = places(1);
        minus = places(-1);
        long sum = kernel.computeSum();
        largest = maxLevel * sum + sum / 2;
        lanes = Math.clamp(Long.SIZE / (Long.SIZE - Long.numberOfLeadingZeros(largest)), 1, MAX_LANES);
        bits = Long.SIZE / lanes;
    }

    /// Places whose second difference has a sign, filled up to whole steps: there are as many of each sign, since all differences add up to 0.
    private int[] places(int sign) {
        int[] places = new int[0];
        for (int t = -before; t <= radius; t++) {
            long difference = weight(t) - 2 * weight(t + 1) + weight(t + 2);
            for (long i = 0; i < difference * sign; i++) {
                places = Arrays.copyOf(places, places.length + 1);
                places[places.length - 1] = t;
            }
        }
        return Arrays.copyOf(places, Math.ceilDiv(places.length, PAIRS) * PAIRS);
    }

    private long weight(int t) {
        return Math.abs(t) <= radius ? weights[Math.abs(t)] : 0;
    }

    @Override
    public void rows(char[] levels, int width, int first, int end, char[] means) {
        long[] sums = sums(width);
        Quotient[] quotients = quotients(sums);
        int start = radius + before; // of the levels: sums begin where the square first touches them
        long[] line = new long[start + width + radius];
        long[] products = new long[radius + width];
        for (int y = first; y < end; y += lanes) {
            int a = y * width;
            int b = Math.min(y + 1, end - 1) * width; // two lanes may have the same row: both find the same
            int c = Math.min(y + 2, end - 1) * width;
            pack(levels, a, b, c, width, line, start);
            Arrays.fill(products, 0);
            for (int i = 0; i < plus.length; i += PAIRS) {
                addAlong(line, i, products);
            }
            sumTwice(products);
            divide(products, sums, quotients, means, a, b, c);
        }
    }

    @Override
    public void columns(char[] levels, int width, int height, int from, int to, Taker taker) {
        int n = to - from;
        long[] sums = sums(height);
        Quotient[] quotients = quotients(sums);
        int packed = Math.ceilDiv(n, lanes);
        int b = lanes == 2 ? n - packed : Math.min(packed, n - packed); // two lanes may share columns
        int c = n - packed;
        long[] nothing = new long[packed];
        // The rows of the square: what is taken may be written over them.
        long[][] square = new long[before + radius + 1][];
        long[][] spare = new long[square.length][packed];
        Arrays.fill(square, nothing);
        char[] means = new char[n];
        long[] differences = new long[packed];
        long[] products = new long[packed];
        for (int y = -radius; y < height; y++) {
            int below = y + radius;
            int place = below % square.length;
            square[place] = nothing;
            if (below < height) {
                square[place] = spare[place];
                int at = below * width + from;
                pack(levels, at, at + b, at + c, packed, square[place], 0);
            }
            for (int i = 0; i < plus.length; i += PAIRS) {
                add(square, y, i, differences);
            }
            sum(differences, products);
            if (y >= 0) {
                divide(products, 0, 0, packed, sums[y], quotients[y], means, 0, b, c);
                taker.take(y, from, means);
            }
        }
    }

    /// Brings lines into lanes.
    private void pack(char[] levels, int a, int b, int c, int n, long[] line, int to) {
        if (lanes == MAX_LANES) {
            packThree(levels, a, b, c, n, line, to);
            return;
        }
        for (int x = 0; x < n; x++) {
            line[to + x] = lanes == 1 ? levels[a + x] : levels[a + x] | ((long) levels[b + x] << bits);
        }
    }

    private void packThree(char[] levels, int a, int b, int c, int n, long[] line, int to) {
        int shift = bits;
        int twice = 2 * bits;
        for (int x = 0; x < n; x++) {
            line[to + x] = levels[a + x] | ((long) levels[b + x] << shift) | ((long) levels[c + x] << twice);
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

    /// Adds some pairs to the second differences of a line.
    private void addAlong(long[] line, int pair, long[] differences) {
        int a0 = before + plus[pair];
        int b0 = before + minus[pair];
        int a1 = before + plus[pair + 1];
        int b1 = before + minus[pair + 1];
        int a2 = before + plus[pair + 2];
        int b2 = before + minus[pair + 2];
        int a3 = before + plus[pair + 3];
        int b3 = before + minus[pair + 3];
        for (int x = 0; x < differences.length; x++) {
            differences[x] += line[x + a0] - line[x + b0] + line[x + a1] - line[x + b1]
                    + (line[x + a2] - line[x + b2] + line[x + a3] - line[x + b3]);
        }
    }

    private static void sumTwice(long[] differences) {
        long difference = 0;
        long sum = 0;
        for (int x = 0; x < differences.length; x++) {
            difference += differences[x];
            sum += difference;
            differences[x] = sum;
        }
    }

    /// Adds some pairs to the differences of the sums of a row.
    private void add(long[][] square, int y, int pair, long[] differences) {
        int all = square.length;
        int at = y + all; // never below 0 with what is before
        add(square[(at + plus[pair]) % all], square[(at + minus[pair]) % all], square[(at + plus[pair + 1]) % all],
                square[(at + minus[pair + 1]) % all], differences);
        add(square[(at + plus[pair + 2]) % all], square[(at + minus[pair + 2]) % all],
                square[(at + plus[pair + 3]) % all], square[(at + minus[pair + 3]) % all], differences);
    }

    private static void add(long[] a0, long[] b0, long[] a1, long[] b1, long[] differences) {
        for (int x = 0; x < differences.length; x++) {
            differences[x] += a0[x] - b0[x] + a1[x] - b1[x];
        }
    }

    private static void sum(long[] differences, long[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += differences[x];
        }
    }

    /// Divides the sums of a line, which begin where the square first touches it.
    private void divide(long[] products, long[] sums, Quotient[] quotients, char[] means, int a, int b, int c) {
        int n = sums.length;
        int inner = Math.max(0, n - 2 * radius);
        int left = inner == 0 ? n : radius;
        for (int x = 0; x < n; x = x + 1 == left ? left + inner : x + 1) {
            divide(products, radius, x, 1, sums[x], quotients[x], means, a, b, c);
        }
        if (inner > 0) {
            divide(products, radius, left, inner, sums[left], quotients[left], means, a, b, c);
        }
    }

    /// @param skip places of the products before the first of the line
    /// @param from first place of the line, n how many there are
    /// @param a place of the first mean of the first lane; b and c those of the others
    private void divide(long[] products, int skip, int from, int n, long sum, Quotient quotient, char[] means, int a,
            int b, int c) {
        int end = from + n;
        if (largest > Integer.MAX_VALUE) {
            for (int x = from; x < end; x++) {
                means[a + x] = (char) ((products[skip + x] + sum / 2) / sum);
            }
        } else if (lanes == MAX_LANES) {
            divideThree(products, skip, from, end, sum / 2, quotient, means, a, b, c);
        } else {
            for (int x = from; x < end; x++) {
                long product = products[skip + x];
                means[a + x] = mean(lanes == 1 ? product : product & ((1L << bits) - 1), sum / 2, quotient);
                if (lanes == 2) {
                    means[b + x] = mean(product >>> bits, sum / 2, quotient);
                }
            }
        }
    }

    private static char mean(long product, long half, Quotient quotient) {
        return (char) (((product + half) * quotient.factor()) >>> quotient.shift());
    }

    private void divideThree(long[] products, int skip, int from, int end, long half, Quotient quotient, char[] means,
            int a, int b, int c) {
        long factor = quotient.factor();
        int down = quotient.shift();
        int shift = bits;
        long mask = (1L << bits) - 1;
        for (int x = from; x < end; x++) {
            long product = products[skip + x];
            means[a + x] = (char) ((((product & mask) + half) * factor) >>> down);
            product >>>= shift;
            means[b + x] = (char) ((((product & mask) + half) * factor) >>> down);
            means[c + x] = (char) ((((product >>> shift) + half) * factor) >>> down);
        }
    }
}
