package hadamask.segment.cut;

import hadamask.image.Rectangle;
import hadamask.segment.color.Exponential;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.saliency.Side;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much more a colour belongs to the middle of a picture than to its border, from 0 to 1.
///
/// One mixture of colours is fitted to a band along the border, one to the middle half of width and height; the logistic
/// curve of a part of their log-odds is the map. The lower side does not teach it, as people and things stand there. With a box the
/// border is what lies outside of it, and the middle that of the box.
final class PlacePrior {
    /// The width of the band as a part of the width or height.
    private static final double BAND = 0.08;
    private static final int BORDER_COLORS = 5;
    private static final int MIDDLE_COLORS = 6;
    private static final double SLOPE = 0.3;
    /// Below this log-density a mixture does not know a colour at all.
    private static final double MIN_LOG_DENSITY = -60;

    private PlacePrior() {
    }

    /// @param box where the object is, in reduced pixels, or null
    /// @param ground the sides of the picture on which ground is expected
    /// @return a number for each pixel, row by row
    static float[] of(ReducedPicture picture, Palette palette, @Nullable Rectangle box, Set<Side> ground) {
        double[] border = palette.sums(box == null ? band(picture, ground) : outside(picture, box));
        double[] middle = palette.sums(middle(picture,
                box == null ? new Rectangle(0, 0, picture.width(), picture.height()) : box));
        double[] ofBorder = ColorMixture.of(palette.lab(), border, BORDER_COLORS).logDensities();
        double[] ofMiddle = ColorMixture.of(palette.lab(), middle, MIDDLE_COLORS).logDensities();
        float[] ofColor = new float[palette.count()];
        for (int c = 0; c < ofColor.length; c++) {
            double odds = Math.max(MIN_LOG_DENSITY, ofMiddle[c]) - Math.max(MIN_LOG_DENSITY, ofBorder[c]);
            ofColor[c] = 1 / (1 + Exponential.of((float) (-SLOPE * odds)));
        }
        float[] map = new float[picture.size()];
        for (int i = 0; i < map.length; i++) {
            map[i] = ofColor[palette.ofPixel()[i]];
        }
        return map;
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
            for (int y = 0, i = 0; y < height; y++) {
                for (int x = 0; x < width; x++, i++) {
                    if (side.holds(x, y, width, height, band)) {
                        weights[i] = 1;
                    }
                }
            }
        }
        return weights;
    }

    private static float[] outside(ReducedPicture picture, Rectangle box) {
        float[] weights = new float[picture.size()];
        boolean any = false;
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, i++) {
                boolean inside = x >= box.x() && x < box.x() + box.width() && y >= box.y()
                        && y < box.y() + box.height();
                weights[i] = inside ? 0 : 1;
                any |= !inside;
            }
        }
        return any ? weights : band(picture, EnumSet.allOf(Side.class));
    }

    /// The pixels of the middle half of a rectangle, at least one.
    private static float[] middle(ReducedPicture picture, Rectangle of) {
        float[] weights = new float[picture.size()];
        int left = of.x() + of.width() / 4;
        int top = of.y() + of.height() / 4;
        int right = Math.max(left + 1, of.x() + of.width() - of.width() / 4);
        int bottom = Math.max(top + 1, of.y() + of.height() - of.height() / 4);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                weights[y * picture.width() + x] = 1;
            }
        }
        return weights;
    }
}
