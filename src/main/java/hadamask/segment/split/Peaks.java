package hadamask.segment.split;

/// The tops of a landscape that stand out by a depth: from each of them one has to go down at least that far to come to a
/// higher one, which is its dynamics (M. Grimaud, "A new measure of contrast: the dynamics", 1992). These are the maxima that
/// an h-maxima transform leaves.
///
/// The landscape is flooded from above: a pixel joins the basins of its neighbours that are already there. Where basins meet
/// whose lower top is less than the depth above the place, that top is none.
final class Peaks {
    private final int[] levels;
    private final Neighbours neighbours;
    private final int depth;
    /// A pixel nearer to the top of the basin, the top itself at the top; -1 for what is not reached yet.
    private final int[] parents;

    private Peaks(int[] levels, Neighbours neighbours, int depth) {
        this.levels = levels;
        this.neighbours = neighbours;
        this.depth = depth;
        parents = new int[levels.length];
        java.util.Arrays.fill(parents, -1);
    }

    /// Numbers the peaks.
    ///
    /// @param levels the height of each pixel; 0 for background
    /// @param depth at least 1
    /// @return 1, 2, ... at the first pixel of each peak, in the order of their places; 0 elsewhere
    static int[] of(int[] levels, Neighbours neighbours, int depth) {
        Peaks peaks = new Peaks(levels, neighbours, depth);
        for (int pixel : fromAbove(levels)) {
            peaks.add(pixel);
        }
        int[] numbers = peaks.parents;
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbers[i] == i ? ++count : 0;
        }
        return numbers;
    }

    /// The pixels that are not background from high to low; of equals, in the order of their places.
    private static int[] fromAbove(int[] levels) {
        int highest = 0;
        for (int level : levels) {
            highest = Math.max(highest, level);
        }
        int[] starts = new int[highest + 2];
        for (int level : levels) {
            starts[highest - level + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] sorted = new int[starts[highest]];
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] > 0) {
                sorted[starts[highest - levels[i]]++] = i;
            }
        }
        return sorted;
    }

    private void add(int pixel) {
        parents[pixel] = pixel;
        int top = pixel;
        for (int place = 0; place < neighbours.count(); place++) {
            int neighbour = neighbours.of(pixel, place);
            if (neighbour >= 0 && parents[neighbour] >= 0) {
                top = meet(top, top(neighbour), levels[pixel]);
            }
        }
    }

    /// Joins two basins that meet at a level, where the lower top does not stand out.
    ///
    /// @return the top of the higher basin
    private int meet(int a, int b, int level) {
        if (a == b) {
            return a;
        }
        boolean first = levels[a] > levels[b] || (levels[a] == levels[b] && a < b);
        int higher = first ? a : b;
        int lower = first ? b : a;
        if (levels[lower] - level < depth) {
            parents[lower] = higher;
        }
        return higher;
    }

    private int top(int pixel) {
        int at = pixel;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
