package hadamask.segment.cut;

import hadamask.image.Rectangle;
import hadamask.parallel.Workers;
import hadamask.segment.color.Exponential;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.saliency.Side;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much more a colour belongs to the middle of a picture than to its border, from 0 to 1.
///
/// One mixture of colours is fitted to a band along the border, one to the middle, the nearer to it the more; the logistic
/// curve of a part of their log-odds is the map. The lower side does not teach it, as people and things stand there. With a box the
/// border is what lies outside of it, and the middle that of the box.
final class PlacePrior {
    /// The width of the band as a part of the width or height.
    private static final double BAND = 0.08;
    /// The deviations of the middle as parts of width and height.
    private static final double MIDDLE_WIDTH = 0.17;
    private static final double MIDDLE_HEIGHT = 0.2;
    private static final int COLORS = 6;
    private static final double SLOPE = 0.3;
    /// Below this log-density a mixture does not know a colour at all.
    private static final double MIN_LOG_DENSITY = -60;

    /// What a pixel counts at least.
    private static final float LEAST = 0.01f;

    private PlacePrior() {
    }

    /// @param box where the object is, in reduced pixels, with something outside of it; or null
    /// @param ground the sides of the picture on which ground is expected
    /// @param saliency how much each pixel stands out, from 0 to 1: the more, the more it counts for the middle, and the less for the
    /// border, as ground is seen in the middle, too, between legs and under arms; null if all count alike
    /// @return a number for each pixel, row by row
    static float[] of(ReducedPicture picture, Palette palette, @Nullable Rectangle box, Set<Side> ground,
            float @Nullable [] saliency) {
        float[][] inRow = new float[1][];
        double[][] logs = new double[2][]; // neither needs the other
        Workers.current().inAnyOrder(2, part -> {
            float[] weights = part == 0 ? around(picture, box, ground, saliency) : within(picture, box, saliency);
            ColorMixture mixture = ColorMixture.of(palette.lab(), palette.sums(weights), COLORS);
            logs[part] = mixture.logDensities();
            if (part == 0) {
                inRow[0] = RowShares.gains(mixture, palette, weights, picture.width());
            }
        });
        float[] map = new float[picture.size()];
        for (int i = 0; i < map.length; i++) {
            int c = palette.ofPixel()[i];
            double odds = Math.max(MIN_LOG_DENSITY, logs[1][c]) - Math.max(MIN_LOG_DENSITY, logs[0][c]) - inRow[0][i];
            map[i] = 1 / (1 + Exponential.of((float) (-SLOPE * odds)));
        }
        return map;
    }

    private static float[] around(ReducedPicture picture, @Nullable Rectangle box, Set<Side> ground,
            float @Nullable [] saliency) {
        if (box != null) {
            return outside(picture, box);
        }
        float[] around = band(picture, ground);
        for (int i = 0; saliency != null && i < saliency.length; i++) {
            around[i] *= Math.max(LEAST, 1 - saliency[i]);
        }
        return around;
    }

    private static float[] within(ReducedPicture picture, @Nullable Rectangle box, float @Nullable [] saliency) {
        float[] within = middle(picture, box == null ? new Rectangle(0, 0, picture.width(), picture.height()) : box);
        for (int i = 0; saliency != null && i < saliency.length; i++) {
            within[i] *= Math.max(LEAST, saliency[i]);
        }
        return within;
    }

    private static float[] band(ReducedPicture picture, Set<Side> ground) {
        Set<Side> sides = EnumSet.copyOf(ground);
        sides.remove(Side.BOTTOM);
        if (sides.isEmpty()) {
            sides = ground;
        }
        int width = picture.width();
        int height = picture.height();
        float[] weights = new float[picture.size()];
        for (Side side : sides) {
            boolean across = side == Side.TOP || side == Side.BOTTOM;
            int band = Math.max(1, (int) (BAND * (across ? height : width)));
            side.forEach(width, height, band, i -> weights[i] = 1);
        }
        return weights;
    }

    private static float[] outside(ReducedPicture picture, Rectangle box) {
        float[] weights = new float[picture.size()];
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, i++) {
                boolean inside = x >= box.x() && x < box.x() + box.width() && y >= box.y()
                        && y < box.y() + box.height();
                weights[i] = inside ? 0 : 1;
            }
        }
        return weights;
    }

    /// How much each pixel is in the middle of a rectangle: a normal curve of its place.
    private static float[] middle(ReducedPicture picture, Rectangle of) {
        float[] weights = new float[picture.size()];
        double centreX = of.x() + of.width() / 2.0;
        double centreY = of.y() + of.height() / 2.0;
        for (int y = of.y(); y < of.y() + of.height(); y++) {
            double dy = (y + 0.5 - centreY) / (MIDDLE_HEIGHT * of.height());
            for (int x = of.x(); x < of.x() + of.width(); x++) {
                double dx = (x + 0.5 - centreX) / (MIDDLE_WIDTH * of.width());
                weights[y * picture.width() + x] = Exponential.of((float) (-(dx * dx + dy * dy) / 2));
            }
        }
        return weights;
    }
}
