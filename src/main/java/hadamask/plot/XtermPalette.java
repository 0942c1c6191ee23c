package hadamask.plot;

/// The colours 16 to 255 of xterm: a cube of 6 x 6 x 6 colours, then 24 greys. The first 16 are the user's own.
final class XtermPalette {
    /// The number of the first colour.
    static final int FIRST = 16;
    /// One more than the number of the last colour.
    static final int END = 256;

    private static final int FIRST_GRAY = 232;
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    private XtermPalette() {
    }

    /// Red, green and blue of a colour.
    ///
    /// @param number from 16 to 255
    static int rgb(int number) {
        if (number >= FIRST_GRAY) {
            return (8 + 10 * (number - FIRST_GRAY)) * 0x010101;
        }
        int place = number - FIRST;
        return LEVELS[place / 36] << 16 | LEVELS[place / 6 % 6] << 8 | LEVELS[place % 6];
    }

    /// The number of the colour with the smallest sum of squared differences; of equals, the smallest number.
    static int nearest(int rgb) {
        int red = rgb >> 16 & 0xFF;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        int inCube = FIRST + 36 * level(red) + 6 * level(green) + level(blue);
        // The nearest grey to a colour is the nearest to its mean.
        int gray = FIRST_GRAY + Math.clamp(Math.round(((red + green + blue) / 3.0f - 8) / 10), 0, 23);
        return difference(rgb, rgb(gray)) < difference(rgb, rgb(inCube)) ? gray : inCube;
    }

    private static int level(int sample) {
        int best = 0;
        for (int level = 1; level < LEVELS.length; level++) {
            if (Math.abs(sample - LEVELS[level]) < Math.abs(sample - LEVELS[best])) {
                best = level;
            }
        }
        return best;
    }

    static int difference(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int d = (one >> shift & 0xFF) - (other >> shift & 0xFF);
            sum += d * d;
        }
        return sum;
    }
}
