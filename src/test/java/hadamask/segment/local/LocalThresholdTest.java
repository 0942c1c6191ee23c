package hadamask.segment.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import boofcv.alg.filter.binary.GThresholdImageOps;
import boofcv.concurrency.BoofConcurrency;
import boofcv.struct.ConfigLength;
import boofcv.struct.image.GrayU16;
import boofcv.struct.image.GrayU8;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.Foreground;
import hadamask.segment.LocalLevels;
import hadamask.segment.LocalThresholding;
import hadamask.segment.Pictures;
import hadamask.segment.SegmentationMethod;
import hadamask.segment.Stopwatch;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.ColorPlane;
import hadamask.segment.plane.GrayScale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalThresholdTest {
    /// A page with lines of ink, darker to the right, and noise; grey.
    private static Image page(long seed, int bits) {
        Random random = new Random(seed);
        int white = (1 << bits) - 1;
        int[] grays = new int[90 * 70];
        for (int i = 0; i < grays.length; i++) {
            double light = 0.9 - 0.5 * (i % 90) / 90;
            double value = (inked(i) ? 0.55 : 1) * light + 0.01 * random.nextGaussian();
            grays[i] = (int) (white * Math.clamp(value, 0, 1));
        }
        return Pictures.of(90, 70, Layout.GRAY, bits, grays);
    }

    private static boolean inked(int i) {
        return i / 90 % 14 > 9 && i % 90 % 7 > 2;
    }

    private static LocalThresholding method(LocalThreshold threshold) {
        return new LocalThresholding(ColorPlane.RED, threshold, new Foreground.Dark(), AlphaUse.WEIGHT);
    }

    private static Mask find(LocalThreshold threshold, Image image) {
        return method(threshold).find(image, new Stopwatch()).mask();
    }

    /// What BoofCV finds on one thread: on several it begins sums of floats anew in places that depend on the machine.
    private static Mask boofcv(LocalThreshold threshold, Image image) {
        int width = image.width();
        GrayU16 gray = new GrayU16(width, image.height());
        for (int i = 0; i < gray.data.length; i++) {
            gray.data[i] = (short) image.sample(i % width, i / width, 0);
        }
        GrayU8 dark = new GrayU8(width, image.height());
        float k = (float) threshold.k();
        ConfigLength side = ConfigLength.fixed(threshold.width());
        boolean before = BoofConcurrency.USE_CONCURRENT;
        BoofConcurrency.USE_CONCURRENT = false;
        switch (threshold.rule()) {
            case SAUVOLA -> GThresholdImageOps.localSauvola(gray, dark, side, k, true);
            case WOLF -> GThresholdImageOps.localWolf(gray, dark, side, k, true);
            case NICK -> GThresholdImageOps.localNick(gray, dark, side, k, true);
            case NIBLACK -> GThresholdImageOps.localNiblack(gray, dark, side, k, true);
            case MEAN -> GThresholdImageOps.localMean(gray, dark, side, threshold.k(), true, null, null, null);
            case GAUSSIAN -> GThresholdImageOps.localGaussian(gray, dark, side, threshold.k(), true, null, null);
            case HOWE -> throw new IllegalArgumentException("is not BoofCV's");
        }
        BoofConcurrency.USE_CONCURRENT = before;
        return new Mask(width, image.height(), dark.data);
    }

    @ParameterizedTest
    @EnumSource(value = LocalThreshold.Rule.class, names = "HOWE", mode = EnumSource.Mode.EXCLUDE)
    void aLocalThresholdIsThatOfBoofcv(LocalThreshold.Rule rule) {
        for (int bits : new int[]{8, 16}) {
            for (int width : new int[]{3, 8, 31, 201}) {
                Image image = page(width, bits);
                LocalThreshold threshold = rule.usual().withWidth(width);
                assertEquals(boofcv(threshold, image), find(threshold, image), rule + " " + bits + " " + width);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = LocalThreshold.Rule.class, names = "HOWE", mode = EnumSource.Mode.EXCLUDE)
    void bandsAndStripsDoNotShow(LocalThreshold.Rule rule) {
        Random random = new Random(11);
        int[] grays = new int[600 * 310];
        for (int i = 0; i < grays.length; i++) {
            grays[i] = Math.clamp(200 - i % 600 / 6 + (int) (20 * random.nextGaussian()), 0, 255);
        }
        Image image = Pictures.of(600, 310, Layout.GRAY, 8, grays);
        for (int width : new int[]{9, 75, 401}) {
            LocalThreshold threshold = rule.usual().withWidth(width);
            assertEquals(boofcv(threshold, image), find(threshold, image), rule + " " + width);
        }
    }

    /// Nearly all pixels lie between the thresholds for a small deviation and for the largest, which comes last.
    @ParameterizedTest
    @EnumSource(names = {"SAUVOLA", "WOLF"})
    void theLargestDeviationMayComeLast(LocalThreshold.Rule rule) {
        Random random = new Random(17);
        int[] grays = new int[200 * 150];
        for (int i = 0; i < grays.length; i++) {
            grays[i] = Math.clamp(150 + (int) ((i / 200 < 130 ? 4 : 50) * random.nextGaussian()), 0, 255);
        }
        Image image = Pictures.of(200, 150, Layout.GRAY, 8, grays);
        LocalThreshold threshold = rule.usual().withWidth(21);
        assertEquals(boofcv(threshold, image), find(threshold, image));
    }

    /// BoofCV finds nothing on some of these pages: the deviation of the first square is the root of what rounding left below 0.
    @ParameterizedTest
    @EnumSource(names = {"SAUVOLA", "WOLF"})
    void aCornerOfOneLevelDoesNotHideTheInk(LocalThreshold.Rule rule) {
        for (int white : new int[]{100, 193, 200, 240, 255}) {
            int[] grays = new int[150 * 100];
            int ink = 0;
            for (int i = 0; i < grays.length; i++) {
                boolean inked = i % 150 > 60 && i / 150 > 45 && i / 150 % 14 > 9 && i % 150 % 7 > 2;
                grays[i] = inked ? white / 3 : white;
                ink += inked ? 1 : 0;
            }
            for (int width : new int[]{25, 31, 41}) {
                Mask found = find(rule.usual().withWidth(width), Pictures.of(150, 100, Layout.GRAY, 8, grays));
                assertEquals(ink, found.count(), rule + " " + white + " " + width);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LocalThreshold.Rule.class)
    void inkIsFoundInTheShadow(LocalThreshold.Rule rule) {
        for (int bits : new int[]{8, 16}) {
            Mask found = find(rule.usual().withWidth(25), page(1, bits));
            int wrong = 0;
            for (int i = 0; i < found.values().length; i++) {
                wrong += (found.values()[i] == 1) != inked(i) ? 1 : 0;
            }
            assertTrue(wrong < (rule == LocalThreshold.Rule.NIBLACK ? 1500 : 350), rule + " errs in " + wrong);
        }
    }

    @Test
    void bothSidesAreEvidence() {
        Image image = page(2, 8);
        SegmentationMethod.Found found = method(LocalThreshold.Rule.WOLF.usual()).find(image, new Stopwatch());
        LocalLevels evidence = (LocalLevels) found.evidence();
        LocalLevels.Side dark = evidence.sides().getFirst();
        LocalLevels.Side bright = evidence.sides().getLast();
        assertTrue(dark.foreground() && !bright.foreground());
        assertEquals(found.mask().count(), dark.pixels());
        assertEquals(90 * 70, dark.pixels() + bright.pixels());
        assertTrue(dark.mean() < bright.mean());
    }

    @Test
    void theBorderVotesForTheGround() {
        LocalThresholding automatic = new LocalThresholding(GrayScale.MEAN, LocalThreshold.Rule.WOLF.usual(),
                new Foreground.Auto(), AlphaUse.WEIGHT);
        Image image = page(4, 8);
        assertEquals(find(LocalThreshold.Rule.WOLF.usual(), image), automatic.find(image, new Stopwatch()).mask());
    }

    @Test
    void coloursUnderAlpha0DoNotMatter() {
        Image page = page(3, 8);
        int[] samples = new int[2 * 90 * 70];
        int[] others = new int[samples.length];
        Random random = new Random(6);
        for (int i = 0; i < 90 * 70; i++) {
            boolean seen = i % 90 < 60;
            samples[2 * i] = page.sample(i % 90, i / 90, 0);
            others[2 * i] = seen ? samples[2 * i] : random.nextInt(256);
            samples[2 * i + 1] = seen ? 255 : 0;
            others[2 * i + 1] = samples[2 * i + 1];
        }
        for (LocalThreshold.Rule rule : LocalThreshold.Rule.values()) {
            Mask a = find(rule.usual(), Pictures.of(90, 70, Layout.GRAY_ALPHA, 8, samples));
            Mask b = find(rule.usual(), Pictures.of(90, 70, Layout.GRAY_ALPHA, 8, others));
            assertArrayEquals(a.values(), b.values());
            for (int i = 0; i < 90 * 70; i++) {
                assertTrue(i % 90 < 60 || a.values()[i] == 0);
            }
        }
    }

    @Test
    void aSquareHasALeastAndALargestSide() {
        assertThrows(IllegalArgumentException.class, () -> LocalThreshold.Rule.MEAN.usual().withWidth(2));
        assertThrows(IllegalArgumentException.class,
                () -> LocalThreshold.Rule.MEAN.usual().withWidth(LocalThreshold.MAX_WIDTH + 1));
        assertThrows(IllegalArgumentException.class,
                () -> new LocalThreshold(LocalThreshold.Rule.NICK, 9, Double.NaN));
    }
}
