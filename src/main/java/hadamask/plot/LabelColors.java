package hadamask.plot;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.LabelImage;
import hadamask.image.Layout;
import hadamask.image.PaletteImage;
import org.jspecify.annotations.Nullable;

/// A picture of numbers of objects that people can tell apart: background black, each number a bright colour.
///
/// From one number to the next the hue turns by the golden angle of 137.5 degrees, and the lightness of CIELAB goes from 85 to 50 and
/// back in steps: numbers that follow each other are far apart, those of the same hue differ in lightness.
public final class LabelColors {
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final int[] LIGHTNESS = {72, 58, 85, 65, 50, 79};
    private static final int CHROMA = 75;
    /// After as many numbers the colours begin again.
    private static final int COLORS = 1530;
    private static final int LARGEST_PLACE = 255;

    private LabelColors() {
    }

    private static int[] colors() {
        int[] colors = new int[COLORS];
        for (int i = 0; i < COLORS; i++) {
            colors[i] = EvenColors.color(LIGHTNESS[i % LIGHTNESS.length], CHROMA, i * GOLDEN_ANGLE);
        }
        return colors;
    }

    /// The picture with a palette, so that the numbers can be read from it again; null where some are larger than 255. Memory: 1 byte
    /// per pixel.
    public static @Nullable PaletteImage withPalette(LabelImage labels, Attributes attributes) {
        int largest = labels.largest();
        if (largest > LARGEST_PLACE) {
            return null;
        }
        int[] colors = colors();
        byte[] palette = new byte[3 * (largest + 1)];
        for (int i = 1; i <= largest; i++) {
            palette[3 * i] = (byte) (colors[i - 1] >> 16);
            palette[3 * i + 1] = (byte) (colors[i - 1] >> 8);
            palette[3 * i + 2] = (byte) colors[i - 1];
        }
        int[] numbers = labels.numbers();
        byte[] places = new byte[numbers.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (byte) numbers[i];
        }
        return new PaletteImage(Image.of8Bit(labels.width(), labels.height(), Layout.GRAY, places,
                attributes.withoutProfile()), palette, false);
    }

    /// The picture, in 8 bits. Memory: 3 bytes per pixel.
    public static Image of(LabelImage labels, Attributes attributes) {
        int[] colors = colors();
        int[] numbers = labels.numbers();
        byte[] samples = new byte[3 * numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] > 0) {
                int color = colors[(numbers[i] - 1) % COLORS];
                samples[3 * i] = (byte) color;
                samples[3 * i + 1] = (byte) (color >> 8);
                samples[3 * i + 2] = (byte) (color >> 16);
            }
        }
        return Image.of8Bit(labels.width(), labels.height(), Layout.BGR, samples, attributes.withoutProfile());
    }
}
