package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.segment.Pictures;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.NaiveMorphology;
import hadamask.segment.refine.Regions;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionLabelsTest {
    private static final Mask MASK = Pictures.mask(5,
            0, 1, 0, 0, 1,
            1, 0, 0, 0, 1,
            0, 0, 1, 0, 1,
            1, 1, 0, 0, 0);

    /// Isolated pixels, every second one of every second row.
    private static Mask dots(int across, int down) {
        byte[] values = new byte[2 * across * 2 * down];
        for (int i = 0; i < across * down; i++) {
            values[i / across * 4 * across + i % across * 2] = 1;
        }
        return new Mask(2 * across, 2 * down, values);
    }

    @Test
    void regionsAreNumberedInTheOrderOfTheirFirstPixels() {
        assertArrayEquals(new int[]{
            0, 1, 0, 0, 2,
            1, 0, 0, 0, 2,
            0, 0, 3, 0, 2,
            3, 3, 0, 0, 0}, RegionLabels.of(MASK, Connectivity.EIGHT).values());
        assertArrayEquals(new int[]{
            0, 1, 0, 0, 2,
            3, 0, 0, 0, 2,
            0, 0, 4, 0, 2,
            5, 5, 0, 0, 0}, RegionLabels.of(MASK, Connectivity.FOUR).select(RegionFilter.from(1)).values());
    }

    @Test
    void smallRegionsAreLeftOutAndTheOthersNumberedWithoutGaps() {
        assertArrayEquals(new int[]{
            0, 0, 0, 0, 1,
            0, 0, 0, 0, 1,
            0, 0, 2, 0, 1,
            2, 2, 0, 0, 0}, RegionLabels.of(MASK, Connectivity.EIGHT).select(RegionFilter.from(3)).values());
        assertEquals(0, RegionLabels.of(MASK, Connectivity.EIGHT).select(RegionFilter.from(4)).count());
    }

    @Test
    void thereAreAsManyRegionsAsTheStatisticsOfSegmentCount() {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Mask mask = NaiveMorphology.random(random, 31, 23);
            assertEquals(Regions.count(mask), RegionLabels.of(mask, Connectivity.EIGHT).count());
        }
    }

    @Test
    void theImageHasSixteenBitsAndTheLabelsForSamples() {
        RegionLabels labels = RegionLabels.of(dots(300, 200), Connectivity.EIGHT);
        Image image = labels.toImage(Attributes.NONE);
        assertEquals(60_000, labels.count());
        assertEquals(16, image.bitDepth());
        assertEquals(Layout.GRAY, image.layout());
        assertEquals(1, image.sample(0, 0, 0));
        assertEquals(0, image.sample(1, 0, 0));
        assertEquals(60_000, image.sample(598, 398, 0));
        assertEquals(labels.at(598, 398), image.sample(598, 398, 0));
    }

    @Test
    void moreRegionsThanSixteenBitsHaveNoImage() {
        assertEquals(65_535, RegionLabels.of(dots(255, 257), Connectivity.EIGHT).toImage(Attributes.NONE)
                .sample(508, 512, 0));
        RegionLabels many = RegionLabels.of(dots(256, 256), Connectivity.EIGHT);
        InputException refused = assertThrows(InputException.class, () -> many.toImage(Attributes.NONE));
        assertTrue(Objects.requireNonNull(refused.getMessage()).startsWith("has 65536 regions"), refused.getMessage());
    }
}
