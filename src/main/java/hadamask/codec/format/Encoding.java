package hadamask.codec.format;

/// How much an encoder may spend or lose.
///
/// @param quality of a JPEG, 1 to 100, from 90 on colours keep their full resolution; and of a WebP that may lose some
/// @param compression of a PNG or a lossless WebP, 0 (fast) to 9 (small, slow)
/// @param lossy whether a WebP, which can be either, may lose some
public record Encoding(int quality, int compression, boolean lossy) {
    /// What is written when nobody asks for something else.
    public static final Encoding DEFAULT = new Encoding(95, 1);
    /// The same for masks: long runs of two values cost little time to pack well, and halve.
    public static final Encoding MASK = new Encoding(95, 4);

    /// Without loss where the format allows it.
    public Encoding(int quality, int compression) {
        this(quality, compression, false);
    }

    public Encoding {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality + ", expected 1 to 100");
        }
        if (compression < 0 || compression > 9) {
            throw new IllegalArgumentException("compression " + compression + ", expected 0 to 9");
        }
    }
}
