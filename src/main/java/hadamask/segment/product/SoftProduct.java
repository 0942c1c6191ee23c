package hadamask.segment.product;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.LayoutChange;
import hadamask.image.SoftMask;
import hadamask.parallel.RowBands;
import org.jspecify.annotations.Nullable;

/// The Hadamard product of an image and weights: of each pixel its weight is kept, and the rest is background.
///
///     image  10 20 30     weights  1  0.5  0     product  10 10  0
///
/// A weight of 1 keeps a pixel bit for bit and a weight of 0 leaves the background: with these alone it is the [Product]. On a
/// transparent background a pixel keeps its colour, and its alpha is multiplied by the weight. All is rounded to the nearest.
public final class SoftProduct {
    private static final int ROWS_PER_BAND = 256;
    private static final int WHOLE = 0xFFFF;

    private final Image target;
    private final SoftMask mask;
    private final Ground ground;
    /// The share of a pixel that is kept, in steps of 1/65535, by its weight.
    private final int[] shares;
    /// What becomes of each 8-bit sample where the weight is 0, 256 for each place of a pixel; null where alpha is mixed, too, and
    /// where the background is a picture.
    private final byte @Nullable [] dimmed;

    private SoftProduct(Image target, SoftMask mask, Background background, double attenuation) {
        this.target = target;
        this.mask = mask;
        ground = Ground.of(target, background);
        shares = new int[mask.one() + 1];
        for (int weight = 0; weight < shares.length; weight++) {
            double kept = (double) weight / mask.one();
            shares[weight] = (int) Math.rint(WHOLE * (attenuation + (1 - attenuation) * kept));
        }
        short[] pixel = ground.onePixel();
        dimmed = pixel != null && target.bitDepth() == 8 && !target.layout().hasAlpha()
                ? dimmed(pixel, shares[0])
                : null;
    }

    private static byte[] dimmed(short[] blank, int share) {
        byte[] samples = new byte[256 * blank.length];
        for (int i = 0; i < samples.length; i++) {
            long ground = (WHOLE - share) * (long) (blank[i >> 8] & 0xFF);
            samples[i] = (byte) divided((long) share * (i & 0xFF) + ground, WHOLE);
        }
        return samples;
    }

    /// The product, written over the pixels of the image where its layout allows: the image is given up by the caller.
    ///
    /// @param attenuation what a weight of 0 keeps of a pixel, from 0 to 1: a weight w keeps `F + (1 - F) w`, to the nearest
    ///        of 65535 steps
    /// @throws IllegalArgumentException if the mask has another size than the image, or the attenuation is out of range
    public static Image inPlace(Image image, SoftMask mask, Background background, double attenuation) {
        if (image.width() != mask.width() || image.height() != mask.height()) {
            throw new IllegalArgumentException(image + " and " + mask);
        }
        if (!(attenuation >= 0 && attenuation <= 1)) {
            throw new IllegalArgumentException("an attenuation to " + attenuation);
        }
        Image target = LayoutChange.to(Ground.layoutFor(image, background), image);
        SoftProduct product = new SoftProduct(target, mask, background, attenuation);
        boolean transparent = background instanceof Background.Transparent;
        RowBands.forEach(target.height(), ROWS_PER_BAND, (first, end) -> {
            Ground.Lines rows = product.ground.rows();
            for (int y = first; y < end; y++) {
                product.row(y, rows.of(y), transparent);
            }
        });
        return target;
    }

    private void row(int y, Image behind, boolean transparent) {
        Layout layout = target.layout();
        int n = layout.samples();
        byte[] weights = mask.one() == 0xFF ? mask.weights().bytes() : new byte[0];
        int from = y * target.width();
        for (int x = 0, i = from * n; x < target.width(); x++, i += n) {
            int weight = weights.length == 0 ? mask.sample(x, y) : weights[from + x] & 0xFF;
            int share = shares[weight];
            if (share == WHOLE) {
                continue;
            }
            if (weight == 0 && dimmed != null) {
                byte[] samples = target.bytes();
                for (int s = 0; s < n; s++) {
                    samples[i + s] = dimmed[256 * s + (samples[i + s] & 0xFF)];
                }
            } else if (share == 0) {
                for (int s = 0; s < n; s++) {
                    set(i + s, get(behind, x * n + s));
                }
            } else if (transparent) {
                int alpha = i + layout.alpha();
                set(alpha, (int) divided((long) share * get(alpha), WHOLE));
            } else {
                blend(i, share, behind, x * n);
            }
        }
    }

    /// Mixes a pixel with the background: colours by the alpha of both.
    private void blend(int i, int share, Image behind, int at) {
        int n = target.layout().samples();
        int alpha = target.layout().alpha();
        long max = target.maxSample();
        long kept = share * (alpha < 0 ? max : get(i + alpha));
        long shining = (WHOLE - share) * (alpha < 0 ? max : get(behind, at + alpha));
        if (kept + shining == 0) { // nothing is seen of either
            set(i + alpha, 0);
            return;
        }
        for (int s = 0; s < n; s++) {
            if (s != alpha) {
                long sum = kept * get(i + s) + shining * get(behind, at + s);
                set(i + s, (int) divided(sum, kept + shining));
            }
        }
        if (alpha >= 0) {
            set(i + alpha, (int) divided(kept + shining, WHOLE));
        }
    }

    private static long divided(long sum, long by) {
        return (2 * sum + by) / (2 * by);
    }

    private int get(int i) {
        return get(target, i);
    }

    private static int get(Image image, int i) {
        return image.bitDepth() == 8 ? image.bytes()[i] & 0xFF : image.shorts()[i] & 0xFFFF;
    }

    private void set(int i, int sample) {
        if (target.bitDepth() == 8) {
            target.bytes()[i] = (byte) sample;
        } else {
            target.shorts()[i] = (short) sample;
        }
    }
}
