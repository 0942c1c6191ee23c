package hadamask.segment.saliency;

import hadamask.segment.color.ReducedPicture;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The superpixels of a picture as a graph: their mean colours and places, which touch which, which touch the rim.
final class RegionGraph {
    private final int count;
    private final float[] lab;
    private final float[] places;
    private final boolean[] adjacent;
    private final Map<Side, boolean[]> onSide;

    private RegionGraph(int count) {
        this.count = count;
        lab = new float[3 * count];
        places = new float[2 * count];
        adjacent = new boolean[count * count];
        onSide = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            onSide.put(side, new boolean[count]);
        }
    }

    static RegionGraph of(ReducedPicture picture, Superpixels superpixels) {
        RegionGraph graph = new RegionGraph(superpixels.count());
        graph.average(picture, superpixels.labels());
        graph.markSides(picture.width(), picture.height(), superpixels.labels());
        graph.connect(picture.width(), picture.height(), superpixels.labels());
        return graph;
    }

    private void average(ReducedPicture picture, int[] labels) {
        double[] sums = new double[5 * count];
        int[] sizes = new int[count];
        int width = picture.width();
        int height = picture.height();
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                int r = labels[i];
                sizes[r]++;
                for (int c = 0; c < 3; c++) {
                    sums[5 * r + c] += picture.lab()[3 * i + c];
                }
                sums[5 * r + 3] += x;
                sums[5 * r + 4] += y;
            }
        }
        double longer = Math.max(width, height);
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < 3; c++) {
                lab[3 * r + c] = (float) (sums[5 * r + c] / sizes[r]);
            }
            places[2 * r] = (float) (sums[5 * r + 3] / sizes[r] / longer);
            places[2 * r + 1] = (float) (sums[5 * r + 4] / sizes[r] / longer);
        }
    }

    private void markSides(int width, int height, int[] labels) {
        onSide.forEach((side, on) -> {
            side.forEach(width, height, 1, i -> on[labels[i]] = true);
        });
    }

    private void connect(int width, int height, int[] labels) {
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (x < width - 1) {
                    touch(labels[i], labels[i + 1]);
                }
                if (y < height - 1) {
                    touch(labels[i], labels[i + width]);
                    if (x < width - 1) {
                        touch(labels[i], labels[i + width + 1]);
                        touch(labels[i + 1], labels[i + width]);
                    }
                }
            }
        }
    }

    private void touch(int a, int b) {
        if (a != b) {
            adjacent[a * count + b] = true;
            adjacent[b * count + a] = true;
        }
    }

    int count() {
        return count;
    }

    /// Whether two different regions touch, be it at a corner.
    boolean touches(int a, int b) {
        return adjacent[a * count + b];
    }

    /// The regions that touch one of the sides.
    boolean[] on(Set<Side> sides) {
        boolean[] on = new boolean[count];
        onSide.forEach((side, of) -> {
            if (sides.contains(side)) {
                for (int r = 0; r < count; r++) {
                    on[r] |= of[r];
                }
            }
        });
        return on;
    }

    /// The distance of the mean colours of two regions in Lab.
    float colorDistance(int a, int b) {
        float dl = lab[3 * a] - lab[3 * b];
        float da = lab[3 * a + 1] - lab[3 * b + 1];
        float db = lab[3 * a + 2] - lab[3 * b + 2];
        return (float) Math.sqrt(dl * dl + da * da + db * db);
    }

    /// The square of the distance of the centres of two regions, the longer side of the picture being 1.
    float squaredPlaceDistance(int a, int b) {
        float dx = places[2 * a] - places[2 * b];
        float dy = places[2 * a + 1] - places[2 * b + 1];
        return dx * dx + dy * dy;
    }

    /// The regions that are two steps apart at most; those on the named sides are neighbours of each other, too. Both papers
    /// over this graph link it so.
    ///
    /// @return `count * count` flags, symmetric, none on the diagonal
    boolean[] linked(Set<Side> sides) {
        boolean[] linked = adjacent.clone();
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                if (adjacent[a * count + b]) {
                    for (int c = 0; c < count; c++) {
                        linked[a * count + c] |= adjacent[b * count + c];
                    }
                }
            }
        }
        boolean[] rim = on(sides);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                linked[a * count + b] |= rim[a] && rim[b];
            }
            linked[a * count + a] = false;
        }
        return linked;
    }
}
