package hadamask.segment;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;
import java.util.Random;

/// Small pictures that the tests of this room share.
public final class Pictures {
    private Pictures() {
    }

    /// A picture of the given samples, pixel by pixel; 0 to 255, or 0 to 65535.
    public static Image of(int width, int height, Layout layout, int bits, int... samples) {
        byte[] bytes = new byte[samples.length];
        short[] shorts = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[i] = (byte) samples[i];
            shorts[i] = (short) samples[i];
        }
        return bits == 8
                ? Image.of8Bit(width, height, layout, bytes, Attributes.NONE)
                : Image.of16Bit(width, height, layout, shorts, Attributes.NONE);
    }

    public static Image random(Random random, int width, int height, Layout layout, int bits) {
        return of(width, height, layout, bits,
                random.ints((long) width * height * layout.samples(), 0, 1 << bits).toArray());
    }

    public static Mask mask(int width, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new Mask(width, values.length / width, bytes);
    }
}
