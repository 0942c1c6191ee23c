package hadamask.segment.plane;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.image.Image;
import hadamask.parallel.RowBands;
import java.util.concurrent.atomic.AtomicInteger;

/// How much each pixel of an image counts: a whole number from 0 (transparent) to [#unit()] (opaque).
///
/// Where no pixel is transparent, each counts 1, and nothing is looked up. Where alpha is only 0 or the largest sample,
/// the weights are 0 and 1. Otherwise they are alpha itself, so that sums of them stay whole numbers.
public final class PixelWeights {
    private static final int ROWS_PER_BAND = 256;
    private static final int UNSEEN = 1;
    private static final int PART = 2;
    private static final int OPAQUE = 4;

    private enum Kind {
        /// Every pixel counts 1.
        EQUAL,
        /// Pixels are seen or not.
        ZERO_OR_ONE,
        /// Alpha is the weight.
        ALPHA
    }

    private final Image image;
    private final Kind kind;
    private final boolean someUnseen;

    private PixelWeights(Image image, Kind kind, boolean someUnseen) {
        this.image = image;
        this.kind = kind;
        this.someUnseen = someUnseen;
    }

    /// The weights of the pixels of an image.
    ///
    /// @throws InputException if alpha counts and is 0 everywhere
    public static PixelWeights of(Image image, AlphaUse use) {
        if (use == AlphaUse.IGNORE || !image.layout().hasAlpha()) {
            return new PixelWeights(image, Kind.EQUAL, false);
        }
        if (isOpaque(image)) {
            return new PixelWeights(image, Kind.EQUAL, false);
        }
        AtomicInteger found = new AtomicInteger();
        RowBands.forEach(image.height(), ROWS_PER_BAND, (first, end) -> {
            int flags = 0;
            for (int y = first; y < end; y++) {
                for (int x = 0; x < image.width(); x++) {
                    int alpha = image.sample(x, y, image.layout().alpha());
                    flags |= alpha == 0 ? UNSEEN : alpha == image.maxSample() ? OPAQUE : PART;
                }
            }
            int flagsOfBand = flags;
            found.updateAndGet(flagsBefore -> flagsBefore | flagsOfBand);
        });
        int flags = found.get();
        if (flags == UNSEEN) {
            throw new InputException("is transparent everywhere, expected something that can be seen",
                    Remedy.of(Remedy.Kind.IGNORE_ALPHA));
        }
        return new PixelWeights(image, (flags & PART) == 0 ? Kind.ZERO_OR_ONE : Kind.ALPHA, (flags & UNSEEN) != 0);
    }

    /// Whether no pixel is transparent, not even a little.
    private static boolean isOpaque(Image image) {
        int n = image.layout().samples();
        int all = -1;
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int i = image.layout().alpha(); i < samples.length; i += n) {
                all &= samples[i];
            }
        } else {
            short[] samples = image.shorts();
            for (int i = image.layout().alpha(); i < samples.length; i += n) {
                all &= samples[i];
            }
        }
        return all == -1; // of signed samples: all bits of each are set
    }

    /// The weight of an opaque pixel, at least 1.
    public int unit() {
        return kind == Kind.ALPHA ? image.maxSample() : 1;
    }

    /// Whether every pixel counts 1.
    public boolean areEqual() {
        return kind == Kind.EQUAL;
    }

    /// Whether a pixel is transparent and counts nothing.
    public boolean someUnseen() {
        return someUnseen;
    }

    /// The weight of a pixel, from 0 to [#unit()].
    ///
    /// @param x column, from 0
    /// @param y row, from 0
    public int of(int x, int y) {
        return switch (kind) {
            case EQUAL -> 1;
            case ZERO_OR_ONE -> image.sample(x, y, image.layout().alpha()) == 0 ? 0 : 1;
            case ALPHA -> image.sample(x, y, image.layout().alpha());
        };
    }
}
