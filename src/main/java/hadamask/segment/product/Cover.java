package hadamask.segment.product;

import hadamask.image.Image;
import hadamask.image.Layout;
import java.util.Arrays;

/// A picture that is scaled until it covers a size, the rest being cropped evenly at both ends: as much of it as fits is seen,
/// and nothing is stretched.
///
/// Scaling is by a triangle: between two pixels when the picture grows; over all pixels that a pixel of the result reaches when it
/// shrinks. At the same size every sample is kept bit for bit. It is what `ImageOps.fit` of Pillow makes with `BILINEAR`, but for
/// rounding. Rows are made when they are asked for. Sums are formed in a fixed order, so that the bytes do not depend on threads.
final class Cover {
    private final Image picture;
    private final Reach columns;
    private final Reach rows;

    /// What of a line of the picture makes each place of a line of the result.
    ///
    /// @param first the first pixel of the picture, for each place
    /// @param weights of that pixel and those behind it, which sum up to 1
    @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
    private record Reach(int[] first, float[][] weights) {
        /// @param length pixels of the picture along the line
        /// @param from where the part begins that is seen, in pixels
        /// @param seen how long that part is
        /// @param places of the result
        static Reach of(int length, double from, double seen, int places) {
            double step = seen / places;
            double width = Math.max(step, 1);
            int[] first = new int[places];
            float[][] weights = new float[places][];
            for (int i = 0; i < places; i++) {
                double centre = from + (i + 0.5) * step;
                int least = Math.max(0, (int) (centre - width + 0.5));
                int end = Math.min(length, (int) (centre + width + 0.5));
                double[] heights = new double[end - least];
                double sum = 0;
                for (int k = 0; k < heights.length; k++) {
                    heights[k] = Math.max(0, 1 - Math.abs(least + k + 0.5 - centre) / width);
                    sum += heights[k];
                }
                first[i] = least;
                weights[i] = new float[heights.length];
                for (int k = 0; k < heights.length; k++) {
                    weights[i][k] = (float) (heights[k] / sum);
                }
            }
            return new Reach(first, weights);
        }

        int places() {
            return first.length;
        }

        int longest() {
            int most = 0;
            for (float[] some : weights) {
                most = Math.max(most, some.length);
            }
            return most;
        }
    }

    /// @param width of the result, at least 1
    /// @param height of the result, at least 1
    Cover(Image picture, int width, int height) {
        this.picture = picture;
        double scale = Math.max((double) width / picture.width(), (double) height / picture.height());
        double seenWidth = Math.min(picture.width(), width / scale);
        double seenHeight = Math.min(picture.height(), height / scale);
        columns = Reach.of(picture.width(), (picture.width() - seenWidth) / 2, seenWidth, width);
        rows = Reach.of(picture.height(), (picture.height() - seenHeight) / 2, seenHeight, height);
    }

    /// Makes rows, one after the other; it is used by one thread.
    final class Rows {
        private final int channels = picture.layout().samples();
        private final float[] line = new float[picture.width() * channels];
        private final float[] sums = new float[columns.places() * channels];
        /// Rows of the picture in the columns of the result, each kept until another needs its place.
        private final float[][] scaled;
        private final int[] kept;

        Rows() {
            scaled = new float[rows.longest()][sums.length];
            kept = new int[scaled.length];
            Arrays.fill(kept, -1);
        }

        /// Writes a row into the first one of an image, in its depth and layout.
        ///
        /// @param target has colours and alpha where the picture has
        void put(int y, Image target) {
            Arrays.fill(sums, 0);
            float[] weights = rows.weights[y];
            for (int k = 0; k < weights.length; k++) {
                float weight = weights[k];
                if (weight != 0) {
                    float[] row = scaled(rows.first[y] + k);
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += weight * row[i];
                    }
                }
            }
            write(target);
        }

        private float[] scaled(int y) {
            float[] row = scaled[y % scaled.length];
            if (kept[y % scaled.length] == y) {
                return row;
            }
            kept[y % scaled.length] = y;
            read(y);
            for (int x = 0, o = 0; x < columns.places(); x++) {
                float[] weights = columns.weights[x];
                int from = columns.first[x] * channels;
                for (int c = 0; c < channels; c++, o++) {
                    float sum = 0;
                    for (int k = 0, i = from + c; k < weights.length; k++, i += channels) {
                        sum += weights[k] * line[i];
                    }
                    row[o] = sum;
                }
            }
            return row;
        }

        /// The samples of a row of the picture; colours are multiplied by alpha, so that what is not seen has none.
        private void read(int y) {
            int start = y * line.length;
            for (int i = 0; i < line.length; i++) {
                line[i] = picture.bitDepth() == 8
                        ? picture.bytes()[start + i] & 0xFF
                        : picture.shorts()[start + i] & 0xFFFF;
            }
            int alpha = picture.layout().alpha();
            if (alpha >= 0) {
                for (int i = 0; i < line.length; i += channels) {
                    float opaque = line[i + alpha] / picture.maxSample();
                    for (int c = 0; c < channels; c++) {
                        line[i + c] *= c == alpha ? 1 : opaque;
                    }
                }
            }
        }

        private void write(Image target) {
            Layout from = picture.layout();
            Layout to = target.layout();
            int n = to.samples();
            float scale = (float) target.maxSample() / picture.maxSample();
            for (int x = 0, i = 0, o = 0; x < columns.places(); x++, i += channels, o += n) {
                float alpha = from.hasAlpha() ? sums[i + from.alpha()] / picture.maxSample() : 1;
                float colors = alpha > 0 ? scale / alpha : 0;
                set(target, o + to.red(), sums[i + from.red()] * colors);
                if (to.isColor()) {
                    set(target, o + to.green(), sums[i + from.green()] * colors);
                    set(target, o + to.blue(), sums[i + from.blue()] * colors);
                }
                if (to.hasAlpha()) {
                    set(target, o + to.alpha(), alpha * target.maxSample());
                }
            }
        }

        private static void set(Image target, int i, float value) {
            int sample = Math.min(target.maxSample(), (int) (value + 0.5f));
            if (target.bitDepth() == 8) {
                target.bytes()[i] = (byte) sample;
            } else {
                target.shorts()[i] = (short) sample;
            }
        }
    }
}
