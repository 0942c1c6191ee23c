package hadamask.segment;

import hadamask.image.Image;
import hadamask.segment.color.Lab;
import hadamask.segment.color.RgbRows;
import hadamask.segment.plane.PixelWeights;

/// The mean colour of each class of pixels.
///
/// @param sums of red, green and blue, weighted, of each class, three each
/// @param weights of each class
/// @param white the largest sample
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record MeanColors(long[] sums, long[] weights, int white) {
    static MeanColors of(Image image, Classes classes, PixelWeights weights) {
        long[] sums = new long[3 * classes.size()];
        long[] all = new long[classes.size()];
        int[] rgb = new int[3 * image.width()];
        for (int y = 0; y < image.height(); y++) {
            RgbRows.read(image, y, rgb);
            for (int x = 0, i = 0; x < image.width(); x++, i += 3) {
                int c = classes.of(x, y);
                long weight = weights.of(x, y);
                all[c] += weight;
                sums[3 * c] += weight * rgb[i];
                sums[3 * c + 1] += weight * rgb[i + 1];
                sums[3 * c + 2] += weight * rgb[i + 2];
            }
        }
        return new MeanColors(sums, all, image.maxSample());
    }

    /// The class whose mean is nearest to a colour; classes without pixels are not looked at.
    ///
    /// @param red from 0 to 255; green and blue alike
    int nearest(int red, int green, int blue) {
        float[] lab = new float[6];
        Lab.of(red, green, blue, lab, 3);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < weights.length; c++) {
            if (weights[c] == 0) {
                continue;
            }
            Lab.of(mean(c, 0), mean(c, 1), mean(c, 2), lab, 0);
            double distance = squared(lab[0] - lab[3]) + squared(lab[1] - lab[4]) + squared(lab[2] - lab[5]);
            if (distance < least) {
                best = c;
                least = distance;
            }
        }
        return best;
    }

    private float mean(int c, int sample) {
        return (float) (255.0 * sums[3 * c + sample] / weights[c] / white);
    }

    private static double squared(double difference) {
        return difference * difference;
    }
}
