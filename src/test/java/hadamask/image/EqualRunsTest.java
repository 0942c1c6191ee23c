package hadamask.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// What goes over masks by runs finds what their pixels say.
class EqualRunsTest {
    private static byte[] samples(Random random, int length) {
        byte[] samples = new byte[length];
        int levels = 1 + random.nextInt(4);
        for (int i = 0; i < length;) {
            byte value = (byte) (random.nextInt(levels) * 85);
            for (int run = 1 + random.nextInt(random.nextBoolean() ? 3 : 60); run > 0 && i < length; run--) {
                samples[i++] = value;
            }
        }
        return samples;
    }

    @Test
    void runsEndWhereSamplesChange() {
        Random random = new Random(1);
        for (int trial = 0; trial < 300; trial++) {
            byte[] bytes = samples(random, 1 + random.nextInt(200));
            int[] ints = new int[bytes.length];
            for (int i = 0; i < ints.length; i++) {
                ints[i] = bytes[i];
            }
            for (int from = 0; from < bytes.length; from++) {
                int end = from + 1 + random.nextInt(bytes.length - from);
                int expected = from + 1;
                while (expected < end && bytes[expected] == bytes[from]) {
                    expected++;
                }
                assertEquals(expected, EqualRuns.end(bytes, from, end));
                assertEquals(expected, EqualRuns.end(ints, from, end));
                int step = -random.nextInt(from + 1);
                int other = from;
                while (other < end && bytes[other] == bytes[other + step]) {
                    other++;
                }
                assertEquals(other, EqualRuns.other(bytes, from, end, step));
            }
        }
    }

    @Test
    void theEvidenceOfRunsIsThatOfPixels() {
        Random random = new Random(2);
        for (int trial = 0; trial < 200; trial++) {
            int width = 1 + random.nextInt(70);
            int height = 1 + random.nextInt(12);
            byte[] samples = samples(random, width * height);
            for (int y = 1; y < height; y++) {
                if (random.nextBoolean()) {
                    System.arraycopy(samples, (y - 1) * width, samples, y * width, width);
                }
            }
            Image image = Image.of8Bit(width, height, Layout.GRAY, samples, Attributes.NONE);
            assertEquals(LabelEvidence.ofPixels(image).toString(), LabelEvidence.of(image).toString());
        }
    }
}
