package hadamask.image;

import hadamask.file.InputException;
import hadamask.file.Remedy;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a picture says when it is read as a mask, and what had to be guessed for it.
///
/// A pixel is in when its grey, the mean of its colours, is above one half and it is not transparent ([Mask#of(Image)]).
/// Two kinds of pictures are masks though that rule finds nothing in them: samples of 0 and 1 only, as numerical programs
/// write them, and one colour everywhere under an alpha that varies. They are read as what they are meant to be. A grey picture of
/// numbers of objects ([LabelEvidence]) is no mask: what has a number is in. A picture that is not black and still has nothing
/// in it is refused.
///
/// @param mask what is in
/// @param finding what the picture is
/// @param levels the different greys of the picture, at least 1; those of alpha where alpha is the mask; of labels, the objects
/// @param labels the numbers of objects, or null of a mask
public record MaskReading(Mask mask, Finding finding, int levels, @Nullable LabelImage labels) {
    /// What a picture is to be read as.
    public enum As {
        /// What it looks like.
        AUTO,
        /// A mask: what is bright is in.
        MASK,
        /// Numbers of objects: what is not black is in.
        LABELS
    }

    /// What a picture that was given as a mask is.
    public enum Finding {
        /// A mask: nothing had to be guessed.
        MASK,
        /// Its only samples are 0 and 1, or all are 1: 1 is in.
        ZERO_AND_ONE,
        /// Its colour is the same wherever it can be seen, and does not say what is in: alpha above one half is in.
        ALPHA,
        /// Much of it is neither dark nor bright, as in a photograph or a cut-out: above one half is in.
        MANY_LEVELS,
        /// It has several greys, and all are above one half: everything is in.
        ALL_BRIGHT,
        /// It has several samples that lie flat, as numbers of objects do, with one above one half among them: above one half is in.
        LIKE_LABELS,
        /// Its samples are numbers of objects: what is not 0 is in.
        LABELS,
        /// The same, but it could be a mask: it has a single number, numbers above one half, or numbers with gaps.
        MAYBE_LABELS,
        /// Its samples are numbers of objects in the palette of Pascal VOC; those of 255, which are undecided, are out.
        VOID_LABELS
    }

    /// Greys nearer than this share of white to black or to white are dark or bright, as in a mask that was a JPEG.
    private static final int NEAR = 8;
    /// As many pixels between dark and bright as this share of the dark or of the bright ones are the soft edge of a mask.
    private static final int EDGE = 4;

    /// Reads a picture as a mask.
    ///
    /// Time: two passes over the pixels. Memory: 1 byte per pixel for the mask.
    ///
    /// @throws InputException if the picture is not black and yet nothing in it is above one half
    public static MaskReading of(Image image) {
        return of(image, As.AUTO);
    }

    /// Reads a picture as a mask, or as labels, of which the numbers take 4 bytes per pixel more.
    ///
    /// @throws InputException if it is a mask that is not black and yet has nothing above one half, or labels in colours
    public static MaskReading of(Image image, As as) {
        if (as == As.LABELS) {
            if (image.layout() != Layout.GRAY) {
                throw new InputException("has " + (image.layout().isColor() ? "colours" : "alpha")
                        + ", expected grey samples that are numbers of objects");
            }
            return of(numbers(image), as);
        }
        if (isOneColor(image)) {
            return ofAlpha(image);
        }
        if (as == As.AUTO && image.layout() == Layout.GRAY) {
            LabelEvidence evidence = LabelEvidence.of(image);
            boolean ones = evidence.largest() == 1;
            if (!ones && evidence.speaksForLabels()) {
                boolean sure = evidence.levels() > 1 && evidence.largest() <= image.maxSample() / 2
                        && !evidence.hasGaps();
                LabelImage labels = numbers(image);
                return new MaskReading(labels.mask(), sure ? Finding.LABELS : Finding.MAYBE_LABELS, evidence.levels(),
                        labels);
            }
            MaskReading mask = ofCounts(image, evidence.counts(), evidence.largest() > 0);
            return mask.finding == Finding.MASK && evidence.isLikeLabels()
                    ? new MaskReading(mask.mask, Finding.LIKE_LABELS, evidence.levels(), null)
                    : mask;
        }
        return ofColors(image);
    }

    /// Reads a picture with a palette as labels, which are the places in the palette.
    ///
    /// It is one when its palette is that of Pascal VOC, or when the places lie flat on a background of place 0, which is black or not
    /// seen, and have colours.
    ///
    /// @return null where it is no picture of labels, but one of colours
    public static @Nullable MaskReading of(PaletteImage image, As as) {
        if (as == As.MASK) {
            return null;
        }
        boolean voc = image.isVoc() && !image.isGray();
        if (voc && image.hasVoid()) {
            LabelImage labels = image.labels(PaletteImage.VOID);
            return new MaskReading(labels.mask(), Finding.VOID_LABELS, distinct(labels.numbers()), labels);
        }
        LabelEvidence evidence = LabelEvidence.of(image.indices());
        boolean looks = voc || (image.hasBackground() && !image.isGray() && evidence.liesFlat());
        if (as == As.AUTO && !looks) {
            return null;
        }
        LabelImage labels = image.labels(0);
        boolean sure = as == As.LABELS || voc || (evidence.levels() > 1 && !evidence.hasGaps());
        return new MaskReading(labels.mask(), sure ? Finding.LABELS : Finding.MAYBE_LABELS, evidence.levels(), labels);
    }

    /// Reads a picture of whole numbers of up to 32 bits: a mask when it has but 0 and one of 1, 255 and 65535, otherwise labels.
    public static MaskReading of(LabelImage numbers, As as) {
        int largest = numbers.largest();
        boolean usual = largest == 1 || largest == 0xFF || largest == 0xFFFF;
        boolean mask = as == As.MASK || (usual && !numbers.hasOther(largest));
        if (as == As.LABELS || !mask) {
            return new MaskReading(numbers.mask(), Finding.LABELS, distinct(numbers.numbers()), numbers);
        }
        return new MaskReading(numbers.mask(), Finding.MASK, 2, null);
    }

    private static LabelImage numbers(Image image) {
        int[] numbers = new int[image.width() * image.height()];
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = samples[i] & 0xFF;
            }
            return new LabelImage(image.width(), image.height(), numbers, image.attributes());
        }
        for (int y = 0, i = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                numbers[i++] = image.sample(x, y, 0);
            }
        }
        return new LabelImage(image.width(), image.height(), numbers, image.attributes());
    }

    private static int distinct(int[] numbers) {
        return (int) IntStream.of(numbers).filter(number -> number > 0).sorted().distinct().count();
    }

    /// Whether all that can be seen has one colour that is not above one half, and alpha varies.
    static boolean isOneColor(Image image) {
        Layout layout = image.layout();
        if (!layout.hasAlpha()) {
            return false;
        }
        int first = image.sample(0, 0, layout.alpha());
        boolean varies = false;
        int[] color = null;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int alpha = image.sample(x, y, layout.alpha());
                varies |= alpha != first;
                if (alpha == 0) {
                    continue;
                }
                int red = image.sample(x, y, layout.red());
                int green = image.sample(x, y, layout.green());
                int blue = image.sample(x, y, layout.blue());
                if (color == null) {
                    color = new int[]{red, green, blue};
                } else if (color[0] != red || color[1] != green || color[2] != blue) {
                    return false;
                }
            }
        }
        return varies && color != null && color[0] + color[1] + color[2] <= 3 * image.maxSample() / 2;
    }

    private static MaskReading ofAlpha(Image image) {
        int[] counts = new int[image.maxSample() + 1];
        int place = image.layout().alpha();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                counts[image.sample(x, y, place)]++;
            }
        }
        int brightest = brightest(counts);
        if (brightest > 1 && brightest <= image.maxSample() / 2) {
            throw empty("an alpha", brightest, image.maxSample(), "");
        }
        int above = brightest == 1 ? 0 : image.maxSample() / 2;
        return new MaskReading(above(image, place, above), Finding.ALPHA, levels(counts), null);
    }

    private static MaskReading ofColors(Image image) {
        int white = image.layout().isColor() ? 3 * image.maxSample() : image.maxSample();
        int[] counts = new int[white + 1];
        boolean seen = count(image, counts);
        return ofCounts(image, counts, seen);
    }

    /// @param counts of the pixels of each grey, of colours of their sum
    /// @param seen whether anything can be seen that is not black
    private static MaskReading ofCounts(Image image, int[] counts, boolean seen) {
        int white = counts.length - 1;
        int brightest = brightest(counts);
        int levels = levels(counts);
        int one = white / image.maxSample();
        if (brightest == one && counts[0] + counts[one] == (long) image.width() * image.height()) {
            return new MaskReading(ofOnes(image), Finding.ZERO_AND_ONE, levels, null);
        }
        if (brightest > white / 2) {
            Mask mask = Mask.of(image);
            return new MaskReading(mask, finding(counts, white), levels, null);
        }
        if (seen) {
            throw empty("greys", Math.max(1, brightest / one), image.maxSample(),
                    image.layout() == Layout.GRAY ? "labels" : "");
        }
        return new MaskReading(Mask.of(image), Finding.MASK, levels, null);
    }

    /// Counts the greys of a picture, of colours their sum; what is transparent counts as black.
    ///
    /// @return whether anything can be seen that is not black
    private static boolean count(Image image, int[] counts) {
        Layout layout = image.layout();
        int opaque = image.maxSample() / 2;
        boolean seen = false;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int level = level(image, x, y);
                int alpha = layout.hasAlpha() ? image.sample(x, y, layout.alpha()) : image.maxSample();
                seen |= level > 0 && alpha > 0;
                counts[alpha > opaque ? level : 0]++;
            }
        }
        return seen;
    }

    private static int level(Image image, int x, int y) {
        Layout layout = image.layout();
        int red = image.sample(x, y, layout.red());
        return layout.isColor()
                ? red + image.sample(x, y, layout.green()) + image.sample(x, y, layout.blue())
                : red;
    }

    private static Finding finding(int[] counts, int white) {
        long dark = 0;
        long between = 0;
        long bright = 0;
        int darkest = -1;
        for (int level = 0; level <= white; level++) {
            darkest = darkest < 0 && counts[level] > 0 ? level : darkest;
            if (level < white / NEAR) {
                dark += counts[level];
            } else if (level > white - white / NEAR) {
                bright += counts[level];
            } else {
                between += counts[level];
            }
        }
        int levels = levels(counts);
        if (darkest > white / 2) {
            return levels > 1 ? Finding.ALL_BRIGHT : Finding.MASK;
        }
        return levels > 2 && between * EDGE > Math.min(dark, bright) ? Finding.MANY_LEVELS : Finding.MASK;
    }

    private static int brightest(int[] counts) {
        int level = counts.length - 1;
        while (level > 0 && counts[level] == 0) {
            level--;
        }
        return level;
    }

    private static int levels(int[] counts) {
        int n = 0;
        for (int count : counts) {
            n += count > 0 ? 1 : 0;
        }
        return n;
    }

    private static Mask ofOnes(Image image) {
        byte[] values = new byte[image.width() * image.height()];
        int opaque = image.maxSample() / 2;
        int alpha = image.layout().alpha();
        for (int y = 0, i = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++, i++) {
                boolean in = level(image, x, y) > 0 && (alpha < 0 || image.sample(x, y, alpha) > opaque);
                values[i] = (byte) (in ? 1 : 0);
            }
        }
        return new Mask(image.width(), image.height(), values);
    }

    private static Mask above(Image image, int place, int least) {
        byte[] values = new byte[image.width() * image.height()];
        for (int y = 0, i = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++, i++) {
                values[i] = (byte) (image.sample(x, y, place) > least ? 1 : 0);
            }
        }
        return new Mask(image.width(), image.height(), values);
    }

    private static InputException empty(String what, int brightest, int white, String detail) {
        return new InputException("has " + what + " of at most " + brightest + " of " + white
                + ", which makes an empty mask, expected some above one half", new Remedy(Remedy.Kind.DARK_MASK, detail));
    }
}
