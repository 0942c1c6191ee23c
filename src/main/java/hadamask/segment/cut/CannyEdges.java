package hadamask.segment.cut;

/// Where grey changes most: the edges of a picture, a pixel wide.
///
/// The slope is that of Sobel's two masks, which are four times the change over a pixel; a pixel is on a ridge where its slope is the largest across the edge. Ridges steeper
/// than `high` are edges, and so are those steeper than `low` that are joined to them. J. Canny, "A computational approach to edge
/// detection", IEEE Transactions on Pattern Analysis and Machine Intelligence 8, 1986.
final class CannyEdges {
    private static final byte EDGE = 1;
    private static final byte CANDIDATE = 2;
    /// The tangent of 22.5 degrees, up to which a slope counts as level.
    private static final float LEVEL = 0.41421357f;

    /// Slopes of which the smaller is at least this part of the larger are alike: then noise decides.
    private static final float ALIKE = 0.95f;

    private final int width;
    private final int height;
    private final float[] gray;
    private final float[] right;
    private final float[] down;
    private final float[] slope;

    private CannyEdges(float[] gray, int width, int height) {
        this.width = width;
        this.height = height;
        this.gray = gray;
        right = new float[gray.length];
        down = new float[gray.length];
        slope = new float[gray.length];
    }

    /// 1 on an edge, 0 elsewhere; there are none on the rim.
    ///
    /// @param gray smoothed, row by row
    static byte[] of(float[] gray, int width, int height, float low, float high) {
        CannyEdges edges = new CannyEdges(gray, width, height);
        for (int y = 1; y < height - 1; y++) {
            edges.slopes(y * width);
        }
        return edges.joined(low, high);
    }

    private void slopes(int row) {
        for (int i = row + 1; i < row + width - 1; i++) {
            float falling = gray[i + width + 1] - gray[i - width - 1];
            float rising = gray[i - width + 1] - gray[i + width - 1];
            right[i] = falling + rising + 2 * (gray[i + 1] - gray[i - 1]);
            down[i] = falling - rising + 2 * (gray[i + width] - gray[i - width]);
            slope[i] = (float) Math.sqrt(right[i] * right[i] + down[i] * down[i]);
        }
    }

    private byte[] joined(float low, float high) {
        byte[] edges = new byte[slope.length];
        NodeQueue steep = new NodeQueue(slope.length);
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1, i = y * width + 1; x < width - 1; x++, i++) {
                if (slope[i] > low && isRidge(i)) {
                    edges[i] = CANDIDATE;
                    if (slope[i] > high) {
                        edges[i] = EDGE;
                        steep.addLast(i);
                    }
                }
            }
        }
        while (!steep.isEmpty()) {
            int at = steep.takeFirst();
            for (int y = -1; y <= 1; y++) {
                for (int i = at + y * width - 1; i <= at + y * width + 1; i++) {
                    if (edges[i] == CANDIDATE) {
                        edges[i] = EDGE;
                        steep.addLast(i);
                    }
                }
            }
        }
        for (int i = 0; i < edges.length; i++) {
            edges[i] &= EDGE;
        }
        return edges;
    }

    /// Of two pixels between which the grey leaps, both of about one slope, it is the darker one.
    private boolean isRidge(int i) {
        float across = Math.abs(right[i]);
        float along = Math.abs(down[i]);
        int step;
        boolean isBright; // what lies a step ahead
        if (along < LEVEL * across) {
            step = 1;
            isBright = right[i] > 0;
        } else {
            step = across < LEVEL * along ? width : right[i] * down[i] > 0 ? width + 1 : width - 1;
            isBright = down[i] > 0;
        }
        float brighter = slope[isBright ? i + step : i - step];
        float darker = slope[isBright ? i - step : i + step];
        return slope[i] >= ALIKE * brighter && ALIKE * slope[i] > darker;
    }
}
