package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.image.Mask;
import hadamask.parallel.Workers;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.NaiveMorphology;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Runs that are kept are those that are found, and labels whose memory is used again are as good as new ones.
class RegionRunsTest {
    private static List<List<Integer>> found(RegionLabels labels) {
        List<List<Integer>> runs = new ArrayList<>();
        for (int y = 0; y < labels.height(); y++) {
            labels.findRuns(y, (label, row, from, end) -> runs.add(List.of(label, row, from, end)));
        }
        return runs;
    }

    @Test
    void runsAreThoseOfEachRowWhetherTheyAreKeptOrNot() {
        Random random = new Random(11);
        int kept = 0;
        for (int trial = 0; trial < 60; trial++) {
            Mask mask = NaiveMorphology.random(random, 1 + random.nextInt(60), 1 + random.nextInt(40));
            RegionLabels labels = RegionLabels.of(mask, Connectivity.EIGHT);
            for (int time = 0; time < 2; time++) {
                List<List<Integer>> visited = new ArrayList<>();
                labels.forEachRun((label, y, from, end) -> visited.add(List.of(label, y, from, end)));
                assertEquals(found(labels), visited);
            }
            kept += RegionRuns.of(labels).areKept() ? 1 : 0;
        }
        assertEquals(true, kept > 5 && kept < 55, "both ways were tried: " + kept);
    }

    @Test
    void memoryThatIsGivenUpIsUsedAgainWithoutATrace() {
        try (Workers workers = new Workers(1)) {
            workers.within(() -> {
                Random random = new Random(12);
                for (int trial = 0; trial < 40; trial++) {
                    int width = trial % 3 == 0 ? 20 : 31;
                    Mask mask = NaiveMorphology.random(random, width, 25);
                    Connectivity connected = random.nextBoolean() ? Connectivity.FOUR : Connectivity.EIGHT;
                    RegionLabels labels = RegionLabels.of(mask, connected);
                    int[] expected = new int[width * 25];
                    List<List<NaiveRegions.Place>> regions = NaiveRegions.of(mask, connected);
                    for (int n = 0; n < regions.size(); n++) {
                        for (NaiveRegions.Place place : regions.get(n)) {
                            expected[place.y() * width + place.x()] = n + 1;
                        }
                    }
                    assertArrayEquals(expected, labels.values());
                    labels.giveUp();
                }
            });
        }
    }
}
