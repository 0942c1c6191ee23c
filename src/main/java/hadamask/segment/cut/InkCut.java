package hadamask.segment.cut;

import hadamask.parallel.Workers;

/// Finds ink on paper: the minimum cut between what the Laplacian takes for strokes and the paper around.
///
/// A pixel leans to ink by how much darker it is than its neighbours, whatever the light: by the Laplacian of the smoothed grey. To part
/// two neighbours costs a constant, but nothing where an edge runs between them, on whose darker pixel it was found. So the noise of
/// paper makes no ink, and wide strokes are filled. Pixels that cannot be ink are paper.
///
/// N. R. Howe, "Document binarization with automatic parameter tuning", International Journal on Document Analysis and Recognition 16,
/// 2013; with constants in place of the tuning.
///
/// The page is cut in tiles that overlap, so that memory does not grow with it. Greys count from 0 to 255, whatever the depth.
///
/// Memory: 1 byte per pixel, and up to 30 MB for each thread.
public final class InkCut {
    /// What it costs to part two neighbours of which none is on an edge.
    private static final double COST = 250;
    private static final float LOW = 30;
    private static final float HIGH = 80;
    /// Of the smoothing, in pixels.
    private static final double DEVIATION = 0.6;
    private static final int REACH = 2;
    private static final float[] KERNEL = kernel();

    /// The side of what a tile decides, at most.
    private static final int TILE = 448;
    /// How far a tile looks beyond.
    private static final int MARGIN = 32;
    /// Costs are whole numbers of this part.
    private static final int UNITS = 64;
    private static final int PAPER = -GridCut.LARGEST / 4;

    private final char[] levels;
    private final int width;
    private final int height;
    private final float unit;
    private final byte[] possible;
    private final byte[] ink;

    private InkCut(char[] levels, int width, int height, int maxLevel, byte[] possible) {
        this.levels = levels;
        this.width = width;
        this.height = height;
        this.possible = possible;
        unit = 255f / maxLevel;
        ink = new byte[levels.length];
    }

    /// The ink of a page.
    ///
    /// @param levels `width * height` greys, row by row
    /// @param maxLevel the largest grey there can be
    /// @param possible 0 where a pixel is paper in any case
    /// @return 1 where ink is, 0 where paper is
    public static byte[] ink(char[] levels, int width, int height, int maxLevel, byte[] possible) {
        InkCut cut = new InkCut(levels, width, height, maxLevel, possible);
        int across = Math.ceilDiv(width, TILE);
        int down = Math.ceilDiv(height, TILE);
        Workers.current().inAnyOrder(across * down, i -> cut.tile(i % across, across, i / across, down));
        return cut.ink;
    }

    private void tile(int column, int columns, int row, int rows) {
        int fromX = (int) ((long) width * column / columns);
        int fromY = (int) ((long) height * row / rows);
        int toX = (int) ((long) width * (column + 1) / columns);
        int toY = (int) ((long) height * (row + 1) / rows);
        int left = Math.max(0, fromX - MARGIN);
        int top = Math.max(0, fromY - MARGIN);
        int across = Math.min(width, toX + MARGIN) - left;
        byte[] found = cut(left, top, across, Math.min(height, toY + MARGIN) - top);
        for (int y = fromY; y < toY; y++) {
            System.arraycopy(found, (y - top) * across + fromX - left, ink, y * width + fromX, toX - fromX);
        }
    }

    private byte[] cut(int left, int top, int across, int down) {
        float[] gray = smooth(grays(left, top, across, down), across, down);
        byte[] edges = CannyEdges.of(gray, across, down, LOW, HIGH);
        GridCut grid = new GridCut(across, down);
        int cost = (int) (COST * UNITS);
        for (int y = 0, i = 0; y < down; y++) {
            int up = y > 0 ? across : 0;
            int under = y < down - 1 ? across : 0;
            for (int x = 0; x < across; x++, i++) {
                int back = x > 0 ? 1 : 0;
                int next = x < across - 1 ? 1 : 0;
                float laplacian = gray[i - up] + gray[i + under] + gray[i - back] + gray[i + next] - 4 * gray[i];
                grid.lean(x, y, possible[(top + y) * width + left + x] == 0
                        ? PAPER
                        : Math.round(2 * UNITS * laplacian));
                if (next > 0 && !isEdge(edges, gray, i, i + 1)) {
                    grid.join(x, y, GridCut.EAST, cost);
                }
                if (under > 0 && !isEdge(edges, gray, i, i + across)) {
                    grid.join(x, y, GridCut.SOUTH, cost);
                }
            }
        }
        return grid.solve();
    }

    /// Whether an edge runs between two pixels: it is found on the darker one.
    private static boolean isEdge(byte[] edges, float[] gray, int i, int j) {
        return (edges[i] != 0 && gray[i] < gray[j]) || (edges[j] != 0 && gray[j] < gray[i]);
    }

    private float[] grays(int left, int top, int across, int down) {
        float[] grays = new float[across * down];
        for (int y = 0, i = 0; y < down; y++) {
            for (int x = 0, from = (top + y) * width + left; x < across; x++, i++) {
                grays[i] = levels[from + x] * unit;
            }
        }
        return grays;
    }

    private static float[] kernel() {
        float[] kernel = new float[2 * REACH + 1];
        double sum = 0;
        for (int i = -REACH; i <= REACH; i++) {
            sum += weight(i);
        }
        for (int i = -REACH; i <= REACH; i++) {
            kernel[REACH + i] = (float) (weight(i) / sum);
        }
        return kernel;
    }

    private static double weight(int distance) {
        return StrictMath.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
    }

    /// Smoothed along rows and columns; outside is as the rim.
    private static float[] smooth(float[] grays, int across, int down) {
        float[] rows = new float[grays.length];
        for (int y = 0, i = 0; y < down; y++) {
            for (int x = 0; x < across; x++, i++) {
                float sum = 0;
                for (int k = -REACH; k <= REACH; k++) {
                    sum += KERNEL[REACH + k] * grays[y * across + Math.clamp(x + k, 0, across - 1)];
                }
                rows[i] = sum;
            }
        }
        float[] all = new float[grays.length];
        for (int y = 0; y < down; y++) {
            for (int k = -REACH; k <= REACH; k++) {
                int from = Math.clamp(y + k, 0, down - 1) * across;
                for (int x = 0; x < across; x++) {
                    all[y * across + x] += KERNEL[REACH + k] * rows[from + x];
                }
            }
        }
        return all;
    }
}
