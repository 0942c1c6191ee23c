package hadamask.codec.format;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import java.util.function.Consumer;

/// The largest picture that is decoded: a header can claim any size, and memory is taken only after this check.
///
/// @param maxPixels pixels, at least 1
/// @param memory is told what the picture will take, and returns when that may be taken
/// @hidden public for other packages of Hadamask alone
public record PixelLimit(long maxPixels, Consumer<PictureSize> memory) {
    /// Java arrays end a little below 2^31 elements.
    private static final long MAX_SAMPLES = Integer.MAX_VALUE - 64L;

    /// Checks the size that a header claims.
    ///
    /// @param width columns, as an unsigned number
    /// @param height rows, as an unsigned number
    /// @param samples samples per pixel in memory
    /// @param sampleBytes bytes per sample, 1 or 2
    /// @throws InputException if there is no pixel, or there are too many
    public void check(long width, long height, int samples, int sampleBytes) {
        check(width, height, samples, new PictureSize(width, height, samples * sampleBytes, 0, 0));
    }

    /// The same for a picture that is not decoded straight into its samples.
    ///
    /// @param size what it takes
    public void check(long width, long height, int samples, PictureSize size) {
        if (width <= 0 || height <= 0) {
            throw new InputException("has no pixels: its header says " + width + " x " + height);
        }
        if (width > maxPixels || height > maxPixels || width * height > maxPixels) {
            throw new InputException(width + " x " + height + " pixels are more than the limit of " + maxPixels,
                    Remedy.of(Remedy.Kind.MORE_PIXELS));
        }
        if (width * height > MAX_SAMPLES / samples) {
            throw new InputException(width + " x " + height + " pixels are more than one image in memory can have: "
                    + MAX_SAMPLES / samples);
        }
        memory.accept(size);
    }
}
