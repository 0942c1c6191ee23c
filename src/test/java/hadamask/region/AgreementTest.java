package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.image.Mask;
import hadamask.segment.Pictures;
import hadamask.segment.refine.NaiveMorphology;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void theScoresAreThoseWorkedByHand() {
        Agreement a = Agreement.of(Pictures.mask(4, 1, 1, 1, 0, 0, 0, 0, 0), Pictures.mask(4, 1, 1, 0, 1, 1, 0, 0, 0));
        assertEquals(new Agreement(2, 1, 2, 3), a);
        assertEquals(2 / 5.0, a.iou());
        assertEquals(4 / 7.0, a.dice());
        assertEquals(2 / 3.0, a.precision());
        assertEquals(1 / 2.0, a.recall());
        assertEquals(5 / 8.0, a.accuracy());
    }

    @Test
    void equalMasksAgreeFullyAndOppositesNotAtAll() {
        Random random = new Random(1);
        Mask mask = NaiveMorphology.random(random, 30, 20);
        Agreement same = Agreement.of(mask, mask);
        assertEquals(1, same.iou());
        assertEquals(1, same.accuracy());
        Agreement opposite = Agreement.of(mask, mask.inverted());
        assertEquals(0, opposite.iou());
        assertEquals(0, opposite.dice());
        assertEquals(0, opposite.accuracy());
    }

    @Test
    void diceFollowsFromIouAndBothSidesAreEqual() {
        Random random = new Random(2);
        for (int i = 0; i < 50; i++) {
            Mask a = NaiveMorphology.random(random, 17, 11);
            Mask b = NaiveMorphology.random(random, 17, 11);
            Agreement ab = Agreement.of(a, b);
            assertEquals(2 * ab.iou() / (1 + ab.iou()), ab.dice(), 1e-15);
            assertEquals(ab.iou(), Agreement.of(b, a).iou());
            assertEquals(ab.precision(), Agreement.of(b, a).recall());
        }
    }

    @Test
    void emptyMasksAgreeFullyButHaveNoPrecision() {
        Mask empty = Pictures.mask(2, 0, 0);
        Agreement none = Agreement.of(empty, empty);
        assertEquals(1, none.iou());
        assertEquals(1, none.dice());
        assertEquals(1, none.accuracy());
        assertTrue(Double.isNaN(none.precision()));
        assertTrue(Double.isNaN(none.recall()));
    }

    @Test
    void masksOfDifferentSizeAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> Agreement.of(Pictures.mask(2, 0, 0), Pictures.mask(1, 0, 0)));
    }
}
