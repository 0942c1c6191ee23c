package hadamask.segment.refine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.image.Mask;
import hadamask.segment.Pictures;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefinementTest {
    /// Regions of 4, 1, 3 (touching at a corner) and 4 pixels.
    private static final Mask REGIONS = Pictures.mask(8, //
            1, 1, 0, 0, 0, 0, 0, 1, //
            1, 1, 0, 0, 0, 0, 0, 0, //
            0, 0, 0, 0, 0, 0, 0, 0, //
            1, 1, 0, 0, 0, 0, 1, 1, //
            0, 0, 1, 0, 0, 0, 1, 1);

    private static Refinement dropping(long minArea, boolean onlyLargest) {
        return new Refinement(Holes.NONE, Closing.NONE, minArea, onlyLargest);
    }

    @Test
    void regionsBelowTheAreaAreDroppedAndCornersConnect() {
        assertEquals(12, REGIONS.count());
        assertEquals(11, dropping(2, false).refine(REGIONS).count());
        assertEquals(11, dropping(3, false).refine(REGIONS).count());
        assertEquals(8, dropping(4, false).refine(REGIONS).count());
        assertEquals(0, dropping(5, false).refine(REGIONS).count());
    }

    @Test
    void ofEquallyLargeRegionsTheFirstIsKept() {
        Mask largest = dropping(0, true).refine(REGIONS);
        assertEquals(4, largest.count());
        assertEquals(true, largest.contains(0, 0));
    }

    @Test
    void theLargestIsDroppedTooWhenItIsBelowTheArea() {
        assertEquals(4, dropping(4, true).refine(REGIONS).count());
        assertEquals(0, dropping(5, true).refine(REGIONS).count());
    }

    @Test
    void nothingToDoGivesTheMaskItself() {
        assertSame(REGIONS, Refinement.NONE.refine(REGIONS));
        assertSame(REGIONS, dropping(1, false).refine(REGIONS));
    }

    @Test
    void anEmptyAndAFullMaskStayAsTheyAre() {
        Mask empty = Pictures.mask(5, new int[35]);
        assertEquals(empty, Refinement.DEFAULT.refine(empty));
        assertEquals(empty.inverted(), Refinement.DEFAULT.refine(empty.inverted()));
        assertEquals(empty, dropping(7, true).refine(empty));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "100, 40, 1", "299, 900, 1", "300, 900, 2", "640, 480, 2", "1500, 1000, 5", "2000, 3000, 10",
        "9000, 6000, 10"})
    void aScaledClosingGrowsWithTheShorterSide(int width, int height, int iterations) {
        Closing expected = new Closing(5, iterations, Closing.Border.ZERO);
        assertEquals(expected, Closing.AUTO.with(Closing.Border.ZERO).scaledTo(width, height));
        assertEquals(expected, expected.scaledTo(width, height));
    }

    @Test
    void aScaledClosingClosesAsItsNumberDoes() {
        Mask mask = NaiveMorphology.random(new Random(3), 400, 310);
        assertEquals(new Closing(5, 2, Closing.Border.EXTEND).close(mask), Closing.AUTO.close(mask));
        assertThrows(IllegalStateException.class, Closing.AUTO::radius);
        assertEquals(20, Closing.AUTO.largestRadius());
        assertEquals(6, new Closing(3, 6, Closing.Border.ZERO).largestRadius());
    }

    @Test
    void impossibleSettingsCannotBeMade() {
        assertThrows(IllegalArgumentException.class, () -> new Closing(4, 1, Closing.Border.EXTEND));
        assertThrows(IllegalArgumentException.class, () -> new Closing(-1, 1, Closing.Border.EXTEND));
        assertThrows(IllegalArgumentException.class, () -> new Closing(5, -2, Closing.Border.EXTEND));
        assertThrows(IllegalArgumentException.class, () -> new Closing(3, 16001, Closing.Border.EXTEND));
        assertThrows(IllegalArgumentException.class, () -> new Holes(-1));
    }
}
