package hadamask.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import hadamask.file.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;

/// Reads the first page of a TIFF, by TwelveMonkeys: grey, RGB, palette, CMYK, YCbCr; 1 to 8 and 16 bits.
final class TiffReader {
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int CMYK = 5;
    private static final int YCBCR = 6;
    private static final int UNSIGNED = 1;
    private static final int MAX_SAMPLES = 8;
    /// Small pictures stand in one tile that is larger.
    private static final int WIDEST_TILE = 1 << 14;

    private TiffReader() {
    }

    /// Reads a TIFF file, upright.
    static Image read(byte[] file, PixelLimit limit, Damage damage) throws IOException {
        TiffTags tags = TiffTags.of(file);
        long width = tags.number(TiffTags.WIDTH, 0);
        long height = tags.number(TiffTags.HEIGHT, 0);
        if (width == 0 && height == 0) {
            throw new BrokenImageException("its directory is missing or damaged");
        }
        long samples = tags.number(TiffTags.SAMPLES_PER_PIXEL, 1);
        if (samples > MAX_SAMPLES) {
            throw new BrokenImageException("it has " + samples + " samples per pixel, expected at most " + MAX_SAMPLES);
        }
        limit.check(width, height, (int) Math.max(1, samples), size(width, height, (int) Math.max(1, samples), tags));
        if (tags.number(TiffTags.TILE_WIDTH, 0) > Math.max(width, WIDEST_TILE)) {
            throw new BrokenImageException("its tiles are wider than the picture");
        }
        int photometric = (int) tags.number(TiffTags.PHOTOMETRIC, -1);
        checkKind(tags, photometric);
        int compression = (int) tags.number(TiffTags.COMPRESSION, 1);
        if (compression == 6 || compression == 7) {
            Plugins.registerJpegInside();
        }
        BufferedImage picture = Rasters.read(new TIFFImageReaderSpi().createReaderInstance(null), tags.bare(file));
        return tags.orientation().apply(stored(picture, photometric, tags));
    }

    private static PictureSize size(long width, long height, int samples, TiffTags tags) {
        int photometric = (int) tags.number(TiffTags.PHOTOMETRIC, -1);
        int bytes = tags.number(TiffTags.BITS_PER_SAMPLE, 1) == 16 ? 2 : 1;
        int pixel = photometric == PALETTE || photometric == CMYK ? 3 : samples * bytes;
        int stored = photometric == CMYK || photometric == PALETTE ? samples * bytes : 0;
        int turned = tags.orientation() == Orientation.UPRIGHT ? 0 : pixel;
        long compression = tags.number(TiffTags.COMPRESSION, 1);
        // A JPEG inside may be progressive.
        long outside = compression == 6 || compression == 7 ? 2L * samples * width * height : 0;
        return new PictureSize(width, height, pixel, Math.max(stored, turned), outside);
    }

    private static Image stored(BufferedImage picture, int photometric, TiffTags tags) throws IOException {
        byte[] profile = tags.bytes(TiffTags.COLOR_PROFILE);
        Attributes attributes = new Attributes(profile, tags.resolution());
        return switch (photometric) {
            case WHITE_IS_ZERO, BLACK_IS_ZERO -> Rasters.toGray(picture, attributes);
            case CMYK -> RasterSamples.ofCmyk(picture, (int) tags.number(TiffTags.BITS_PER_SAMPLE, 8),
                    new Attributes(null, tags.resolution()), profile);
            default -> Rasters.toImage(picture, attributes);
        };
    }

    private static void checkKind(TiffTags tags, int photometric) {
        boolean known = (photometric >= WHITE_IS_ZERO && photometric <= PALETTE) || photometric == CMYK
                || photometric == YCBCR;
        if (!known) {
            throw new InputException("is a TIFF of a colour space that is not read (" + photometric
                    + "), expected grey, RGB, palette, CMYK or YCbCr");
        }
        for (long format : tags.numbers(TiffTags.SAMPLE_FORMAT)) {
            if (format != UNSIGNED) {
                throw new InputException("is a TIFF with " + (format == 3 ? "floating-point" : "signed")
                        + " samples, expected unsigned samples of 1 to 16 bits");
            }
        }
        long[] bits = tags.numbers(TiffTags.BITS_PER_SAMPLE);
        boolean low = photometric != RGB && photometric != CMYK && photometric != YCBCR;
        for (long b : bits) {
            boolean fits = b == 8 || b == 16 || (low && (b == 1 || b == 2 || b == 4));
            if (!fits || b != bits[0]) {
                throw new InputException("is a TIFF with " + Arrays.toString(bits)
                        + " bits per sample, expected 8 or 16" + (low ? ", or 1, 2 or 4" : ""));
            }
        }
    }
}
