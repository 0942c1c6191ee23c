package com.luciad.imageio.webp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// The native decoder and encoder of `webp-imageio`, libwebp, without what that library has around it.
///
/// [WebP], which declares the native methods, is known in this package alone; the library's own ways to it need Kotlin, write
/// to standard output and start programs to learn about the machine. So this one class stands here. The native code must
/// have been loaded before it is called.
public final class Libwebp {
    /// What [#decode(byte\[\], int\[\])] says of a picture that is whole.
    public static final int OK = 0;
    /// There is not enough memory.
    public static final int OUT_OF_MEMORY = 1;
    /// What is said of data that end too early: they could go on (5), or should (7).
    public static final int SUSPENDED = 5;
    /// See [#SUSPENDED].
    public static final int NOT_ENOUGH_DATA = 7;

    /// A `WebPDecoderOptions` of zeros, which are the usual ones: 14 numbers of 32 bits and 5 in reserve. It is only read.
    private static final long OPTIONS = Arena.global().allocate(32 * Integer.BYTES, Long.BYTES).address();

    private Libwebp() {
    }

    /// A `WebPConfig` of libwebp 1.5.0: 29 numbers of 32 bits, which `WebPConfigInit` would set to these but for the first three
    /// and `exact`, by which colours under alpha 0 are kept.
    static MemorySegment config(Arena arena, boolean lossless, int method, float quality) {
        int bits = Float.floatToRawIntBits(quality);
        int[] numbers = {lossless ? 1 : 0, bits, method, 0, 0, 0, 4, 50, 60, 0, 1, 0, 1, 1, 100, 1, 0, 0, 0, 0, 0, 0, 0,
            100,
            1, 0, 0, 0, 100};
        return arena.allocateFrom(ValueLayout.JAVA_INT, numbers);
    }

    /// Encodes a picture.
    ///
    /// @param samples red, green, blue and, if there is one, alpha of each pixel, row by row
    /// @param method from 0 (fast) to 6 (slow)
    /// @param quality from 0 to 100; of a lossless picture what is spent on packing it
    /// @return a WebP file with nothing but the picture; null where the encoder has no memory for it
    public static byte @Nullable [] encode(byte[] samples, boolean alpha, int width, int height, boolean lossless,
            int method, float quality) {
        try (Arena arena = Arena.ofConfined()) {
            long config = config(arena, lossless, method, quality).address();
            return alpha
                    ? WebP.encodeRGBA(config, samples, width, height, 4 * width)
                    : WebP.encodeRGB(config, samples, width, height, 3 * width);
        }
    }

    /// Whether the library is there: a program that uses Hadamask need not have it.
    public static boolean isOnClassPath() {
        return Libwebp.class.getResource("WebP.class") != null;
    }

    /// Decodes a picture that is no animation.
    ///
    /// @param file a whole WebP file. What its headers claim is believed: memory is taken for it
    /// @param outcome at least 4 numbers, set to the status (`VP8StatusCode` of libwebp), width, height, and whether the
    ///        picture has alpha
    /// @return a number for each pixel, alpha in its highest byte, then red, green, blue; not to be used unless the status is
    ///         [#OK], and null where no memory was taken
    public static int @Nullable [] decode(byte[] file, int[] outcome) {
        boolean bigEnd = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
        return WebP.decode(OPTIONS, file, 0, file.length, outcome, bigEnd);
    }
}
