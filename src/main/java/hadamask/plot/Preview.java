package hadamask.plot;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.plot.AreaAverage.Pixels;
import hadamask.segment.Segmentation;
import hadamask.segment.cluster.GrayHistogram;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Small pictures of a segmented image and its stages, for a page on a screen.
///
/// Their longer sides are between 3/4 and 3/2 of the sizes given here, since the image is reduced by whole numbers; none is
/// larger than the image. The cut-out is not among them: it is the original where the mask lets it be seen.
///
/// @param card the image, 320 pixels; alpha lies on black
/// @param original the image, 1000 pixels; its alpha is kept
/// @param mask as large as the original; grey 0, alpha where the mask is
/// @param gray the grey plane, 360 pixels
/// @param stages side by side, as large as the grey plane each: clusters, holes filled, closed
/// @param histogram pixels by grey, in 64 equal steps from black to white
/// @param stagePixels pixels of the masks: clustered, filled, closed, final
/// @hidden public for other packages of Hadamask alone
public record Preview(Image card, Image original, Image mask, Image gray, Image stages, List<Long> histogram,
        List<Integer> stagePixels) {
    private static final int CARD = 320;
    private static final int ORIGINAL = 1000;
    private static final int STAGE = 360;
    private static final int BINS = 64;
    /// A larger colour profile would weigh more than the picture.
    private static final int LARGEST_PROFILE = 4096;

    public Preview {
        histogram = List.copyOf(histogram);
        stagePixels = List.copyOf(stagePixels);
    }

    /// Draws the pictures.
    ///
    public static Preview of(Segmentation stages) {
        StagePixels pixels = new StagePixels(stages);
        BoxAverage original = reduced(stages, pixels.image(), ORIGINAL);
        BoxAverage card = BoxAverage.of(original.width(), original.height(), original.pixels(),
                BoxAverage.factor(original.width(), original.height(), CARD));
        Attributes attributes = attributes(stages.image());
        boolean alpha = stages.image().layout().hasAlpha();
        List<BoxAverage> row = Stream.of(pixels.evidence(), pixels.filled(), pixels.closed())
                .map(stage -> reduced(stages, stage, STAGE)).toList();
        return new Preview(opaque(card).with(attributes),
                (alpha ? transparent(original) : opaque(original)).with(attributes),
                mask(reduced(stages, pixels.mask(), ORIGINAL)), gray(reduced(stages, pixels.plane(), STAGE)),
                sideBySide(row), histogram(pixels.histogram()), List.of(stages.foreground().count(),
                        stages.filled().count(), stages.closed().count(), stages.mask().count()));
    }

    private static BoxAverage reduced(Segmentation stages, Pixels pixels, int wanted) {
        int width = stages.image().width();
        int height = stages.image().height();
        return BoxAverage.of(width, height, pixels, BoxAverage.factor(width, height, wanted));
    }

    static Attributes attributes(Image image) {
        byte[] profile = image.attributes().colorProfile();
        boolean fits = profile != null && profile.length <= LARGEST_PROFILE && image.layout().isColor();
        return fits ? new Attributes(profile, null) : Attributes.NONE;
    }

    static Image opaque(BoxAverage picture) {
        byte[] bgr = new byte[3 * picture.argb().length];
        for (int i = 0, j = 0; j < bgr.length; i++, j += 3) {
            int argb = picture.argb()[i];
            bgr[j] = (byte) argb;
            bgr[j + 1] = (byte) (argb >> 8);
            bgr[j + 2] = (byte) (argb >> 16);
        }
        return Image.of8Bit(picture.width(), picture.height(), Layout.BGR, bgr, Attributes.NONE);
    }

    static Image transparent(BoxAverage picture) {
        byte[] abgr = new byte[4 * picture.argb().length];
        for (int i = 0, j = 0; j < abgr.length; i++, j += 4) {
            int argb = picture.argb()[i];
            int alpha = argb >>> 24;
            abgr[j] = (byte) alpha;
            abgr[j + 1] = (byte) divided(argb & 0xFF, alpha);
            abgr[j + 2] = (byte) divided(argb >> 8 & 0xFF, alpha);
            abgr[j + 3] = (byte) divided(argb >> 16 & 0xFF, alpha);
        }
        return Image.of8Bit(picture.width(), picture.height(), Layout.ABGR, abgr, Attributes.NONE);
    }

    private static int divided(int color, int alpha) {
        return alpha == 0 ? 0 : Math.min(255, (color * 255 + alpha / 2) / alpha);
    }

    private static Image gray(BoxAverage picture) {
        byte[] gray = new byte[picture.argb().length];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte) picture.argb()[i];
        }
        return Image.of8Bit(picture.width(), picture.height(), Layout.GRAY, gray, Attributes.NONE);
    }

    private static Image mask(BoxAverage picture) {
        byte[] grayAlpha = new byte[2 * picture.argb().length];
        for (int i = 0; i < picture.argb().length; i++) {
            grayAlpha[2 * i + 1] = (byte) (picture.argb()[i] >>> 24);
        }
        return Image.of8Bit(picture.width(), picture.height(), Layout.GRAY_ALPHA, grayAlpha, Attributes.NONE);
    }

    /// Colours are rounded to 16 levels: most of a PNG of them would be the mixed ones at the edges of flat areas.
    private static Image sideBySide(List<BoxAverage> pictures) {
        int width = pictures.getFirst().width();
        int height = pictures.getFirst().height();
        byte[] bgr = new byte[3 * width * pictures.size() * height];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (BoxAverage picture : pictures) {
                for (int x = 0; x < width; x++) {
                    int argb = picture.argb()[y * width + x];
                    bgr[i++] = rounded(argb & 0xFF);
                    bgr[i++] = rounded(argb >> 8 & 0xFF);
                    bgr[i++] = rounded(argb >> 16 & 0xFF);
                }
            }
        }
        return Image.of8Bit(width * pictures.size(), height, Layout.BGR, bgr, Attributes.NONE);
    }

    private static byte rounded(int color) {
        return (byte) ((color * 15 + 127) / 255 * 17);
    }

    private static List<Long> histogram(GrayHistogram histogram) {
        long[] bins = new long[BINS];
        long[] counts = histogram.counts();
        for (int level = 0; level < counts.length; level++) {
            bins[(int) ((long) level * BINS / counts.length)] += counts[level];
        }
        return Arrays.stream(bins).map(bin -> Math.ceilDiv(bin, histogram.unit())).boxed().toList();
    }
}
