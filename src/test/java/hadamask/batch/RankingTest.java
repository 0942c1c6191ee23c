package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import hadamask.region.PackedMask;
import hadamask.segment.SegmentationOptions;
import hadamask.segment.Segmenter;
import hadamask.segment.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A row of a hundred pixels; masks are runs of them.
class RankingTest {
    private final Ranking ranking = new Ranking(11);

    private static final Statistics ANY = Statistics.of(Segmenter.of(SegmentationOptions.DEFAULT)
            .segment(Image.of8Bit(2, 1, Layout.GRAY, new byte[]{0, 9}, Attributes.NONE)));

    private static PackedMask run(int from, int to) {
        byte[] values = new byte[100];
        Arrays.fill(values, from, to, (byte) 1);
        return PackedMask.of(new Mask(100, 1, values));
    }

    private boolean add(String words, double objectness, int from, int to) {
        return ranking.add(new Trial(new Proposal(words, SegmentationOptions.DEFAULT), ANY, objectness,
                Map.of("gray", 0.5, "holes", 0.25)), run(from, to));
    }

    private List<String> order() {
        return ranking.groups().stream().map(group -> group.first().proposal().words()).toList();
    }

    @Test
    void whatAgreesIsOneGroupAndCountsOnce() {
        assertTrue(add("a", 0.5, 0, 20));
        assertFalse(add("b", 0.5, 0, 19)); // 19 of 20
        assertTrue(add("c", 0.5, 0, 18));
        assertTrue(add("d", 0.5, 0, 40));
        Ranking.Group first = ranking.groups().getFirst();
        assertEquals(List.of("a", "d", "c"), order());
        assertEquals(List.of("b"), first.others().stream().map(Proposal::words).toList());
        assertEquals((0.9 + 0.5) / 2, first.agreement(), 1e-12);
        assertEquals(0.75, first.first().time(), 1e-12);
    }

    @Test
    void theFirstOneStaysAndPlausibleOnesThatDifferFollow() {
        add("tried first", -1, 0, 20);
        add("like it", 0.5, 0, 18);
        add("other", 0.2, 60, 90);
        add("less plausible", -0.5, 30, 50);
        // less the mean IoU with those before: 0.5 - 0.9, 0.2 - 0, -0.5 - 0; then 0.5 - 0.45
        assertEquals(List.of("tried first", "other", "like it", "less plausible"), order());
    }

    @Test
    void sixAreShownAndTheOthersNamed() {
        for (int i = 0; i < 8; i++) {
            add("way " + i, -i / 10.0, 10 * i, 10 * i + 10);
        }
        assertEquals(List.of("way 0", "way 1", "way 2", "way 3", "way 4", "way 5"), order());
        assertEquals(List.of("way 6", "way 7"), ranking.notShown().stream().map(Proposal::words).toList());
    }

    @Test
    void equalOnesKeepTheirOrder() {
        add("a", 0, 0, 20);
        add("b", 0, 30, 50);
        add("c", 0, 60, 80);
        assertEquals(List.of("a", "b", "c"), order());
    }

    @Test
    void oneAloneAgreesFully() {
        add("a", 0.5, 0, 20);
        assertEquals(1, ranking.groups().getFirst().agreement());
    }

    @Test
    void entriesOfAReportFollowOneAnother() {
        add("a", 0.1, 0, 20);
        add("b", 0.2, 0, 20);
        add("c", 0.3, 0, 40);
        List<Ranking.Group> groups = ranking.groups();
        assertEquals(List.of(11, 12), groups.stream().map(group -> ranking.index(group.first())).toList());
    }
}
