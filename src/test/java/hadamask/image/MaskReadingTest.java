package hadamask.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.MaskReading.Finding;
import hadamask.segment.Pictures;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a picture says as a mask, and what it is refused for.
class MaskReadingTest {
    private static final int SIDE = 20;

    private static MaskReading read(Layout layout, int bits, int... samples) {
        int pixels = samples.length / layout.samples();
        return MaskReading.of(Pictures.of(pixels, 1, layout, bits, samples));
    }

    private static void assertRead(Finding finding, int[] mask, Layout layout, int bits, int... samples) {
        MaskReading reading = read(layout, bits, samples);
        assertEquals(Pictures.mask(mask.length, mask), reading.mask());
        assertEquals(finding, reading.finding());
    }

    private static void assertRefused(String problem, Layout layout, int bits, int... samples) {
        InputException e = assertThrows(InputException.class, () -> read(layout, bits, samples));
        assertEquals("has " + problem + ", which makes an empty mask, expected some above one half", e.problem());
        assertEquals(Remedy.Kind.DARK_MASK, e.remedy().kind());
    }

    private static int[] in(int... mask) {
        return mask;
    }

    @Test
    void twoLevelsAreAMask() {
        assertRead(Finding.MASK, in(0, 1, 0), Layout.GRAY, 8, 0, 255, 0);
        assertRead(Finding.MASK, in(0, 1, 1), Layout.GRAY, 16, 3, 65535, 65535);
        assertRead(Finding.MASK, in(0, 1), Layout.BGR, 8, 0, 0, 0, 200, 255, 190);
        assertRead(Finding.MASK, in(0, 0), Layout.GRAY, 8, 0, 0);
        assertRead(Finding.MASK, in(1, 1), Layout.GRAY, 8, 255, 255);
        assertRead(Finding.MASK, in(0, 1, 0), Layout.GRAY_ALPHA, 8, 0, 255, 255, 255, 255, 0);
    }

    @Test
    void samplesOf0And1AreAMaskOfThese() {
        assertRead(Finding.ZERO_AND_ONE, in(0, 1, 1), Layout.GRAY, 8, 0, 1, 1);
        assertRead(Finding.ZERO_AND_ONE, in(0, 1), Layout.GRAY, 16, 0, 1);
        assertRead(Finding.ZERO_AND_ONE, in(1, 1), Layout.GRAY, 8, 1, 1);
        assertRead(Finding.ZERO_AND_ONE, in(0, 1), Layout.BGR, 8, 0, 0, 0, 1, 1, 1);
        assertRead(Finding.ZERO_AND_ONE, in(0, 1), Layout.RGB, 16, 0, 0, 0, 1, 1, 1);
        assertRead(Finding.ZERO_AND_ONE, in(0, 1, 0), Layout.GRAY_ALPHA, 8, 0, 255, 1, 255, 1, 0);
    }

    @Test
    void whereTheColorSaysNothingAlphaIsTheMask() {
        assertRead(Finding.ALPHA, in(0, 1, 1), Layout.ABGR, 8, 0, 0, 0, 0, 255, 0, 0, 0, 130, 0, 0, 0);
        assertRead(Finding.ALPHA, in(0, 1), Layout.RGBA, 16, 9, 8, 7, 0, 9, 8, 7, 65535);
        // What is under alpha 0 is not seen.
        assertRead(Finding.ALPHA, in(0, 1, 0), Layout.GRAY_ALPHA, 8, 255, 0, 40, 255, 90, 0);
        // An alpha of 0 and 1 is one of these.
        assertRead(Finding.ALPHA, in(0, 1), Layout.GRAY_ALPHA, 8, 0, 0, 0, 1);
        // A bright colour needs no guess: the rule says the same.
        assertRead(Finding.MASK, in(0, 1), Layout.GRAY_ALPHA, 8, 255, 0, 255, 255);
        // Alpha that is the same everywhere says nothing, nor does one without a pixel that is seen.
        assertRead(Finding.MASK, in(0, 0), Layout.GRAY_ALPHA, 8, 0, 255, 0, 255);
        assertRead(Finding.MASK, in(0, 0), Layout.GRAY_ALPHA, 8, 200, 0, 100, 0);
    }

    @Test
    void whatIsNotBlackAndWouldBeEmptyIsRefused() {
        assertRefused("greys of at most 3 of 255", Layout.GRAY, 8, 0, 1, 2, 3);
        assertRefused("greys of at most 3 of 65535", Layout.GRAY, 16, 0, 1, 2, 3);
        assertRefused("greys of at most 127 of 255", Layout.GRAY, 8, 0, 127);
        assertRefused("greys of at most 2 of 255", Layout.GRAY, 8, 2, 2);
        assertRefused("greys of at most 100 of 255", Layout.BGR, 8, 0, 0, 0, 100, 101, 99);
        assertRefused("an alpha of at most 9 of 255", Layout.GRAY_ALPHA, 8, 0, 0, 0, 9);
    }

    /// Patches of four by four pixels with these numbers, two pixels of 0 between them.
    private static MaskReading patches(int bits, int... numbers) {
        int width = 6 * numbers.length;
        int[] samples = new int[6 * width];
        for (int i = 0; i < samples.length; i++) {
            boolean in = i % width % 6 < 4 && i / width < 4;
            samples[i] = in ? numbers[i % width / 6] : 0;
        }
        return MaskReading.of(Pictures.of(width, 6, Layout.GRAY, bits, samples));
    }

    @Test
    void flatNumbersAreLabels() {
        assertEquals(Finding.LABELS, patches(8, 1, 2, 3).finding());
        assertEquals(Finding.LABELS, patches(16, 3, 1, 2, 4).finding());
        assertEquals(Finding.MAYBE_LABELS, patches(8, 7).finding());
        assertEquals(Finding.MAYBE_LABELS, patches(8, 1, 2, 40).finding());
        assertEquals(Finding.MAYBE_LABELS, patches(8, IntStream.rangeClosed(1, 200).toArray()).finding());
        assertEquals(3, patches(8, 1, 2, 40).levels());
        MaskReading labels = patches(16, 300, 200, 100);
        assertEquals(48, labels.mask().count());
        assertEquals(300, java.util.Objects.requireNonNull(labels.labels()).numbers()[0]);
    }

    @Test
    void labelsWithABrightOneAmongThemAreNoMaskInSilence() {
        assertEquals(Finding.LIKE_LABELS, patches(8, 1, 2, 3, 255).finding());
        assertEquals(Finding.LIKE_LABELS, patches(16, 3, 60_000).finding());
        assertEquals(2, patches(16, 3, 60_000).levels());
        assertEquals(Finding.MASK, patches(8, 200, 200).finding());
    }

    @Test
    void numbersOfSpecksAreLabels() {
        int[] specks = new int[SIDE * SIDE];
        for (int i = 0; i < specks.length; i++) {
            specks[i] = i % SIDE % 3 == 1 && i / SIDE % 3 == 1 ? 1 + i / SIDE / 3 * 7 + i % SIDE / 3 : 0;
        }
        for (int bits : new int[]{8, 16}) {
            assertEquals(Finding.LABELS,
                    MaskReading.of(Pictures.of(SIDE, SIDE, Layout.GRAY, bits, specks)).finding());
        }
        specks[SIDE + 2] = 3; // two that touch, in single pixels: greys
        assertThrows(InputException.class, () -> MaskReading.of(Pictures.of(SIDE, SIDE, Layout.GRAY, 8, specks)));
    }

    @Test
    void whatIsNotFlatOrHasGapsAboveTheHalfIsNoLabel() {
        assertEquals(Finding.ZERO_AND_ONE, patches(8, 1, 1).finding());
        assertEquals(Finding.MASK, patches(8, 255).finding());
        assertEquals(Finding.MANY_LEVELS, patches(8, 128, 255).finding());
        // A ramp is flat along its columns.
        int[] ramp = new int[256 * 8];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i % 256;
        }
        assertEquals(Finding.MANY_LEVELS, MaskReading.of(Pictures.of(256, 8, Layout.GRAY, 8, ramp)).finding());
        int[] dark = new Random(3).ints((long) SIDE * SIDE, 0, 100).toArray();
        assertThrows(InputException.class, () -> MaskReading.of(Pictures.of(SIDE, SIDE, Layout.GRAY, 8, dark)));
    }

    @Test
    void wholeNumbersOfAnySizeAreLabelsUnlessTheyAreAMask() {
        assertEquals(Finding.LABELS, numbers(0, 70000, 3).finding());
        assertEquals(2, numbers(0, 70000, 3, 3).levels());
        assertEquals(Finding.MASK, numbers(0, 1, 1).finding());
        assertEquals(Finding.MASK, numbers(0, 255).finding());
        assertEquals(Finding.LABELS, numbers(0, 255, 254).finding());
        assertEquals(Finding.MASK, MaskReading.of(new LabelImage(2, 1, new int[]{0, 9}, Attributes.NONE),
                MaskReading.As.MASK).finding());
        assertEquals(Finding.LABELS, numbers(0, 0).finding());
    }

    private static MaskReading numbers(int... numbers) {
        return MaskReading.of(new LabelImage(numbers.length, 1, numbers, Attributes.NONE), MaskReading.As.AUTO);
    }

    @Test
    void photographsAreSaidToHaveManyLevels() {
        int[] samples = new Random(1).ints(3L * SIDE * SIDE, 0, 256).toArray();
        Image photograph = Pictures.of(SIDE, SIDE, Layout.BGR, 8, samples);
        MaskReading reading = MaskReading.of(photograph);
        assertEquals(Finding.MANY_LEVELS, reading.finding());
        assertEquals(Mask.of(photograph), reading.mask());
        assertEquals(IntStream.range(0, SIDE * SIDE)
                .map(i -> samples[3 * i] + samples[3 * i + 1] + samples[3 * i + 2]).distinct().count(),
                reading.levels());
        assertEquals(Finding.ALL_BRIGHT, read(Layout.GRAY, 8, 130, 140, 255).finding());
    }

    @Test
    void aCutOutOfASmallThingIsSaidToHaveManyLevels() {
        int[] samples = new int[SIDE * SIDE];
        for (int i = 100; i < 108; i++) {
            samples[i] = 60 + 20 * (i - 100);
        }
        assertEquals(Finding.MANY_LEVELS,
                MaskReading.of(Pictures.of(SIDE, SIDE, Layout.GRAY, 8, samples)).finding());
    }

    @Test
    void softEdgesAndTheNoiseOfAJpegAreStillAMask() {
        int[] samples = new Random(2).ints((long) SIDE * SIDE, 0, 12).toArray();
        for (int i = 0; i < samples.length / 2; i++) {
            samples[i] = 255 - samples[i];
        }
        for (int x = 0; x < SIDE; x++) {
            samples[SIDE * SIDE / 2 + x] = 100 + 3 * x;
        }
        Image soft = Pictures.of(SIDE, SIDE, Layout.GRAY, 8, samples);
        assertEquals(Finding.MASK, MaskReading.of(soft).finding());
        assertEquals(Mask.of(soft), MaskReading.of(soft).mask());
    }
}
