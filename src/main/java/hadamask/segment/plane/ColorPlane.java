package hadamask.segment.plane;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.color.LabTable;
import hadamask.segment.color.RgbRows;

/// A plane that the colour of each pixel alone decides.
///
/// Samples keep their own levels. All others have 4096 levels for images of 8 bits and 65536 for 16 bits.
public enum ColorPlane implements Plane {
    /// The red sample.
    RED {
        @Override
        int level(int r, int g, int b, int maxSample) {
            return r;
        }
    },

    /// The green sample.
    GREEN {
        @Override
        int level(int r, int g, int b, int maxSample) {
            return g;
        }
    },

    /// The blue sample.
    BLUE {
        @Override
        int level(int r, int g, int b, int maxSample) {
            return b;
        }
    },

    /// L of CIE Lab, from 0 (black) to 100 (white).
    LAB_L {
        @Override
        int level(int r, int g, int b, int maxSample) {
            return maxSample == BYTE ? LabTable.lLevel(r, g, b) : LabTable.deepL(r, g, b);
        }

        @Override
        void levels(int[] colors, char[] levels, int to) {
            LabTable.lLevels(colors, levels, to);
        }
    },

    /// a of CIE Lab, from -128 (green) over 0 (grey) to 128 (magenta).
    LAB_A {
        @Override
        int level(int r, int g, int b, int maxSample) {
            return maxSample == BYTE ? LabTable.aLevel(r, g, b) : LabTable.deepA(r, g, b);
        }

        @Override
        void levels(int[] colors, char[] levels, int to) {
            LabTable.aLevels(colors, levels, to);
        }
    },

    /// b of CIE Lab, from -128 (blue) over 0 (grey) to 128 (yellow).
    LAB_B {
        @Override
        int level(int r, int g, int b, int maxSample) {
            return maxSample == BYTE ? LabTable.bLevel(r, g, b) : LabTable.deepB(r, g, b);
        }

        @Override
        void levels(int[] colors, char[] levels, int to) {
            LabTable.bLevels(colors, levels, to);
        }
    },

    /// Saturation of HSV, `(max(R, G, B) - min(R, G, B)) / max(R, G, B)`, from 0 to 1; 0 of black.
    SATURATION {
        @Override
        int level(int r, int g, int b, int maxSample) {
            int max = Math.max(r, Math.max(g, b));
            int min = Math.min(r, Math.min(g, b));
            return max == 0 ? 0 : StoredLevels.rounded((long) (max - min) * maxLevel(maxSample), max);
        }

        @Override
        void levels(int[] colors, char[] levels, int to) {
            for (int x = 0; x < colors.length; x++) {
                int r = colors[x] >> 16;
                int g = (colors[x] >> 8) & 0xFF;
                int b = colors[x] & 0xFF;
                int max = Math.max(r, Math.max(g, b));
                int min = Math.min(r, Math.min(g, b));
                levels[to + x] = (char) Quotient.rounded((max - min) * LabTable.MAX_LEVEL, max);
            }
        }
    },

    /// Excess green, `2 g - r - b` of the shares of a pixel's colours, from -1 to 2; 0 of black.
    ///
    /// D. M. Woebbecke et al., "Color indices for weed identification under various soil, residue, and lighting conditions",
    /// Transactions of the ASAE 38, 1995. As the shares add up to 1 it is `3 g - 1`, and its level is g's share.
    EXG {
        @Override
        int level(int r, int g, int b, int maxSample) {
            int sum = r + g + b;
            return sum == 0
                    ? maxLevel(maxSample) / 3
                    : StoredLevels.rounded((long) g * maxLevel(maxSample), sum);
        }

        @Override
        void levels(int[] colors, char[] levels, int to) {
            for (int x = 0; x < colors.length; x++) {
                int g = (colors[x] >> 8) & 0xFF;
                int sum = (colors[x] >> 16) + g + (colors[x] & 0xFF);
                levels[to + x] = (char) (sum == 0
                        ? LabTable.MAX_LEVEL / 3
                        : Quotient.rounded(g * LabTable.MAX_LEVEL, sum));
            }
        }
    },

    /// Excess green less excess red, `(2 g - r - b) - (1.4 r - g)` of the shares of a pixel's colours, from -2.4 to 3; 0 of
    /// black.
    ///
    /// G. E. Meyer, J. C. Neto, "Verification of color vegetation indices for automated crop imaging applications",
    /// Computers and Electronics in Agriculture 63, 2008.
    EXGR {
        @Override
        int level(int r, int g, int b, int maxSample) {
            int sum = r + g + b;
            // ten times the index, less its least: 30 g - 24 r - 10 b + 24 (r + g + b), over 54 (r + g + b)
            return sum == 0
                    ? StoredLevels.rounded(24L * maxLevel(maxSample), 54)
                    : (int) ((2 * (54L * g + 14L * b) * maxLevel(maxSample) + 54L * sum) / (2 * 54L * sum));
        }

        @Override
        void levels(int[] colors, char[] levels, int to) {
            for (int x = 0; x < colors.length; x++) {
                int g = (colors[x] >> 8) & 0xFF;
                int b = colors[x] & 0xFF;
                int sum = (colors[x] >> 16) + g + b;
                levels[to + x] = (char) (sum == 0
                        ? level(0, 0, 0, BYTE)
                        : Quotient.rounded((27 * g + 7 * b) * (LabTable.MAX_LEVEL / 9), 3 * sum));
            }
        }
    };

    /// The largest sample of 8 bits.
    private static final int BYTE = 0xFF;

    /// The largest level.
    ///
    /// @param maxSample the largest value of a sample, 255 or 65535
    public int maxLevel(int maxSample) {
        return isSample()
                ? maxSample
                : maxSample == BYTE ? LabTable.MAX_LEVEL : 0xFFFF;
    }

    /// The level of a colour.
    ///
    /// @param maxSample the largest value of a sample, 255 or 65535
    abstract int level(int r, int g, int b, int maxSample);

    /// The levels of colours of 8 bits per sample, as [RgbRows#readPacked] reads them; of a sample nobody asks, as it is the level.
    ///
    /// @param levels receives them from place `to` on
    void levels(int[] colors, char[] levels, int to) {
        throw new IllegalStateException(this + " is a level as it is");
    }

    private boolean isSample() {
        return this == RED || this == GREEN || this == BLUE;
    }

    @Override
    public int memory() {
        return isSample() ? 0 : StoredLevels.MEMORY;
    }

    @Override
    public Levels of(Image image, PixelWeights weights) {
        if (isSample()) {
            Layout layout = image.layout();
            return new SampleLevels(image,
                    this == RED ? layout.red() : this == GREEN ? layout.green() : layout.blue());
        }
        int maxSample = image.maxSample();
        int width = image.width();
        return StoredLevels.of(width, image.height(), maxLevel(maxSample), () -> {
            int[] colors = new int[maxSample == BYTE ? width : 3 * width];
            return (y, values, to) -> {
                if (maxSample == BYTE) {
                    RgbRows.readPacked(image, y, colors);
                    levels(colors, values, to);
                } else {
                    RgbRows.read(image, y, colors);
                    deepLevels(colors, values, to);
                }
            };
        });
    }

    private void deepLevels(int[] rgb, char[] levels, int to) {
        for (int x = to, i = 0; i < rgb.length; x++, i += 3) {
            levels[x] = (char) level(rgb[i], rgb[i + 1], rgb[i + 2], Character.MAX_VALUE);
        }
    }
}
