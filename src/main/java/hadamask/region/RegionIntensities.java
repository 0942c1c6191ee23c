package hadamask.region;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.segment.plane.GrayScale;
import java.util.ArrayList;
import java.util.List;

/// How bright regions of a picture are: the mean and the standard deviation of the grey, and of each channel of a picture
/// that has more than grey.
///
/// Values are on the scale from 0 to 1: the level over [GrayScale#maxLevel(int)], the sample over the largest one. The
/// standard deviation is that of the region's pixels, divided by their number: `sqrt(mean((v - mean)^2))`. Both are formed
/// from whole numbers; a region of a single value has the deviation 0.
///
/// Memory: 16 bytes per region and channel.
public final class RegionIntensities {
    /// The sums of one channel.
    ///
    /// @param name what the channel is called, such as `red`
    /// @param white the value that is 1
    /// @param sums of the values of each region
    /// @param squares of the same; may pass the range of a long, which [#deviation(int, long)] makes good
    @SuppressWarnings("ArrayRecordComponent") // filled row by row, never compared
    private record Channel(String name, int white, long[] sums, long[] squares) {
        Channel(String name, int white, int regions) {
            this(name, white, new long[regions + 1], new long[regions + 1]);
        }

        /// Adds values of a region.
        ///
        /// @param from place of the first
        /// @param step from one to the next
        /// @param count how many
        void add(int label, int[] values, int from, int step, int count) {
            long sum = 0;
            long square = 0;
            for (int i = 0, at = from; i < count; i++, at += step) {
                int value = values[at];
                sum += value;
                square += (long) value * value;
            }
            sums[label] += sum;
            squares[label] += square;
        }

        /// The same of samples of 8 bits.
        void add(int label, byte[] values, int from, int step, int count) {
            long sum = 0;
            long square = 0;
            for (int i = 0, at = from; i < count; i++, at += step) {
                int value = values[at] & 0xFF;
                sum += value;
                int squared = value * value; // fits
                square += squared;
            }
            sums[label] += sum;
            squares[label] += square;
        }

        /// The same of samples of 16 bits.
        void add(int label, short[] values, int from, int step, int count) {
            long sum = 0;
            long square = 0;
            for (int i = 0, at = from; i < count; i++, at += step) {
                int value = values[at] & 0xFFFF;
                sum += value;
                square += (long) value * value;
            }
            sums[label] += sum;
            squares[label] += square;
        }

        /// All of it, with each value times a factor.
        void scale(int factor) {
            for (int label = 0; label < sums.length; label++) {
                sums[label] *= factor;
                squares[label] *= (long) factor * factor;
            }
        }

        double mean(int label, long area) {
            return sums[label] / (double) area / white;
        }

        double deviation(int label, long area) {
            // About the whole number nearest to the mean, whose squares fit: what ran over on the way comes back.
            long middle = Math.floorDiv(2 * sums[label] + area, 2 * area);
            long rest = sums[label] - area * middle;
            long about = squares[label] - 2 * middle * sums[label] + area * middle * middle;
            double offset = rest / (double) area;
            return Math.sqrt(Math.max(0, about / (double) area - offset * offset)) / white;
        }
    }

    private final long[] areas;
    private final Channel gray;
    private final List<Channel> all = new ArrayList<>();

    private RegionIntensities(Image image, GrayScale scale, int regions) {
        areas = new long[regions + 1];
        gray = new Channel("gray", scale.maxLevel(image.maxSample()), regions);
        all.add(gray);
    }

    /// Adds up the values of every region.
    ///
    /// @param image the picture, of the size of the labels
    /// @throws IllegalArgumentException if the sizes differ
    public static RegionIntensities of(RegionLabels labels, Image image, GrayScale scale) {
        if (labels.width() != image.width() || labels.height() != image.height()) {
            throw new IllegalArgumentException(labels.width() + " x " + labels.height() + " labels of " + image);
        }
        RegionIntensities intensities = new RegionIntensities(image, scale, labels.count());
        intensities.addGrays(labels, image, scale);
        Layout layout = image.layout();
        if (layout.isColor()) {
            intensities.addSamples("red", layout.red(), labels, image);
            intensities.addSamples("green", layout.green(), labels, image);
            intensities.addSamples("blue", layout.blue(), labels, image);
        }
        if (layout.hasAlpha()) {
            intensities.addSamples("alpha", layout.alpha(), labels, image);
        }
        return intensities;
    }

    private void addGrays(RegionLabels labels, Image image, GrayScale scale) {
        labels.forEachRun((label, y, from, end) -> areas[label] += end - from);
        if (scale == GrayScale.MEAN && !image.layout().isColor()) { // a level is three times the sample
            addSamples(gray, 0, labels, image);
            gray.scale(3);
            return;
        }
        int[] levels = new int[image.width()];
        for (int y = 0; y < image.height(); y++) {
            scale.levels(image, y, levels);
            labels.forEachRun(y, (label, row, from, end) -> gray.add(label, levels, from, 1, end - from));
        }
    }

    private void addSamples(String name, int place, RegionLabels labels, Image image) {
        Channel channel = new Channel(name, image.maxSample(), areas.length - 1);
        all.add(channel);
        addSamples(channel, place, labels, image);
    }

    private static void addSamples(Channel channel, int place, RegionLabels labels, Image image) {
        int step = image.layout().samples();
        int width = image.width();
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            labels.forEachRun((label, y, from, end) -> channel.add(label, samples, (y * width + from) * step + place,
                    step, end - from));
        } else {
            short[] samples = image.shorts();
            labels.forEachRun((label, y, from, end) -> channel.add(label, samples, (y * width + from) * step + place,
                    step, end - from));
        }
    }

    /// What is measured, in order: `gray`, then `red`, `green` and `blue` of a picture in colours, then `alpha`.
    public List<String> channels() {
        return all.stream().map(Channel::name).toList();
    }

    /// The mean of a channel in a region, in [0, 1].
    ///
    /// @param channel place in [#channels()]
    public double mean(int channel, int label) {
        return all.get(channel).mean(label, areas[label]);
    }

    /// The standard deviation of a channel in a region, in [0, 1/2].
    ///
    /// @param channel place in [#channels()]
    public double deviation(int channel, int label) {
        return all.get(channel).deviation(label, areas[label]);
    }
}
