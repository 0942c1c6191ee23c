package hadamask.segment.cut;

import hadamask.image.Rectangle;
import hadamask.segment.color.Exponential;
import hadamask.segment.color.ReducedPicture;
import org.jspecify.annotations.Nullable;

/// A bell over the middle of a picture, from 0 to 1: most things that are photographed stand there.
///
/// `exp(-(x / 0.2)^2 / 2 - (y / 0.25)^2 / 2)`, x and y being the distances from the centre as parts of the width and the height;
/// with a box it stands over the middle of that, and is flatter by three tenths towards sides of the box that lie on the border of
/// the picture, as the object may run out of it there.
final class CentrePrior {
    private static final float SIGMA_X = 0.2f;
    private static final float SIGMA_Y = 0.25f;
    /// What a distance counts towards a border.
    private static final float TO_BORDER = 0.7f;

    private CentrePrior() {
    }

    /// @param box where the object is, in reduced pixels, or null
    /// @return a number for each pixel, row by row
    static float[] of(ReducedPicture picture, @Nullable Rectangle box) {
        int width = picture.width();
        int height = picture.height();
        float[] x = box == null
                ? distances(0, width, width, 1, 1)
                : distances(box.x(), box.width(), width, toBorder(box.x()), toBorder(width - box.x() - box.width()));
        float[] y = box == null
                ? distances(0, height, height, 1, 1)
                : distances(box.y(), box.height(), height, toBorder(box.y()),
                        toBorder(height - box.y() - box.height()));
        float[] map = new float[picture.size()];
        for (int row = 0, i = 0; row < height; row++) {
            float dy = y[row] / SIGMA_Y;
            for (int column = 0; column < width; column++, i++) {
                float dx = x[column] / SIGMA_X;
                map[i] = Exponential.of(-(dx * dx + dy * dy) / 2);
            }
        }
        return map;
    }

    /// @param apart pixels between a side of the box and the border of the picture
    private static float toBorder(int apart) {
        return apart <= 1 ? TO_BORDER : 1;
    }

    /// The distance of each place on an axis from the middle of a range, as a part of its length.
    ///
    /// @param before what a distance counts before the middle
    /// @param behind what it counts behind it
    private static float[] distances(int from, int length, int places, float before, float behind) {
        float[] distances = new float[places];
        for (int i = 0; i < places; i++) {
            float d = (i - from + 0.5f) / length - 0.5f;
            distances[i] = d * (d < 0 ? before : behind);
        }
        return distances;
    }
}
