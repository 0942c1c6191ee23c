package hadamask.segment.plane;

import hadamask.image.Image;
import hadamask.image.Layout;

/// The grey of a pixel, as a whole number from 0 (black) to [#maxLevel(int)] (white).
///
/// The levels are exact where the formula allows it: the mean of red, green and blue is kept as their sum, 0 to 765 for
/// 8-bit samples, and divided only when a grey on the scale from 0 to 1 is shown. Alpha does not count.
public enum GrayScale implements Plane {
    /// `(R + G + B) / 3`: the level is `R + G + B`.
    MEAN {
        @Override
        public int maxLevel(int maxSample) {
            return 3 * maxSample;
        }

        @Override
        int level(int r, int g, int b, int maxSample) {
            return r + g + b;
        }
    },

    /// Luma of ITU-R BT.601, `0.299 R + 0.587 G + 0.114 B`, rounded to one of 65536 levels.
    REC601 {
        @Override
        public int maxLevel(int maxSample) {
            return 0xFFFF;
        }

        @Override
        int level(int r, int g, int b, int maxSample) {
            return rounded(299L * r + 587L * g + 114L * b, 1000L * maxSample);
        }
    },

    /// Luma of ITU-R BT.709, `0.2126 R + 0.7152 G + 0.0722 B`, rounded to one of 65536 levels.
    REC709 {
        @Override
        public int maxLevel(int maxSample) {
            return 0xFFFF;
        }

        @Override
        int level(int r, int g, int b, int maxSample) {
            return rounded(2126L * r + 7152L * g + 722L * b, 10000L * maxSample);
        }
    },

    /// Lightness of HSL, `(max(R, G, B) + min(R, G, B)) / 2`: the level is `max + min`.
    LIGHTNESS {
        @Override
        public int maxLevel(int maxSample) {
            return 2 * maxSample;
        }

        @Override
        int level(int r, int g, int b, int maxSample) {
            return Math.max(r, Math.max(g, b)) + Math.min(r, Math.min(g, b));
        }
    };

    @Override
    public int memory() {
        return 0;
    }

    @Override
    public Levels of(Image image, PixelWeights weights) {
        return new GrayLevels(this, image);
    }

    /// The level of white.
    ///
    /// @param maxSample the largest value of a sample, 255 or 65535
    public abstract int maxLevel(int maxSample);

    abstract int level(int r, int g, int b, int maxSample);

    /// The level of one pixel of an image.
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    public int level(Image image, int x, int y) {
        Layout layout = image.layout();
        return level(image.sample(x, y, layout.red()), image.sample(x, y, layout.green()),
                image.sample(x, y, layout.blue()), image.maxSample());
    }

    /// Counts the levels of one row of an image.
    ///
    /// @param y row, from 0
    /// @param counts pixels of each level, added to
    void count(Image image, int y, int[] counts) {
        if (this == MEAN && image.bitDepth() == 8 && image.layout() == Layout.BGR) {
            countSums(image.bytes(), y * image.width() * 3, image.width(), counts);
            return;
        }
        int[] levels = new int[image.width()];
        levels(image, y, levels);
        for (int level : levels) {
            counts[level]++;
        }
    }

    /// Looks up a value for the level of each pixel of a row.
    ///
    /// @param y row, from 0
    /// @param ofLevel the value of each level
    /// @param values receives `image.width()` values
    /// @param to place of the first
    void lookUp(Image image, int y, byte[] ofLevel, byte[] values, int to) {
        if (this == MEAN && image.bitDepth() == 8 && image.layout() == Layout.BGR) {
            lookUpSums(image.bytes(), y * image.width() * 3, image.width(), ofLevel, values, to);
            return;
        }
        int[] levels = new int[image.width()];
        levels(image, y, levels);
        for (int x = 0; x < levels.length; x++) {
            values[to + x] = ofLevel[levels[x]];
        }
    }

    /// The levels of a row in 16 bits.
    ///
    /// @param y row, from 0
    /// @param copy receives `image.width()` levels
    /// @param to place of the first
    void copy(Image image, int y, char[] copy, int to) {
        if (this == MEAN && image.bitDepth() == 8 && image.layout() == Layout.BGR) {
            copySums(image.bytes(), y * image.width() * 3, image.width(), copy, to);
            return;
        }
        int[] levels = new int[image.width()];
        levels(image, y, levels);
        for (int x = 0; x < levels.length; x++) {
            copy[to + x] = (char) levels[x];
        }
    }

    // The mean of a photograph is what nearly every run computes: loops of its own, without the row of levels between.

    private static void countSums(byte[] bgr, int from, int width, int[] counts) {
        for (int x = 0, i = from; x < width; x++, i += 3) {
            counts[(bgr[i] & 0xFF) + (bgr[i + 1] & 0xFF) + (bgr[i + 2] & 0xFF)]++;
        }
    }

    private static void copySums(byte[] bgr, int from, int width, char[] copy, int to) {
        for (int x = 0, i = from; x < width; x++, i += 3) {
            copy[to + x] = (char) ((bgr[i] & 0xFF) + (bgr[i + 1] & 0xFF) + (bgr[i + 2] & 0xFF));
        }
    }

    private static void lookUpSums(byte[] bgr, int from, int width, byte[] ofLevel, byte[] values, int to) {
        for (int x = 0, i = from; x < width; x++, i += 3) {
            values[to + x] = ofLevel[(bgr[i] & 0xFF) + (bgr[i + 1] & 0xFF) + (bgr[i + 2] & 0xFF)];
        }
    }

    /// The levels of one row of an image.
    ///
    /// @param y row, from 0
    /// @param levels receives `image.width()` levels
    public void levels(Image image, int y, int[] levels) {
        if (image.bitDepth() == 8) {
            levels(image.bytes(), image.layout(), y, image.width(), levels);
        } else {
            levels(image.shorts(), image.layout(), y, image.width(), levels);
        }
    }

    private void levels(byte[] samples, Layout layout, int y, int width, int[] levels) {
        int n = layout.samples();
        int red = y * width * n + layout.red();
        int green = y * width * n + layout.green();
        int blue = y * width * n + layout.blue();
        for (int x = 0; x < width; x++) {
            int i = x * n;
            levels[x] = level(samples[red + i] & 0xFF, samples[green + i] & 0xFF, samples[blue + i] & 0xFF, 0xFF);
        }
    }

    private void levels(short[] samples, Layout layout, int y, int width, int[] levels) {
        int n = layout.samples();
        int red = y * width * n + layout.red();
        int green = y * width * n + layout.green();
        int blue = y * width * n + layout.blue();
        for (int x = 0; x < width; x++) {
            int i = x * n;
            levels[x] = level(samples[red + i] & 0xFFFF, samples[green + i] & 0xFFFF, samples[blue + i] & 0xFFFF,
                    0xFFFF);
        }
    }

    private static int rounded(long weighted, long white) {
        return (int) ((2 * 0xFFFF * weighted + white) / (2 * white));
    }
}
