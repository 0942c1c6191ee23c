package hadamask.region;

import hadamask.image.Mask;

/// A mask of one bit per pixel, to be kept and compared with others.
///
/// Memory: 1/8 byte per pixel.
public final class PackedMask {
    private final long[] words;
    private final long pixels;
    private final long count;

    private PackedMask(long[] words, long pixels, long count) {
        this.words = words;
        this.pixels = pixels;
        this.count = count;
    }

    /// Packs a mask, which is not kept.
    public static PackedMask of(Mask mask) {
        byte[] values = mask.values();
        long[] words = new long[Math.ceilDiv(values.length, Long.SIZE)];
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            words[i >> 6] |= (long) values[i] << i; // the shift is modulo 64
            count += values[i];
        }
        return new PackedMask(words, values.length, count);
    }

    /// Pixels that are in.
    public long count() {
        return count;
    }

    /// How well it agrees with another mask of the same image; the counts of pixels are exact.
    ///
    /// @throws IllegalArgumentException if the other has another number of pixels
    public Agreement agreement(PackedMask other) {
        if (pixels != other.pixels) {
            throw new IllegalArgumentException(pixels + " and " + other.pixels + " pixels");
        }
        long both = 0;
        for (int i = 0; i < words.length; i++) {
            both += Long.bitCount(words[i] & other.words[i]);
        }
        return new Agreement(both, count - both, other.count - both, pixels - count - other.count + both);
    }
}
