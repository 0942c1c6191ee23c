package hadamask.segment;

import hadamask.image.Image;
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
    },

    /// a of CIE Lab, from -128 (green) over 0 (grey) to 128 (magenta).
    LAB_A {
        @Override
        int level(int r, int g, int b, int maxSample) {
            return maxSample == BYTE ? LabTable.aLevel(r, g, b) : LabTable.deepA(r, g, b);
        }
    },

    /// b of CIE Lab, from -128 (blue) over 0 (grey) to 128 (yellow).
    LAB_B {
        @Override
        int level(int r, int g, int b, int maxSample) {
            return maxSample == BYTE ? LabTable.bLevel(r, g, b) : LabTable.deepB(r, g, b);
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
    };

    /// The largest sample of 8 bits.
    private static final int BYTE = 0xFF;

    /// The largest level.
    ///
    /// @param maxSample the largest value of a sample, 255 or 65535
    public int maxLevel(int maxSample) {
        return this == RED || this == GREEN || this == BLUE
                ? maxSample
                : maxSample == BYTE ? LabTable.MAX_LEVEL : 0xFFFF;
    }

    /// The level of a colour.
    ///
    /// @param maxSample the largest value of a sample, 255 or 65535
    abstract int level(int r, int g, int b, int maxSample);

    @Override
    public int memory() {
        return StoredLevels.MEMORY;
    }

    @Override
    public Levels of(Image image, PixelWeights weights) {
        int maxSample = image.maxSample();
        int width = image.width();
        return StoredLevels.of(width, image.height(), maxLevel(maxSample), (y, values, to) -> {
            int[] rgb = new int[3 * width];
            RgbRows.read(image, y, rgb);
            for (int x = 0, i = 0; x < width; x++, i += 3) {
                values[to + x] = (char) level(rgb[i], rgb[i + 1], rgb[i + 2], maxSample);
            }
        });
    }
}
