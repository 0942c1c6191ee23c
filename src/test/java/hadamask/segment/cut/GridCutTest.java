package hadamask.segment.cut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The cut is a minimum: held against a plain maximum flow, and against all labellings of tiny grids.
class GridCutTest {
    private static final int[][] FORWARD = {{GridCut.EAST, 1, 0}, {GridCut.SOUTH, 0, 1}, {GridCut.SOUTH_EAST, 1, 1},
        {GridCut.SOUTH_WEST, -1, 1}};

    /// A random grid, kept as a matrix of capacities, too: pixels, then object, then ground.
    private static final class Trial {
        final int width;
        final int height;
        final GridCut grid;
        final int[][] capacity;
        final int[] leaning;

        Trial(Random random, int width, int height, int most) {
            this.width = width;
            this.height = height;
            grid = new GridCut(width, height);
            int n = width * height;
            capacity = new int[n + 2][n + 2];
            leaning = new int[n];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    for (int[] step : FORWARD) {
                        int nx = x + step[1];
                        int ny = y + step[2];
                        if (nx >= 0 && nx < width && ny < height) {
                            int cost = random.nextInt(most);
                            grid.join(x, y, step[0], cost);
                            capacity[y * width + x][ny * width + nx] = cost;
                            capacity[ny * width + nx][y * width + x] = cost;
                        }
                    }
                }
            }
            lean(random, most);
        }

        void lean(Random random, int most) {
            int n = width * height;
            for (int i = 0; i < n; i++) {
                leaning[i] = random.nextInt(6 * most) - 3 * most;
                grid.lean(i % width, i / width, leaning[i]);
                capacity[n][i] = Math.max(0, leaning[i]);
                capacity[i][n + 1] = Math.max(0, -leaning[i]);
            }
        }

        long costs(byte[] mask) {
            long sum = 0;
            for (int i = 0; i < mask.length; i++) {
                sum += (leaning[i] > 0) == (mask[i] != 0) ? 0 : Math.abs(leaning[i]);
                for (int j = 0; j < i; j++) {
                    sum += mask[i] == mask[j] ? 0 : capacity[i][j];
                }
            }
            return sum;
        }

        /// Edmonds and Karp: the shortest path that is not full, again and again.
        long maximumFlow() {
            int n = capacity.length;
            int[][] left = Arrays.stream(capacity).map(int[]::clone).toArray(int[][]::new);
            long flow = 0;
            while (true) {
                int[] from = new int[n];
                Arrays.fill(from, -1);
                from[n - 2] = n - 2;
                ArrayDeque<Integer> queue = new ArrayDeque<>();
                queue.add(n - 2);
                while (!queue.isEmpty() && from[n - 1] < 0) {
                    int a = queue.remove();
                    for (int b = 0; b < n; b++) {
                        if (from[b] < 0 && left[a][b] > 0) {
                            from[b] = a;
                            queue.add(b);
                        }
                    }
                }
                if (from[n - 1] < 0) {
                    return flow;
                }
                int amount = Integer.MAX_VALUE;
                for (int b = n - 1; b != n - 2; b = from[b]) {
                    amount = Math.min(amount, left[from[b]][b]);
                }
                for (int b = n - 1; b != n - 2; b = from[b]) {
                    left[from[b]][b] -= amount;
                    left[b][from[b]] += amount;
                }
                flow += amount;
            }
        }
    }

    @Test
    void theCutCostsWhatAPlainMaximumFlowCarries() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            Trial trial = new Trial(random, 1 + random.nextInt(9), 1 + random.nextInt(9), i % 2 == 0 ? 4 : 1000);
            byte[] mask = trial.grid.solve();
            long flow = trial.maximumFlow();
            assertEquals(flow, trial.grid.flow(), "flow of grid " + i);
            assertEquals(flow, trial.costs(mask), "costs of grid " + i);
        }
    }

    @Test
    void otherLeaningsOnTheSameGridGiveTheMinimumAgain() {
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            Trial trial = new Trial(random, 2 + random.nextInt(8), 2 + random.nextInt(8), 50);
            trial.grid.solve();
            for (int round = 0; round < 3; round++) {
                trial.lean(random, 50);
                assertEquals(trial.maximumFlow(), trial.costs(trial.grid.solve()), "grid " + i + ", round " + round);
            }
        }
    }

    @Test
    void ofEqualCutsTheOneWithFewestObjectPixelsIsTaken() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            Trial trial = new Trial(random, 3, 3, 3);
            byte[] best = null;
            for (int bits = 0; bits < 512; bits++) {
                byte[] mask = new byte[9];
                for (int p = 0; p < 9; p++) {
                    mask[p] = (byte) (bits >> p & 1);
                }
                if (best == null || trial.costs(mask) < trial.costs(best)
                        || (trial.costs(mask) == trial.costs(best) && count(mask) < count(best))) {
                    best = mask;
                }
            }
            assertArrayEquals(best, trial.grid.solve(), "grid " + i);
        }
    }

    private static int count(byte[] mask) {
        int n = 0;
        for (byte value : mask) {
            n += value;
        }
        return n;
    }

    @Test
    void theCostsBetweenNeighboursAreThoseOfTheMask() {
        Random random = new Random(4);
        Trial trial = new Trial(random, 7, 6, 100);
        byte[] mask = trial.grid.solve();
        long leanings = 0;
        for (int i = 0; i < mask.length; i++) {
            leanings += (trial.leaning[i] > 0) == (mask[i] != 0) ? 0 : Math.abs(trial.leaning[i]);
        }
        assertEquals(trial.costs(mask), leanings + trial.grid.cutBetweenNeighbours());
    }

    @Test
    void whatLeansMoreToTheObjectNeverTakesAPixelFromIt() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Trial trial = new Trial(random, 2 + random.nextInt(9), 2 + random.nextInt(9), 30);
            byte[] before = trial.grid.solve();
            int pixel = random.nextInt(before.length);
            int more = i % 2 == 0 ? GridCut.LARGEST : trial.leaning[pixel] + random.nextInt(90);
            trial.grid.lean(pixel % trial.width, pixel / trial.width, more);
            byte[] after = trial.grid.solve();
            for (int p = 0; p < before.length; p++) {
                assertTrue(after[p] >= before[p], "grid " + i + ", pixel " + p);
            }
            assertTrue(i % 2 != 0 || after[pixel] == 1, "grid " + i);
        }
    }
}
