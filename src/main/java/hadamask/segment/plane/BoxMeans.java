package hadamask.segment.plane;

/// Means of the square around each pixel, in whole numbers, rounded to the nearest: along rows, and of the result along columns.
/// Outside of the image is nothing. They are those of BoofCV's `BlurImageOps`, for sums of whole numbers do not depend on their
/// order.
///
/// @param radius how far the square reaches from its middle pixel, at least 1
/// @param maxLevel the largest level
public record BoxMeans(int radius, int maxLevel) implements LevelMeans {
    private int side() {
        return 2 * radius + 1;
    }

    private Quotient byPixels(int pixels) {
        return Quotient.by(pixels, maxLevel * pixels + pixels / 2);
    }

    @Override
    public void rows(char[] levels, int width, int first, int end, char[] means) {
        char[] line = new char[width];
        int left = Math.min(radius, width);
        int right = Math.max(left, width - radius);
        Quotient bySide = byPixels(side());
        for (int y = first; y < end; y++) {
            int at = y * width;
            System.arraycopy(levels, at, line, 0, width);
            int total = 0;
            for (int x = 0; x < left; x++) {
                total += line[x];
            }
            total = edge(line, 0, left, total, means, at);
            total = inner(line, left, right, total, bySide, means, at);
            edge(line, right, width, total, means, at);
        }
    }

    /// Means around places from which the square reaches beyond the line.
    ///
    /// @param total of all that the square around the first of them has in front of its last place
    /// @return the same for the place behind them
    private int edge(char[] line, int from, int to, int total, char[] means, int at) {
        int sum = total;
        for (int x = from; x < to; x++) {
            int last = Math.min(x + radius, line.length - 1);
            int first = Math.max(x - radius, 0);
            sum += x + radius < line.length ? line[x + radius] : 0;
            int pixels = last - first + 1;
            means[at + x] = (char) ((sum + pixels / 2) / pixels);
            sum -= x >= radius ? line[x - radius] : 0;
        }
        return sum;
    }

    private int inner(char[] line, int from, int to, int total, Quotient bySide, char[] means, int at) {
        long factor = bySide.factor();
        int shift = bySide.shift();
        int sum = total;
        for (int x = from; x < to; x++) {
            sum += line[x + radius];
            means[at + x] = (char) (((sum + radius) * factor) >>> shift);
            sum -= line[x - radius];
        }
        return sum;
    }

    @Override
    public void columns(char[] levels, int width, int height, int from, int to, Taker taker) {
        int n = to - from;
        // The rows of the square: what is taken may be written over them.
        char[][] square = new char[Math.min(side(), height)][n];
        char[] nothing = new char[n];
        int[] totals = new int[n];
        for (int y = 0; y < Math.min(radius, height); y++) {
            char[] row = square[y % square.length];
            System.arraycopy(levels, y * width + from, row, 0, n);
            for (int x = 0; x < n; x++) {
                totals[x] += row[x];
            }
        }
        char[] means = new char[n];
        Quotient quotient = byPixels(side());
        int pixels = side();
        for (int y = 0; y < height; y++) {
            int here = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1;
            if (here != pixels) {
                pixels = here;
                quotient = byPixels(pixels);
            }
            char[] below = nothing;
            if (y + radius < height) {
                below = square[(y + radius) % square.length];
                System.arraycopy(levels, (y + radius) * width + from, below, 0, n);
            }
            char[] above = y >= radius ? square[(y - radius) % square.length] : nothing;
            move(totals, below, above, pixels / 2, quotient, means);
            taker.take(y, from, means);
        }
    }

    private static void move(int[] totals, char[] below, char[] above, int half, Quotient quotient, char[] means) {
        long factor = quotient.factor();
        int shift = quotient.shift();
        for (int x = 0; x < totals.length; x++) {
            int total = totals[x] + below[x];
            means[x] = (char) (((total + half) * factor) >>> shift);
            totals[x] = total - above[x];
        }
    }
}
