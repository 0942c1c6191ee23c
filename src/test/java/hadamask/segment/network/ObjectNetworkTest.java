package hadamask.segment.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.file.InputException;
import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.network.Network.Tensor;
import hadamask.segment.network.NetworkAdjustments.Channels;
import hadamask.segment.network.NetworkAdjustments.Order;
import hadamask.segment.network.NetworkAdjustments.Size;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a network is given, and what is made of what it gives.
class ObjectNetworkTest {
    private static final float CLOSE = 1e-5f;

    /// A picture of one colour.
    private static Image colour(int width, int height, int red, int green, int blue) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) red;
            rgb[i + 1] = (byte) green;
            rgb[i + 2] = (byte) blue;
        }
        return Image.of8Bit(width, height, Layout.RGB, rgb, Attributes.NONE);
    }

    /// The first value of each plane that a network is given, and the size of its planes.
    private static float[] given(Image image, String input, long width, long height, NetworkAdjustments adjustments) {
        List<Tensor> seen = new ArrayList<>();
        ObjectNetwork.of("net", new NetworkSketch(input, width, height, tensor -> {
            seen.add(tensor);
            int pixels = tensor.values().length / 3;
            return new Tensor(new float[pixels], List.of(1L, 1L, tensor.shape().get(2), tensor.shape().get(3)));
        }), adjustments).map(image);
        Tensor tensor = seen.getFirst();
        int pixels = tensor.values().length / 3;
        return new float[]{tensor.values()[0], tensor.values()[pixels], tensor.values()[2 * pixels],
            tensor.shape().get(3), tensor.shape().get(2)};
    }

    @Test
    void samplesAreScaledAsEachNetworkWasTrained() {
        Image image = colour(40, 30, 200, 100, 50);
        assertArrayEquals(
                new float[]{(1 - 0.485f) / 0.229f, (0.5f - 0.456f) / 0.224f, (0.25f - 0.406f) / 0.225f, 320, 320},
                given(image, "input.1", 320, 320, NetworkAdjustments.NONE), CLOSE);
        assertArrayEquals(new float[]{0.5f, 0, -0.25f, 1024, 1024},
                given(image, "picture", 1024, 1024, NetworkAdjustments.NONE), CLOSE);
        assertArrayEquals(new float[]{(200 - 128) / 256f, (100 - 128) / 256f, (50 - 128) / 256f, 1024, 1024},
                given(image, "input", 1024, 1024, NetworkAdjustments.NONE), CLOSE);
        assertArrayEquals(new float[]{2 * 200 / 255f - 1, 2 * 100 / 255f - 1, 2 * 50 / 255f - 1, 672, 512},
                given(image, "input", -1, -1, NetworkAdjustments.NONE), CLOSE);
        assertArrayEquals(
                new float[]{(1 - 0.485f) / 0.229f, (0.5f - 0.456f) / 0.224f, (0.25f - 0.406f) / 0.225f, 1024, 1024},
                given(image, "input_image", -1, -1, NetworkAdjustments.NONE), CLOSE);
    }

    /// A picture of grey levels in one row.
    private static Image row(int... levels) {
        byte[] samples = new byte[levels.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) levels[i];
        }
        return Image.of8Bit(levels.length, 1, Layout.GRAY, samples, Attributes.NONE);
    }

    /// The network of that package gets what it gets there, as its JavaScript has it: `x * width / 1024`, rounded to 8 bits.
    @Test
    void theNetworkOfImglyGetsWhatItsPackageGivesIt() {
        float[][] seen = new float[1][];
        ObjectNetwork.of("net", new NetworkSketch("input", 1024, 1024, tensor -> {
            seen[0] = tensor.values().clone();
            return new Tensor(new float[1024 * 1024], List.of(1L, 1L, 1024L, 1024L));
        }), NetworkAdjustments.NONE).map(row(0, 101, 200, 250));
        int[] levels = {0, 0, 1, 51, 101, 118, 200, 225, 250, 250};
        int[] columns = {0, 1, 2, 128, 256, 300, 512, 640, 768, 1023};
        for (int i = 0; i < levels.length; i++) {
            assertEquals((levels[i] - 128) / 256f, seen[0][columns[i]], CLOSE, "column " + columns[i]);
            assertEquals((levels[i] - 128) / 256f, seen[0][1023 * 1024 + columns[i]], CLOSE);
        }
    }

    /// A network that finds what is bright finds it in its place, with the middles of pixels in place or the first pixel.
    @Test
    void theMapLiesOnThePictureHoweverItWasEnlarged() {
        int width = 40;
        int height = 30;
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (isIn(i % width, i / width) ? 220 : 20);
        }
        Image image = Image.of8Bit(width, height, Layout.GRAY, samples, Attributes.NONE);
        for (String name : List.of("input", "picture")) {
            float[] found = ObjectNetwork.of("net", new NetworkSketch(name, 1024, 1024, tensor -> {
                float[] map = new float[1024 * 1024];
                for (int i = 0; i < map.length; i++) {
                    map[i] = tensor.values()[i] > 0 ? 1 : 0;
                }
                return new Tensor(map, List.of(1L, 1L, 1024L, 1024L));
            }), NetworkAdjustments.NONE).map(image).at(width, height);
            for (int i = 0; i < found.length; i++) {
                // corners are round, and half a pixel beside its place would be 0.5
                assertEquals(isIn(i % width, i / width) ? 1 : 0, found[i], 0.25, name + " " + i);
            }
        }
    }

    private static boolean isIn(int x, int y) {
        return x >= 10 && x < 25 && y >= 5 && y < 22;
    }

    @Test
    void whatAUserSaysCountsBeforeWhatIsBelieved() {
        assertArrayEquals(new float[]{(50 / 255f - 0.3f) / 4, (100 / 255f - 0.2f) / 4, (200 / 255f - 0.1f) / 4, 48, 64},
                given(colour(10, 10, 200, 100, 50), "input", -1, -1, new NetworkAdjustments(new Size(48, 64),
                        new Channels(0.1, 0.2, 0.3), Channels.all(4), Order.BGR)),
                CLOSE);
    }

    @Test
    void aBlackPictureIsNoNumberLess() {
        float[] given = given(colour(3, 3, 0, 0, 0), "input.1", 320, 320, NetworkAdjustments.NONE);
        assertEquals(-0.485f / 0.229f, given[0], CLOSE);
    }

    @Test
    void aStripIsSqueezedAndEachSideIsAMultipleOf32() {
        float[] given = given(colour(4000, 10, 9, 9, 9), "input", -1, -1, NetworkAdjustments.NONE);
        assertArrayEquals(new float[]{4096, 512}, new float[]{given[3], given[4]});
    }

    private static ObjectMap map(float[] values, Long... shape) {
        return ObjectNetwork.of("net", new NetworkSketch("input", 320, 320,
                tensor -> new Tensor(values, List.of(shape))), NetworkAdjustments.NONE).map(colour(4, 4, 1, 2, 3));
    }

    @Test
    void probabilitiesStayAndOddsBecomeProbabilities() {
        assertArrayEquals(new float[]{0, 0.25f, 1, 1}, map(new float[]{-0.0005f, 0.25f, 1, 1.0005f}, 1L, 1L, 2L, 2L)
                .values());
        assertArrayEquals(new float[]{0.5f, 0.880797f, 0.119203f, 0, 1, 0.731059f},
                map(new float[]{0, 2, -2, -900, 900, 1}, 2L, 3L).values(), CLOSE);
    }

    @Test
    void whatIsNoMapIsRefused() {
        for (Long[] shape : new Long[][]{{1L, 2L, 1L, 2L}, {4L, 1L}, {4L}, {}}) {
            InputException refusal = assertThrows(InputException.class, () -> map(new float[4], shape));
            assertEquals("net", refusal.where());
        }
        assertThrows(InputException.class, () -> map(new float[]{0, Float.NaN, 0, 0}, 2L, 2L));
    }

    @Test
    void aMapIsResampledByMeansAndByLines() {
        ObjectMap map = new ObjectMap(2, 2, new float[]{0, 1, 0, 1});
        assertArrayEquals(new float[]{0.5f}, map.at(1, 1), CLOSE);
        assertArrayEquals(new float[]{0, 0.25f, 0.75f, 1}, map.at(4, 1), CLOSE);
        assertArrayEquals(new float[]{0.5f, 0.5f, 0.5f}, map.at(1, 3), CLOSE);
        assertArrayEquals(new float[]{0, 0.5f, 1}, map.at(3, 1), CLOSE);
    }

    /// Whatever the sizes: a constant stays one, and the mean of a map that becomes smaller by whole numbers is kept.
    @Test
    void resamplingKeepsConstants() {
        for (int width = 1; width < 9; width++) {
            float[] values = new float[3 * width];
            java.util.Arrays.fill(values, 0.75f);
            for (int to = 1; to < 20; to++) {
                for (float value : new ObjectMap(width, 3, values).at(to, 5)) {
                    assertEquals(0.75f, value, CLOSE, width + " to " + to);
                }
            }
        }
    }
}
