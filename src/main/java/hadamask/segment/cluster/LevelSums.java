package hadamask.segment.cluster;

import java.math.BigInteger;
import java.util.Arrays;

/// Sums over runs of the distinct grey levels of a histogram, exact: all are whole numbers.
///
/// The sum of squares about the mean of a run with n pixels, sum S and sum of squares Q is `(n Q - S^2) / n`. Its numerator
/// is formed in 128 bits, so nothing cancels, and only the last division rounds. Levels are counted from the middle of the
/// scale to keep Q within 63 bits for images of up to 950 million pixels. Where pixels have parts, n is their number, up to
/// 2^44 for 250 million pixels of 16 bits, and Q takes up to 77 bits: it is kept in 128. S stays within 61 bits.
///
/// Runs are half-open ranges `[from, end)` of places among the distinct levels.
final class LevelSums {
    private final int[] levels;
    private final int middle;
    private final long[] n;
    private final long[] s;
    private final long[] q;
    /// The upper 64 bits of Q.
    private final long[] qHigh;

    private LevelSums(int[] levels, int middle, long[] counts) {
        this.levels = levels;
        this.middle = middle;
        n = new long[levels.length + 1];
        s = new long[levels.length + 1];
        q = new long[levels.length + 1];
        qHigh = new long[levels.length + 1];
        for (int i = 0; i < levels.length; i++) {
            long count = counts[levels[i]];
            long x = (long) levels[i] - middle;
            n[i + 1] = n[i] + count;
            s[i + 1] = s[i] + count * x;
            long squares = count * (x * x);
            q[i + 1] = q[i] + squares;
            qHigh[i + 1] = qHigh[i] + Math.multiplyHigh(count, x * x)
                    + (Long.compareUnsigned(q[i + 1], squares) < 0 ? 1 : 0);
        }
    }

    static LevelSums of(GrayHistogram histogram) {
        return new LevelSums(histogram.distinctLevels(), histogram.maxLevel() / 2, histogram.counts());
    }

    /// The number of distinct levels.
    int size() {
        return levels.length;
    }

    /// A distinct level.
    int level(int i) {
        return levels[i];
    }

    /// The place of the first distinct level above a level.
    int indexAbove(int level) {
        int i = Arrays.binarySearch(levels, level);
        return i >= 0 ? i + 1 : -i - 1;
    }

    /// The bounds of the runs that end behind the given levels, as [#compareRuns(int[], int[])] takes them.
    ///
    /// @param lastLevels the last level of each run but the brightest, ascending
    int[] bounds(int[] lastLevels) {
        int[] bounds = new int[lastLevels.length + 2];
        for (int c = 0; c < lastLevels.length; c++) {
            bounds[c + 1] = indexAbove(lastLevels[c]);
        }
        bounds[lastLevels.length + 1] = size();
        return bounds;
    }

    long pixels(int from, int end) {
        return n[end] - n[from];
    }

    /// The mean level of a run; NaN for an empty one.
    double mean(int from, int end) {
        long pixels = pixels(from, end);
        // In whole numbers, so that nothing of the middle's offset is lost.
        return pixels == 0 ? Double.NaN : (s[end] - s[from] + middle * pixels) / (double) pixels;
    }

    /// The sum of squared differences of the levels of a run from their mean.
    double sumOfSquares(int from, int end) {
        long pixels = pixels(from, end);
        if (pixels == 0) {
            return 0;
        }
        long sum = s[end] - s[from];
        long squares = q[end] - q[from];
        long high = Math.unsignedMultiplyHigh(pixels, squares) + pixels * squaresHigh(from, end)
                - Math.multiplyHigh(sum, sum);
        long lowA = pixels * squares;
        long lowB = sum * sum;
        high -= Long.compareUnsigned(lowA, lowB) < 0 ? 1 : 0;
        return (high * 0x1p64 + unsigned(lowA - lowB)) / pixels;
    }

    /// The upper 64 bits of the sum of squares of a run.
    private long squaresHigh(int from, int end) {
        return qHigh[end] - qHigh[from] - (Long.compareUnsigned(q[end], q[from]) < 0 ? 1 : 0);
    }

    /// Which of two divisions into runs has the smaller sum of squares, exactly: negative when the first has.
    ///
    /// @param bounds the start of each run, and the end of the last
    int compareRuns(int[] bounds, int[] otherBounds) {
        BigInteger[] a = exactSumOfSquares(bounds);
        BigInteger[] b = exactSumOfSquares(otherBounds);
        return a[0].multiply(b[1]).compareTo(b[0].multiply(a[1]));
    }

    /// The sum of squares of all runs as a fraction, numerator and denominator.
    private BigInteger[] exactSumOfSquares(int[] bounds) {
        BigInteger top = BigInteger.ZERO;
        BigInteger bottom = BigInteger.ONE;
        for (int c = 0; c + 1 < bounds.length; c++) {
            if (bounds[c] == bounds[c + 1]) {
                continue; // a cluster that K-Means left empty
            }
            BigInteger pixels = BigInteger.valueOf(n[bounds[c + 1]] - n[bounds[c]]);
            BigInteger sum = BigInteger.valueOf(s[bounds[c + 1]] - s[bounds[c]]);
            BigInteger squares = squares(bounds[c], bounds[c + 1]);
            BigInteger run = squares.multiply(pixels).subtract(sum.multiply(sum)); // over `pixels`
            top = top.multiply(pixels).add(run.multiply(bottom));
            bottom = bottom.multiply(pixels);
        }
        return new BigInteger[]{top, bottom};
    }

    private BigInteger squares(int from, int end) {
        long low = q[end] - q[from];
        BigInteger upper = BigInteger.valueOf(2 * squaresHigh(from, end) + (low >>> 63)).shiftLeft(63);
        return upper.add(BigInteger.valueOf(low & Long.MAX_VALUE));
    }

    private static double unsigned(long bits) {
        return (bits >>> 1) * 2.0 + (bits & 1);
    }
}
