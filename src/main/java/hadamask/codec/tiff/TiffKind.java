package hadamask.codec.tiff;

import hadamask.codec.format.BrokenImageException;
import hadamask.codec.format.PictureSize;
import hadamask.codec.format.PixelLimit;
import hadamask.codec.format.TiffTags;
import hadamask.file.InputException;
import hadamask.image.Orientation;
import java.util.Arrays;

/// What the pixels of a TIFF are, by its tags, as far as it is read: grey, RGB, palette, CMYK, YCbCr; 8 and 16 bits, or 1, 2
/// and 4 of grey and palettes.
///
/// @param color what colours are
/// @param samples of each pixel, also those that are not read
/// @param bits of each sample
/// @param alpha which sample is alpha, or -1
/// @param associated whether colours are stored multiplied by alpha
/// @param planar whether each sample has strips of its own
/// @param predicted whether samples are differences to those on their left
record TiffKind(int width, int height, TiffColor color, int samples, int bits, int alpha, boolean associated,
        boolean planar, boolean predicted, TiffCompression compression) {
    private static final int MAX_SAMPLES = 8;
    private static final int ASSOCIATED = 1;
    private static final int UNASSOCIATED = 2;

    /// @param limit is checked as soon as the size is known
    /// @throws InputException if it is a kind that is not read
    static TiffKind of(TiffTags tags, PixelLimit limit) throws BrokenImageException {
        return of(tags, limit, false);
    }

    /// Whether it has a grey sample of 32 bits per pixel.
    static boolean isNumbers(TiffTags tags) throws BrokenImageException {
        long photometric = tags.pixelNumber(TiffTags.PHOTOMETRIC, -1);
        return tags.pixelNumber(TiffTags.BITS_PER_SAMPLE, 1) == 32
                && tags.pixelNumber(TiffTags.SAMPLES_PER_PIXEL, 1) == 1 && (photometric == 0 || photometric == 1);
    }

    /// @param numbers whether samples are whole numbers of 32 bits
    static TiffKind of(TiffTags tags, PixelLimit limit, boolean numbers) throws BrokenImageException {
        long width = tags.pixelNumber(TiffTags.WIDTH, 0);
        long height = tags.pixelNumber(TiffTags.HEIGHT, 0);
        if (width == 0 && height == 0) {
            throw new BrokenImageException("its directory is missing or damaged");
        }
        long samples = tags.pixelNumber(TiffTags.SAMPLES_PER_PIXEL, 1);
        if (samples < 1 || samples > MAX_SAMPLES) {
            throw new BrokenImageException("it has " + samples + " samples per pixel, expected 1 to " + MAX_SAMPLES);
        }
        TiffCompression compression = TiffCompression.of(tags.pixelNumber(TiffTags.COMPRESSION, 1));
        TiffColor color = TiffColor.of(tags.pixelNumber(TiffTags.PHOTOMETRIC, -1), tags);
        int bits = numbers ? 32 : bits(tags, color, compression);
        int n = (int) samples;
        if (n < color.samples()) {
            throw new BrokenImageException("it has " + n + " samples per pixel, expected " + color.samples());
        }
        int alpha = -1;
        boolean associated = false;
        long[] extra = tags.pixelNumbers(TiffTags.EXTRA_SAMPLES);
        if (extra.length == 0 && n == color.samples() + 1) {
            alpha = color.samples();
        }
        for (int i = 0; i < extra.length && alpha < 0 && color.samples() + i < n; i++) {
            if (extra[i] == ASSOCIATED || extra[i] == UNASSOCIATED) {
                alpha = color.samples() + i;
                associated = extra[i] == ASSOCIATED;
            }
        }
        boolean planar = n > 1 && tags.pixelNumber(TiffTags.PLANAR, 1) == 2;
        boolean packs = compression == TiffCompression.LZW || compression == TiffCompression.DEFLATE;
        long predictor = packs ? tags.pixelNumber(TiffTags.PREDICTOR, 1) : 1;
        if (predictor != 1 && (predictor != 2 || bits < 8)) {
            throw new InputException("is a TIFF with predictor " + predictor + " of " + bits
                    + " bits, expected 1, or 2 of 8, 16 or 32 bits");
        }
        int kept = Math.min(4, (color == TiffColor.PALETTE ? 3 : color.samples()) + (alpha < 0 ? 0 : 1));
        limit.check(width, height, kept, size(width, height, kept, n, bits, color, compression, tags));
        return new TiffKind((int) width, (int) height, color, n, bits, alpha, associated, planar, predictor == 2,
                compression);
    }

    private static PictureSize size(long width, long height, int kept, int samples, int bits, TiffColor color,
            TiffCompression compression, TiffTags tags) {
        int bytes = Math.max(1, bits / 8);
        boolean shallow = color == TiffColor.PALETTE || color == TiffColor.CMYK;
        int pixel = kept * (shallow ? 1 : bytes);
        int stored = compression == TiffCompression.NONE ? 0 : Math.ceilDiv(samples * bits, 8);
        int inks = color == TiffColor.CMYK ? 4 : 0;
        int turned = tags.orientation() == Orientation.UPRIGHT ? 0 : pixel;
        // A JPEG inside may be progressive.
        long outside = compression.isJpeg() ? 2L * samples * width * height : 0;
        return new PictureSize(width, height, pixel, Math.max(stored + inks, turned), outside);
    }

    private static int bits(TiffTags tags, TiffColor color, TiffCompression compression) throws BrokenImageException {
        for (long format : tags.pixelNumbers(TiffTags.SAMPLE_FORMAT)) {
            if (format != 1 && format != 4) {
                throw new InputException("is a TIFF with " + (format == 3 ? "floating-point" : "signed")
                        + " samples, expected unsigned samples of 1 to 16 bits");
            }
        }
        long[] bits = tags.pixelNumbers(TiffTags.BITS_PER_SAMPLE);
        boolean low = color == TiffColor.WHITE_IS_ZERO || color == TiffColor.BLACK_IS_ZERO
                || color == TiffColor.PALETTE;
        long first = bits.length == 0 ? 1 : bits[0];
        boolean fits = first == 8 || (first == 16 && color != TiffColor.PALETTE && color != TiffColor.YCBCR)
                || (low && (first == 1 || first == 2 || first == 4));
        fits &= Arrays.stream(bits).allMatch(b -> b == first);
        if (!fits) {
            throw new InputException("is a TIFF with " + Arrays.toString(bits) + " bits per sample, expected 8"
                    + (color == TiffColor.PALETTE || color == TiffColor.YCBCR ? "" : " or 16")
                    + (low ? ", or 1, 2 or 4" : ""));
        }
        if ((compression.isFax() && first != 1) || (compression.isJpeg() && first != 8)) {
            throw new BrokenImageException("its compression does not go with " + first + " bits per sample");
        }
        return (int) first;
    }

    /// Samples that stand one after the other in its strips.
    int together() {
        return planar ? 1 : samples;
    }

    /// Bytes of a row of a strip or tile, unpacked.
    ///
    /// @param columns of the strip or tile
    int rowBytes(int columns) {
        return Math.toIntExact(((long) columns * together() * bits + 7) / 8);
    }
}
