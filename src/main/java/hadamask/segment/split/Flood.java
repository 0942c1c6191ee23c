package hadamask.segment.split;

/// A watershed that starts at peaks: from them labels spread to the neighbours, the highest first, of equals the one that was
/// reached first, until all that is not background has one.
///
/// F. Meyer, "Un algorithme optimal pour la ligne de partage des eaux" (1991), without lines. A bucket per level keeps the
/// pixels that wait, so time grows with the pixels.
final class Flood {
    private static final int NONE = -1;

    private final int[] levels;
    private final int[] labels;
    private final Neighbours neighbours;
    /// Of each level the first and the last pixel that wait, and behind each pixel the next.
    private final int[] heads;
    private final int[] tails;
    private final int[] next;
    private int level;

    private Flood(int[] levels, int[] labels, Neighbours neighbours) {
        this.levels = levels;
        this.labels = labels;
        this.neighbours = neighbours;
        for (int height : levels) {
            level = Math.max(level, height);
        }
        heads = new int[level + 1];
        tails = new int[level + 1];
        java.util.Arrays.fill(heads, NONE);
        next = new int[levels.length];
    }

    /// Spreads the labels.
    ///
    /// @param levels the height of each pixel; 0 for background
    /// @param labels the labels at the peaks, 0 elsewhere; filled
    static void fill(int[] levels, int[] labels, Neighbours neighbours) {
        Flood flood = new Flood(levels, labels, neighbours);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0) {
                flood.put(i);
            }
        }
        flood.run();
    }

    private void put(int pixel) {
        int bucket = Math.min(level, levels[pixel]);
        next[pixel] = NONE;
        if (heads[bucket] == NONE) {
            heads[bucket] = pixel;
        } else {
            next[tails[bucket]] = pixel;
        }
        tails[bucket] = pixel;
    }

    private void run() {
        while (level > 0) {
            int pixel = heads[level];
            if (pixel == NONE) {
                level--;
                continue;
            }
            heads[level] = next[pixel];
            for (int place = 0; place < neighbours.count(); place++) {
                int neighbour = neighbours.of(pixel, place);
                if (neighbour >= 0 && levels[neighbour] > 0 && labels[neighbour] == 0) {
                    labels[neighbour] = labels[pixel];
                    put(neighbour);
                }
            }
        }
    }
}
