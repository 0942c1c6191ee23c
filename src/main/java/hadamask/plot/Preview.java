package hadamask.plot;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.plot.AreaAverage.Pixels;
import hadamask.segment.GrayHistogram;
import hadamask.segment.GrayScale;
import hadamask.segment.Segmentation;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/// Small pictures of a segmented image and its stages, for a page on a screen. None is larger than the image.
///
/// The cut-out is not among them: it is the image where the mask lets it be seen, and so is the outline.
///
/// @param card the image, sides of up to 320 pixels
/// @param original the image, sides of up to 1000 pixels; its alpha is kept
/// @param mask as large as the original; grey 0, alpha where the mask is
/// @param gray the grey plane, sides of up to 360 pixels
/// @param stages side by side, as large as the grey plane each: clusters, holes filled, closed
/// @param histogram pixels by grey, in 64 equal steps from black to white
/// @param stagePixels pixels of the masks: clustered, filled, closed, final
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
    /// @param scale with which the stages were made
    public static Preview of(Segmentation stages, GrayScale scale) {
        int width = stages.image().width();
        int height = stages.image().height();
        StagePixels pixels = new StagePixels(stages);
        Dimension large = within(width, height, ORIGINAL);
        Dimension small = within(width, height, STAGE);
        BufferedImage original = AreaAverage.of(width, height, pixels.image(), large);
        Attributes attributes = attributes(stages.image());
        Image mask = alpha(AreaAverage.of(width, height, pixels.mask(), large));
        Image gray = gray(AreaAverage.of(width, height, pixels.gray(scale), small));
        BufferedImage row = new BufferedImage(3 * small.width, small.height, BufferedImage.TYPE_INT_ARGB_PRE);
        int x = 0;
        for (Pixels stage : List.of(pixels.clusters(scale), pixels.filled(), pixels.closed())) {
            row.getRaster().setRect(x, 0, AreaAverage.of(width, height, stage, small).getRaster());
            x += small.width;
        }
        round(row);
        return new Preview(card(original).with(attributes),
                (stages.image().layout().hasAlpha() ? transparent(original) : opaque(original)).with(attributes), mask,
                gray, opaque(row), histogram(stages.histogram()),
                List.of(stages.clustered().count(), stages.filled().count(), stages.closed().count(),
                        stages.mask().count()));
    }

    /// Rounds colours to 16 levels: the mixed colours at the edges of flat areas are most of what a PNG of them takes.
    private static void round(BufferedImage picture) {
        int[] argb = argb(picture);
        for (int i = 0; i < argb.length; i++) {
            int rounded = 0xFF;
            for (int shift = 16; shift >= 0; shift -= 8) {
                rounded = rounded << 8 | ((argb[i] >> shift & 0xFF) * 15 + 127) / 255 * 17;
            }
            argb[i] = rounded;
        }
    }

    private static Dimension within(int width, int height, int side) {
        double scale = Math.min(1, side / (double) Math.max(width, height));
        return new Dimension(Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)));
    }

    private static Image card(BufferedImage original) {
        int width = original.getWidth();
        Pixels pixels = (y, argb) -> original.getRGB(0, y, width, 1, argb, 0, width);
        Dimension size = within(width, original.getHeight(), CARD);
        return opaque(AreaAverage.of(width, original.getHeight(), pixels, size));
    }

    private static Attributes attributes(Image image) {
        byte[] profile = image.attributes().colorProfile();
        boolean fits = profile != null && profile.length <= LARGEST_PROFILE && image.layout().isColor();
        return fits ? new Attributes(profile, null) : Attributes.NONE;
    }

    /// A picture as it lies on black.
    private static Image opaque(BufferedImage picture) {
        int[] argb = argb(picture);
        byte[] bgr = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            bgr[3 * i] = (byte) argb[i];
            bgr[3 * i + 1] = (byte) (argb[i] >> 8);
            bgr[3 * i + 2] = (byte) (argb[i] >> 16);
        }
        return image(picture, Layout.BGR, bgr);
    }

    private static Image transparent(BufferedImage picture) {
        byte[] abgr = new byte[4 * picture.getWidth() * picture.getHeight()];
        int[] row = new int[picture.getWidth()];
        for (int y = 0, i = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++, i += 4) {
                abgr[i] = (byte) (row[x] >>> 24);
                abgr[i + 1] = (byte) row[x];
                abgr[i + 2] = (byte) (row[x] >> 8);
                abgr[i + 3] = (byte) (row[x] >> 16);
            }
        }
        return image(picture, Layout.ABGR, abgr);
    }

    private static Image gray(BufferedImage picture) {
        int[] argb = argb(picture);
        byte[] gray = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            gray[i] = (byte) argb[i];
        }
        return image(picture, Layout.GRAY, gray);
    }

    private static Image alpha(BufferedImage picture) {
        int[] argb = argb(picture);
        byte[] grayAlpha = new byte[2 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            grayAlpha[2 * i + 1] = (byte) (argb[i] >>> 24);
        }
        return image(picture, Layout.GRAY_ALPHA, grayAlpha);
    }

    /// The pixels, colours multiplied by alpha.
    private static int[] argb(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    private static Image image(BufferedImage size, Layout layout, byte[] samples) {
        return Image.of8Bit(size.getWidth(), size.getHeight(), layout, samples, Attributes.NONE);
    }

    private static List<Long> histogram(GrayHistogram histogram) {
        long[] bins = new long[BINS];
        int[] counts = histogram.counts();
        for (int level = 0; level < counts.length; level++) {
            bins[(int) ((long) level * BINS / counts.length)] += counts[level];
        }
        List<Long> list = new ArrayList<>();
        for (long bin : bins) {
            list.add(bin);
        }
        return list;
    }
}
