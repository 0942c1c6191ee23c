package hadamask.segment.cut;

import hadamask.image.Rectangle;
import hadamask.segment.color.Exponential;
import hadamask.segment.color.ReducedPicture;
import org.jspecify.annotations.Nullable;

/// A bell over the middle of a picture, from 0 to 1: most things that are photographed stand there.
///
/// `exp(-(x / 0.2)^2 / 2 - (y / 0.25)^2 / 2)`, x and y being the distances from the centre as parts of the width and the height;
/// with a box it stands over the middle of that.
final class CentrePrior {
    private static final float SIGMA_X = 0.2f;
    private static final float SIGMA_Y = 0.25f;

    private CentrePrior() {
    }

    /// @param box where the object is, in reduced pixels, or null
    /// @return a number for each pixel, row by row
    static float[] of(ReducedPicture picture, @Nullable Rectangle box) {
        Rectangle in = box == null ? new Rectangle(0, 0, picture.width(), picture.height()) : box;
        float[] map = new float[picture.size()];
        for (int y = 0, i = 0; y < picture.height(); y++) {
            float dy = ((y - in.y() + 0.5f) / in.height() - 0.5f) / SIGMA_Y;
            for (int x = 0; x < picture.width(); x++, i++) {
                float dx = ((x - in.x() + 0.5f) / in.width() - 0.5f) / SIGMA_X;
                map[i] = Exponential.of(-(dx * dx + dy * dy) / 2);
            }
        }
        return map;
    }
}
