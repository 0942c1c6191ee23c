package hadamask.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.image.Mask;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedMaskTest {
    private static Mask random(Random random, int width, int height, int oneIn) {
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (random.nextInt(oneIn) == 0 ? 1 : 0);
        }
        return new Mask(width, height, values);
    }

    @Test
    void packedMasksAgreeAsMasksDo() {
        Random random = new Random(11);
        for (int width = 1; width < 140; width += 3) {
            Mask a = random(random, width, 1 + random.nextInt(5), 1 + random.nextInt(4));
            Mask b = random(random, width, a.height(), 1 + random.nextInt(4));
            assertEquals(Agreement.of(a, b), PackedMask.of(a).agreement(PackedMask.of(b)));
            assertEquals(a.count(), PackedMask.of(a).count());
        }
    }

    @Test
    void masksOfOtherSizesAreRefused() {
        PackedMask mask = PackedMask.of(new Mask(3, 1, new byte[3]));
        PackedMask other = PackedMask.of(new Mask(2, 1, new byte[2]));
        assertThrows(IllegalArgumentException.class, () -> mask.agreement(other));
    }
}
