package hadamask.segment.refine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Mask;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// [Closing] on 64 pixels at a time is BoofCV's closing, pixel for pixel.
class BoofClosingTest {
    private static final int[][] CLOSINGS = {{3, 1}, {3, 2}, {5, 1}, {3, 3}, {5, 2}, {7, 3}, {3, 7}, {5, 10}, {9, 8}};

    private static void assertSame(Mask mask, Closing closing) {
        assertEquals(BoofClosing.close(mask, closing), closing.close(mask), () -> mask + " " + closing);
    }

    private static void assertSame(Random random, int width, int height) {
        for (Closing.Border border : Closing.Border.values()) {
            int[] closing = CLOSINGS[random.nextInt(CLOSINGS.length)];
            assertSame(NaiveMorphology.random(random, width, height), new Closing(closing[0], closing[1], border));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onePixel(Closing.Border border) {
        for (int[] closing : CLOSINGS) {
            for (byte value = 0; value < 2; value++) {
                assertSame(new Mask(1, 1, new byte[]{value}), new Closing(closing[0], closing[1], border));
            }
        }
    }

    /// Where words of 64 pixels, and the frame around them, begin and end.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 31, 32, 33, 62, 63, 64, 65, 66, 96, 127, 128, 129, 191, 192, 193, 255, 256, 257})
    void everyWidthAroundAWord(int side) {
        Random random = new Random(side);
        for (int i = 0; i < 20; i++) {
            assertSame(random, side, 1 + random.nextInt(40));
            assertSame(random, 1 + random.nextInt(40), side);
            assertSame(random, side, 1);
            assertSame(random, 1, side);
        }
    }

    @Test
    void anySizeAndAnyNumberOfIterations() {
        Random random = new Random(20);
        int changed = 0;
        for (int i = 0; i < 250; i++) {
            Mask mask = NaiveMorphology.random(random, 1 + random.nextInt(150), 1 + random.nextInt(150));
            Closing closing = new Closing(1 + 2 * random.nextInt(4), random.nextInt(9),
                    random.nextBoolean() ? Closing.Border.EXTEND : Closing.Border.ZERO);
            assertSame(mask, closing);
            changed += closing.close(mask).equals(mask) ? 0 : 1;
        }
        assertTrue(changed > 100, "closings change masks: " + changed);
    }

    /// Rows are closed in bands of 700.
    @ParameterizedTest
    @EnumSource
    void severalBands(Closing.Border border) {
        Random random = new Random(21);
        for (int height : new int[]{699, 700, 701, 1401}) {
            assertSame(NaiveMorphology.random(random, 65, height), new Closing(5, 10, border));
        }
    }
}
