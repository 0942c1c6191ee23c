package hadamask.plot;

import hadamask.image.Attributes;
import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.plot.AreaAverage.Pixels;
import hadamask.segment.ColorClusters;
import hadamask.segment.GrayClusters;
import hadamask.segment.LocalLevels;
import hadamask.segment.NetworkMask;
import hadamask.segment.ObjectCut;
import hadamask.segment.Segmentation;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.GrayHistogram;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Levels;
import hadamask.segment.plane.PixelWeights;
import hadamask.segment.product.Background;
import hadamask.segment.product.Product;
import java.awt.Color;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// The pixels of each stage as colours, made row by row while they are scaled: no stage is held as a picture.
final class StagePixels {
    /// Pixels of a mask that are out.
    static final Color OUT = new Color(38, 44, 56);
    /// Pixels of a mask that are in.
    static final Color IN = Color.WHITE;
    /// Pixels that became foreground because they were holes.
    static final Color FILLED = new Color(240, 140, 20);
    /// Pixels that became foreground by the closing.
    static final Color CLOSED = new Color(40, 150, 225);
    /// Pixels that a closing cut at the edge of the image has lost.
    static final Color LOST = new Color(196, 60, 140);

    private static final int OPAQUE = 0xFF000000;

    private final Segmentation stages;
    private final Image image;
    private final PixelWeights weights;
    private final Levels levels;
    private @Nullable GrayHistogram histogram;

    StagePixels(Segmentation stages) {
        this.stages = stages;
        image = stages.image();
        weights = switch (stages.evidence()) {
            case GrayClusters clusters -> PixelWeights.of(image, clusters.alpha());
            case LocalLevels local -> PixelWeights.of(image, local.alpha());
            case ColorClusters colors -> PixelWeights.of(image, colors.alpha());
            case ObjectCut cut -> PixelWeights.of(image, cut.alpha());
            case NetworkMask found -> PixelWeights.of(image, found.alpha());
        };
        levels = switch (stages.evidence()) {
            case GrayClusters clusters -> clusters.plane().of(image, weights);
            case LocalLevels local -> local.plane().of(image, weights);
            case ColorClusters colors -> GrayScale.MEAN.of(image, weights); // for the histogram of a report
            case ObjectCut cut -> Objects.requireNonNull(stages.view());
            case NetworkMask found -> Objects.requireNonNull(stages.view());
        };
    }

    /// The colours of the image; 16-bit samples are rounded.
    Pixels image() {
        return ImagePixels.of(image);
    }

    /// The plane, nothing where the image is transparent.
    Pixels plane() {
        int[] colors = new int[levels.maxLevel() + 1];
        for (int level = 0; level < colors.length; level++) {
            int gray = (int) Math.round(255.0 * level / levels.maxLevel());
            colors[level] = OPAQUE | gray * 0x010101;
        }
        return seen(lookUp(colors));
    }

    /// The grey levels of the image, counted when they are asked for first.
    GrayHistogram histogram() {
        GrayHistogram counted = histogram;
        if (counted == null) {
            counted = GrayHistogram.of(levels, weights);
            histogram = counted;
        }
        return counted;
    }

    /// What the method saw: a colour for each cluster, nothing where the image is transparent.
    Pixels evidence() {
        return switch (stages.evidence()) {
            case GrayClusters(var plane, var alpha, Clusters clusters, var foreground) -> {
                int[] colors = new int[clusters.maxLevel() + 1];
                for (int level = 0; level < colors.length; level++) {
                    colors[level] = ColorScale.of(clusters.of(level), clusters.size()).getRGB();
                }
                yield seen(lookUp(colors));
            }
            case LocalLevels local -> {
                int bright = local.sides().getLast().foreground() ? 1 : 0;
                int[] colors = new int[2]; // of what the threshold left out, and of what it took
                colors[bright] = ColorScale.of(1, 2).getRGB();
                colors[1 - bright] = ColorScale.of(0, 2).getRGB();
                yield seen(sides(colors));
            }
            case ObjectCut cut -> seen(sides(new int[]{ColorScale.of(0, 2).getRGB(), ColorScale.of(1, 2).getRGB()}));
            case NetworkMask found ->
                seen(sides(new int[]{ColorScale.of(0, 2).getRGB(), ColorScale.of(1, 2).getRGB()}));
            case ColorClusters found -> seen(groups(found, c -> ColorScale.of(c, found.groups().size()).getRGB()));
        };
    }

    /// Each pixel in the mean colour of its cluster.
    Pixels palette(ColorClusters found) {
        return seen(groups(found, c -> color(found.groups().get(c)).getRGB()));
    }

    static Color color(ColorClusters.Group group) {
        return new Color((int) Math.round(group.red()), (int) Math.round(group.green()),
                (int) Math.round(group.blue()));
    }

    private Pixels groups(ColorClusters found, IntUnaryOperator color) {
        return (y, argb) -> {
            found.nearest(image, y, argb);
            for (int x = 0; x < argb.length; x++) {
                argb[x] = color.applyAsInt(argb[x]);
            }
        };
    }

    /// @param colors of what is background in the mask that a threshold gave, and of what is foreground
    private Pixels sides(int[] colors) {
        byte[] mask = stages.foreground().values();
        return (y, argb) -> {
            for (int x = 0, i = y * argb.length; x < argb.length; x++, i++) {
                argb[x] = colors[mask[i]];
            }
        };
    }

    /// Pixels in bins of their level, by side.
    long[][] localBins(LocalLevels local) {
        return bins(local.sides().getLast().foreground() ? 1 : 0);
    }

    /// Pixels in bins of how much they stand out: of the ground and of the object.
    long[][] saliencyBins() {
        return bins(1);
    }

    /// @param bright 1 where what is foreground is called bright, else 0
    private long[][] bins(int bright) {
        long[][] bins = new long[HistogramPanel.BINS][2];
        int[] row = new int[image.width()];
        for (int y = 0; y < image.height(); y++) {
            levels.row(y, row);
            for (int x = 0; x < row.length; x++) {
                int bin = (int) Math.round(row[x] * (HistogramPanel.BINS - 1.0) / levels.maxLevel());
                boolean in = stages.foreground().contains(x, y);
                bins[bin][in ? bright : 1 - bright] += weights.of(x, y) > 0 ? 1 : 0;
            }
        }
        return bins;
    }

    /// The filled mask, with what was filled in a colour of its own.
    Pixels filled() {
        return change(stages.foreground(), stages.filled(), FILLED);
    }

    /// The closed mask, with what was added in a colour of its own.
    Pixels closed() {
        return change(stages.filled(), stages.closed(), CLOSED);
    }

    /// The final mask: black and opaque in it, transparent outside.
    Pixels mask() {
        byte[] mask = stages.mask().values();
        return (y, argb) -> {
            int from = y * argb.length;
            for (int x = 0; x < argb.length; x++) {
                argb[x] = mask[from + x] != 0 ? OPAQUE : 0;
            }
        };
    }

    /// The product.
    Pixels result(Background background) {
        byte[] mask = stages.mask().values();
        Pixels colors = image();
        Pixels ground = ground(background);
        return (y, argb) -> {
            int from = y * argb.length;
            int[] behind = new int[argb.length];
            ground.row(y, behind);
            colors.row(y, argb);
            for (int x = 0; x < argb.length; x++) {
                argb[x] = mask[from + x] != 0 ? argb[x] : behind[x];
            }
        };
    }

    private Pixels ground(Background background) {
        if (background instanceof Background.Picture) {
            Mask nothing = new Mask(image.width(), image.height(), new byte[image.width() * image.height()]);
            return ImagePixels.of(Product.inPlace(nothing.toImage(Attributes.NONE), nothing, background));
        }
        int pixel = background instanceof Background.Color(int red, int green, int blue)
                ? new Color(red, green, blue).getRGB()
                : background instanceof Background.Translucent(int red, int green, int blue, int alpha)
                        ? new Color(red, green, blue, alpha).getRGB()
                        : 0;
        return (y, argb) -> Arrays.fill(argb, pixel);
    }

    private Pixels lookUp(int[] colors) {
        return (y, argb) -> {
            levels.row(y, argb);
            for (int x = 0; x < argb.length; x++) {
                argb[x] = colors[argb[x]];
            }
        };
    }

    private Pixels seen(Pixels colors) {
        if (!weights.someUnseen()) {
            return colors;
        }
        return (y, argb) -> {
            colors.row(y, argb);
            for (int x = 0; x < argb.length; x++) {
                argb[x] = weights.of(x, y) == 0 ? 0 : argb[x];
            }
        };
    }

    private static Pixels change(Mask before, Mask after, Color added) {
        int[] colors = {OUT.getRGB(), added.getRGB(), LOST.getRGB(), IN.getRGB()};
        byte[] old = before.values();
        byte[] now = after.values();
        return (y, argb) -> {
            int from = y * argb.length;
            for (int x = 0; x < argb.length; x++) {
                argb[x] = colors[2 * old[from + x] + now[from + x]];
            }
        };
    }
}
