package hadamask.segment.cut;

import java.util.Arrays;

/// Small islands of a mask dropped, small holes filled, unless a hint stands on them.
final class Islands {
    /// Islands with less than this part of the largest one's pixels are dropped.
    private static final double SMALLEST_ISLAND = 0.2;
    /// Holes with more than this part of the mask's pixels stay.
    private static final double LARGEST_HOLE = 0.02;

    private final int width;
    private final int height;
    private final int[] members;

    Islands(int width, int height) {
        this.width = width;
        this.height = height;
        members = new int[width * height];
    }

    /// Drops islands below a fifth of the largest, and fills holes up to a 50th of the mask.
    ///
    /// @param mask changed
    void clean(byte[] mask, byte[] hints) {
        clean(mask, hints, SMALLEST_ISLAND, LARGEST_HOLE);
    }

    /// Drops every 8-connected region that has less than a part of the largest region's pixels, and fills every
    /// 4-connected hole that has at most a part of the mask's: larger ones are ground that is seen through the object.
    ///
    /// @param mask changed
    /// @param hints regions with a [HintMap#KEPT] pixel stay, holes with a [HintMap#DROPPED] one, too
    /// @param island from 0 to 1
    /// @param hole from 0 on
    void clean(byte[] mask, byte[] hints, double island, double hole) {
        dropSmall(mask, hints, island);
        fillHoles(mask, hints, hole);
    }

    private void dropSmall(byte[] mask, byte[] hints, double part) {
        int[] regions = new int[mask.length];
        int[] sizes = new int[mask.length / 4 + 16];
        boolean[] stays = new boolean[sizes.length];
        int count = 0;
        int largest = 0;
        for (int start = 0; start < mask.length; start++) {
            if (mask[start] != 0 && regions[start] == 0) {
                count++;
                if (count == sizes.length) {
                    sizes = Arrays.copyOf(sizes, 2 * count);
                    stays = Arrays.copyOf(stays, 2 * count);
                }
                int size = flood(mask, regions, start, count, 8);
                sizes[count] = size;
                largest = Math.max(largest, size);
                stays[count] = holds(hints, HintMap.KEPT, size);
            }
        }
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0 && sizes[regions[i]] < part * largest && !stays[regions[i]]) {
                mask[i] = 0;
            }
        }
    }

    private void fillHoles(byte[] mask, byte[] hints, double part) {
        int[] regions = new int[mask.length];
        int pixels = 0;
        for (byte value : mask) {
            pixels += value;
        }
        int count = 0;
        for (int start = 0; start < mask.length; start++) {
            if (mask[start] == 0 && regions[start] == 0) {
                int size = flood(mask, regions, start, ++count, 4);
                if (size <= part * pixels && !touchesRim(size) && !holds(hints, HintMap.DROPPED, size)) {
                    for (int i = 0; i < size; i++) {
                        mask[members[i]] = 1;
                    }
                }
            }
        }
    }

    private boolean holds(byte[] hints, byte label, int size) {
        for (int i = 0; i < size; i++) {
            if (hints[members[i]] == label) {
                return true;
            }
        }
        return false;
    }

    private boolean touchesRim(int size) {
        for (int i = 0; i < size; i++) {
            int x = members[i] % width;
            int y = members[i] / width;
            if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
                return true;
            }
        }
        return false;
    }

    /// Collects the region of a pixel.
    ///
    /// @return its size; its pixels stand in `members`
    private int flood(byte[] mask, int[] regions, int start, int region, int neighbours) {
        byte value = mask[start];
        members[0] = start;
        regions[start] = region;
        int size = 1;
        for (int done = 0; done < size; done++) {
            int x = members[done] % width;
            int y = members[done] / width;
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int n = ny * width + nx;
                    if (regions[n] == 0 && mask[n] == value && (neighbours == 8 || nx == x || ny == y)) {
                        regions[n] = region;
                        members[size++] = n;
                    }
                }
            }
        }
        return size;
    }
}
