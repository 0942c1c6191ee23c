package hadamask.segment.cut;

import hadamask.segment.color.Exponential;
import hadamask.segment.color.ReducedPicture;
import java.util.Arrays;

/// How near each pixel is to what was kept or dropped, along ways over which the colour changes little.
///
/// The length of a step between neighbours is its length in the plane, as a part of the picture, plus its difference of colour. The
/// least sums are found approximately by raster scans, forward and backward: P. Toivanen, "New geodesic distance transforms for
/// gray-scale images", Pattern Recognition Letters 17, 1996.
final class ClickDistance {
    private static final int SCANS = 3;
    /// A way across the whole picture is as long as this difference of colour in Lab.
    private static final float ACROSS = 100;
    /// At this distance a click counts 1/e of [#STRENGTH] nats.
    private static final float NEAR = 20;
    private static final float STRENGTH = 4;

    private final ReducedPicture picture;
    private final float step;

    ClickDistance(ReducedPicture picture) {
        this.picture = picture;
        step = ACROSS / Math.max(picture.width(), picture.height());
    }

    /// Makes pixels near to a click lean to its side.
    ///
    /// @param hints the label of each pixel; what lies outside of a box is no click
    /// @param leanings changed
    void lean(byte[] hints, float[] leanings) {
        float[] toKept = from(hints, HintMap.KEPT);
        float[] toDropped = from(hints, HintMap.DROPPED);
        for (int i = 0; i < leanings.length; i++) {
            leanings[i] += STRENGTH * (Exponential.of(-toKept[i] / NEAR) - Exponential.of(-toDropped[i] / NEAR));
        }
    }

    /// @param hints the label of each pixel
    /// @param label from which pixels ways start
    /// @return the distance of each pixel in units of Lab, infinite if none has the label
    private float[] from(byte[] hints, byte label) {
        float[] distance = new float[hints.length];
        Arrays.fill(distance, Float.POSITIVE_INFINITY);
        boolean any = false;
        for (int i = 0; i < hints.length; i++) {
            if (hints[i] == label) {
                distance[i] = 0;
                any = true;
            }
        }
        for (int scan = 0; any && scan < SCANS; scan++) {
            forward(distance);
            backward(distance);
        }
        return distance;
    }

    private void forward(float[] distance) {
        int width = picture.width();
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++, i++) {
                if (x > 0) {
                    relax(distance, i - 1, i);
                }
                if (y > 0) {
                    relax(distance, i - width, i);
                }
            }
        }
    }

    private void backward(float[] distance) {
        int width = picture.width();
        int height = picture.height();
        for (int y = height - 1, i = distance.length - 1; y >= 0; y--) {
            for (int x = width - 1; x >= 0; x--, i--) {
                if (x < width - 1) {
                    relax(distance, i + 1, i);
                }
                if (y < height - 1) {
                    relax(distance, i + width, i);
                }
            }
        }
    }

    private void relax(float[] distance, int from, int to) {
        if (distance[from] < distance[to]) {
            float[] lab = picture.lab();
            float dl = lab[3 * from] - lab[3 * to];
            float da = lab[3 * from + 1] - lab[3 * to + 1];
            float db = lab[3 * from + 2] - lab[3 * to + 2];
            float way = distance[from] + step + (float) Math.sqrt(dl * dl + da * da + db * db);
            distance[to] = Math.min(distance[to], way);
        }
    }
}
