package hadamask.codec.format;

/// How much an encoder may spend or lose.
///
/// @param quality of a JPEG, 1 to 100; from 90 on colours keep their full resolution
/// @param compression of a PNG, 0 (none, fast) to 9 (small, slow)
public record Encoding(int quality, int compression) {
    /// What is written when nobody asks for something else.
    public static final Encoding DEFAULT = new Encoding(95, 1);
    /// The same for masks: long runs of two values cost little time to pack well, and halve.
    public static final Encoding MASK = new Encoding(95, 4);

    public Encoding {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality + ", expected 1 to 100");
        }
        if (compression < 0 || compression > 9) {
            throw new IllegalArgumentException("compression " + compression + ", expected 0 to 9");
        }
    }
}
