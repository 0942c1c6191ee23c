package hadamask.segment.split;

import hadamask.segment.refine.Connectivity;

/// The pixels that touch a pixel, in a fixed order: sides first, then corners.
final class Neighbours {
    private static final int[] RIGHT = {0, -1, 1, 0, -1, 1, -1, 1};
    private static final int[] DOWN = {-1, 0, 0, 1, -1, -1, 1, 1};

    private final int width;
    private final int height;
    private final int count;

    Neighbours(int width, int height, Connectivity connectivity) {
        this.width = width;
        this.height = height;
        count = connectivity == Connectivity.FOUR ? 4 : 8;
    }

    /// How many there are, also of a pixel on the border.
    int count() {
        return count;
    }

    /// The pixel at a place among the neighbours of a pixel; -1 where that is outside of the image.
    int of(int pixel, int place) {
        int x = pixel % width + RIGHT[place];
        int y = pixel / width + DOWN[place];
        return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
    }
}
