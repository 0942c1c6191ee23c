package hadamask.codec.tiff;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.TiffTags;
import hadamask.file.InputException;

/// What the samples of a TIFF mean.
enum TiffColor {
    /// Grey, 0 is white.
    WHITE_IS_ZERO(1),
    /// Grey, 0 is black.
    BLACK_IS_ZERO(1),
    /// Red, green, blue.
    RGB(3),
    /// Places in a table of colours.
    PALETTE(1),
    /// Cyan, magenta, yellow, black.
    CMYK(4),
    /// Luminance and two colour differences.
    YCBCR(3);

    private static final int INKS_OF_CMYK = 1;

    private final int samples;

    TiffColor(int samples) {
        this.samples = samples;
    }

    /// Samples of a pixel, without alpha.
    int samples() {
        return samples;
    }

    /// @param photometric number of the tag, or -1 where there is none
    /// @throws InputException if it is not read
    static TiffColor of(long photometric, TiffTags tags) throws BrokenImageException {
        String name = switch ((int) photometric) {
            case 4 -> "transparency mask";
            case 8, 9, 10 -> "Lab";
            case 32803 -> "the raw data of a camera's sensor";
            case 34892 -> "linear raw";
            case 32844, 32845 -> "logarithmic luminance";
            default -> "";
        };
        if (photometric == 5 && tags.pixelNumber(TiffTags.INK_SET, INKS_OF_CMYK) != INKS_OF_CMYK) {
            name = "inks that are not CMYK";
        }
        if (!name.isEmpty()) {
            throw new InputException("is a TIFF of a colour space that is not read (" + name
                    + "), expected grey, RGB, palette, CMYK or YCbCr");
        }
        return switch ((int) photometric) {
            case 0 -> WHITE_IS_ZERO;
            case 1 -> BLACK_IS_ZERO;
            case 2 -> RGB;
            case 3 -> PALETTE;
            case 5 -> CMYK;
            case 6 -> YCBCR;
            default -> throw new InputException("is a TIFF of a colour space that is not read (" + photometric
                    + "), expected grey, RGB, palette, CMYK or YCbCr");
        };
    }
}
