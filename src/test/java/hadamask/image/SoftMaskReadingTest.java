package hadamask.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.image.MaskReading.Finding;
import hadamask.segment.Pictures;
import org.junit.jupiter.api.Test;

class SoftMaskReadingTest {
    private static void assertReads(Image expected, Finding finding, Image picture) {
        SoftMaskReading reading = SoftMaskReading.of(picture);
        assertEquals(expected, reading.mask().weights());
        assertEquals(finding, reading.finding());
    }

    @Test
    void greysAreWeights() {
        Image eight = Pictures.of(4, 1, Layout.GRAY, 8, 0, 3, 100, 255);
        assertReads(eight, Finding.MASK, eight);
        Image sixteen = Pictures.of(3, 1, Layout.GRAY, 16, 0, 40000, 65535);
        assertReads(sixteen, Finding.MASK, sixteen);
    }

    @Test
    void darkWeightsAreWeightsToo() {
        Image dark = Pictures.of(3, 1, Layout.GRAY, 8, 0, 20, 90);
        assertReads(dark, Finding.MASK, dark);
    }

    @Test
    void coloursCountAsTheirMeanTimesAlpha() {
        assertReads(Pictures.of(2, 1, Layout.GRAY, 8, 100, 40), Finding.MASK,
                Pictures.of(2, 1, Layout.ABGR, 8, 255, 90, 100, 110, 102, 100, 100, 100));
        assertReads(Pictures.of(2, 1, Layout.GRAY, 16, 0, 30000), Finding.MASK,
                Pictures.of(2, 1, Layout.RGB, 16, 0, 0, 0, 60000, 20000, 10000));
    }

    @Test
    void zerosAndOnesAreAMaskOfThese() {
        assertReads(Pictures.of(3, 1, Layout.GRAY, 8, 0, 255, 255), Finding.ZERO_AND_ONE,
                Pictures.of(3, 1, Layout.GRAY, 16, 0, 1, 1));
    }

    @Test
    void alphaOfOneDarkColourIsTheWeight() {
        assertReads(Pictures.of(3, 1, Layout.GRAY, 8, 0, 77, 255), Finding.ALPHA,
                Pictures.of(3, 1, Layout.GRAY_ALPHA, 8, 9, 0, 0, 77, 0, 255));
    }
}
