package hadamask.segment.refine;

import hadamask.image.Mask;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Random;

/// Masks and the textbook definitions of what is done to them, pixel by pixel: slow, and plain to see.
public final class NaiveMorphology {
    private NaiveMorphology() {
    }

    /// A mask in which each pixel is in with the given probability, or a smoother one of overlapping squares.
    public static Mask random(Random random, int width, int height) {
        byte[] values = new byte[width * height];
        if (random.nextBoolean()) {
            double density = random.nextDouble();
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte) (random.nextDouble() < density ? 1 : 0);
            }
        } else {
            for (int n = random.nextInt(12); n >= 0; n--) {
                int x0 = random.nextInt(width);
                int y0 = random.nextInt(height);
                int side = 1 + random.nextInt(12);
                byte value = (byte) random.nextInt(2);
                for (int y = y0; y < Math.min(height, y0 + side); y++) {
                    Arrays.fill(values, y * width + x0, y * width + Math.min(width, x0 + side), value);
                }
            }
        }
        return new Mask(width, height, values);
    }

    /// Walls one pixel wide around ways one pixel wide, without a way around: from the upper left corner all ways are reached.
    ///
    /// @param shut how many more walls there are in the ways
    static Mask maze(Random random, int width, int height, int shut) {
        byte[] values = new byte[width * height];
        Arrays.fill(values, (byte) 1);
        Deque<Integer> way = new ArrayDeque<>();
        way.push(0);
        values[0] = 0;
        while (!way.isEmpty()) {
            int x = way.element() % width;
            int y = way.element() / width;
            int[][] steps = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
            Collections.shuffle(Arrays.asList(steps), random);
            int before = way.size();
            for (int[] step : steps) {
                int nextX = x + 2 * step[0];
                int nextY = y + 2 * step[1];
                if (nextX >= 0 && nextX < width && nextY >= 0 && nextY < height
                        && values[nextY * width + nextX] == 1) {
                    values[(y + step[1]) * width + x + step[0]] = 0;
                    values[nextY * width + nextX] = 0;
                    way.push(nextY * width + nextX);
                    break;
                }
            }
            if (way.size() == before) {
                way.pop();
            }
        }
        for (int i = 0; i < shut; i++) {
            values[random.nextInt(values.length)] = 1;
        }
        for (int x = 0; x < width; x++) { // the only way in is the corner
            values[x] |= (byte) (x > 0 ? 1 : 0);
            values[(height - 1) * width + x] = 1;
        }
        for (int y = 1; y < height; y++) {
            values[y * width + width - 1] = 1;
            values[y * width] |= (byte) (y > 1 ? 1 : 0);
        }
        return new Mask(width, height, values);
    }

    static Mask fillHoles(Mask mask, int largest) {
        int w = mask.width();
        int h = mask.height();
        byte[] filled = mask.values().clone();
        boolean[] seen = new boolean[filled.length];
        for (int start = 0; start < filled.length; start++) {
            if (filled[start] != 0 || seen[start]) {
                continue;
            }
            Deque<Integer> front = new ArrayDeque<>();
            Deque<Integer> region = new ArrayDeque<>();
            boolean edge = false;
            front.add(start);
            seen[start] = true;
            while (!front.isEmpty()) {
                int i = front.remove();
                region.add(i);
                int x = i % w;
                int y = i / w;
                edge |= x == 0 || y == 0 || x == w - 1 || y == h - 1;
                int[] next = {x > 0 ? i - 1 : i, x < w - 1 ? i + 1 : i, y > 0 ? i - w : i, y < h - 1 ? i + w : i};
                for (int j : next) {
                    if (mask.values()[j] == 0 && !seen[j]) {
                        seen[j] = true;
                        front.add(j);
                    }
                }
            }
            if (!edge && region.size() <= largest) {
                region.forEach(i -> filled[i] = 1);
            }
        }
        return new Mask(w, h, filled);
    }

    /// Each iteration by itself, as SciPy does it.
    static Mask close(Mask mask, Closing closing) {
        int pad = closing.border() == Closing.Border.EXTEND ? 2 * closing.radius() : 0;
        int w = mask.width() + 2 * pad;
        int h = mask.height() + 2 * pad;
        byte[] values = new byte[w * h];
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(mask.values(), y * mask.width(), values, (y + pad) * w + pad, mask.width());
        }
        if (closing.element() == Closing.Element.DISC) {
            values = pass(pass(values, w, h, closing.radius(), 1, true), w, h, closing.radius(), 0, true);
        } else {
            for (int i = 0; i < closing.iterations(); i++) {
                values = pass(values, w, h, closing.side() / 2, 1, false);
            }
            for (int i = 0; i < closing.iterations(); i++) {
                values = pass(values, w, h, closing.side() / 2, 0, false);
            }
        }
        byte[] result = new byte[mask.values().length];
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(values, (y + pad) * w + pad, result, y * mask.width(), mask.width());
        }
        return new Mask(mask.width(), mask.height(), result);
    }

    /// A pixel takes the value sought when any pixel of the square or the disc around it has it; the outside is 0.
    private static byte[] pass(byte[] values, int w, int h, int r, int sought, boolean disc) {
        byte[] result = new byte[values.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                boolean found = false;
                for (int v = y - r; v <= y + r && !found; v++) {
                    for (int u = x - r; u <= x + r && !found; u++) {
                        boolean inside = u >= 0 && v >= 0 && u < w && v < h;
                        boolean near = !disc || (u - x) * (u - x) + (v - y) * (v - y) <= r * r;
                        found = near && (inside ? values[v * w + u] : 0) == sought;
                    }
                }
                result[y * w + x] = (byte) (found ? sought : 1 - sought);
            }
        }
        return result;
    }
}
