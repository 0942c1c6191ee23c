package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.image.Mask;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.refine.NaiveMorphology;
import hadamask.segment.split.Split;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Regions found beside true ones: worked by hand, and against all pairs.
class MatchingTest {
    private static RegionLabels labels(int... numbers) {
        return RegionLabels.ofNumbers(numbers.length, 1, numbers);
    }

    @Test
    void countsWorkedByHand() {
        // Overlaps over unions: 3 of 4, 2 of 4 (which is not above a half), and one too many.
        Matching matching = Matching.of(labels(1, 1, 1, 0, 5, 5, 5, 0, 0, 9), labels(2, 2, 2, 2, 0, 3, 3, 3, 0, 0));
        assertEquals(3, matching.found());
        assertEquals(2, matching.expected());
        assertEquals(1, matching.matched());
        assertEquals(2 / 5.0, matching.f1());
        // One match at 0.5, 0.55, 0.6, 0.65, 0.7: 1 of 4 each; 3 of 4 is not above 0.75.
        assertEquals(5 * 0.25 / 10, matching.averagePrecision());
    }

    @Test
    void theSameRegionsAgreeFullyUnderAnyNames() {
        Matching same = Matching.of(labels(1, 1, 0, 2, 3), labels(70000, 70000, 0, 5, 2));
        assertEquals(1, same.f1());
        assertEquals(1, same.averagePrecision());
        Matching none = Matching.of(labels(0, 0), labels(0, 0));
        assertEquals(1, none.f1());
        assertEquals(1, none.averagePrecision());
        assertEquals(0, Matching.of(labels(0, 1), labels(0, 0)).f1());
        assertThrows(IllegalArgumentException.class, () -> Matching.of(labels(1), labels(1, 1)));
    }

    @Test
    void matchesAreThePairsAboveAHalf() {
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            Mask mask = NaiveMorphology.random(random, 41, 33);
            RegionLabels found = RegionLabels.of(mask, Connectivity.EIGHT, Split.DEFAULT);
            RegionLabels truth = RegionLabels.of(mask, Connectivity.EIGHT);
            int pairs = 0;
            for (int a = 1; a <= found.count(); a++) {
                for (int b = 1; b <= truth.count(); b++) {
                    int both = 0;
                    int either = 0;
                    for (int i = 0; i < found.values().length; i++) {
                        boolean in = found.values()[i] == a;
                        boolean expected = truth.values()[i] == b;
                        both += in && expected ? 1 : 0;
                        either += in || expected ? 1 : 0;
                    }
                    pairs += 2 * both > either ? 1 : 0;
                }
            }
            assertEquals(pairs, Matching.of(found, truth).matched());
        }
    }
}
