package hadamask.segment;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.parallel.RowBands;
import hadamask.segment.cluster.ColorHistogram;
import hadamask.segment.color.RgbRows;
import hadamask.segment.plane.PixelWeights;

/// Clusters of colours as classes of pixels.
///
/// @param ofCell the class of each cell that occurs
/// @param size the number of classes
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record ColorClasses(Image image, ColorHistogram histogram, byte[] ofCell, int size) implements Classes {
    private static final double FAIR_SHARE = 0.5;

    private static final int ROWS_PER_BAND = 256;

    @Override
    public int of(int x, int y) {
        int[] rgb = {image.sample(x, y, image.layout().red()), image.sample(x, y, image.layout().green()),
            image.sample(x, y, image.layout().blue())};
        int cell = histogram.of(rgb, 0);
        return cell < 0 ? 0 : ofCell[cell]; // what cannot be seen counts nothing
    }

    @Override
    public boolean isEmpty(int c) {
        for (byte found : ofCell) {
            if (found == c) {
                return false;
            }
        }
        return true;
    }

    /// Half of the share that the class has of all that counts.
    @Override
    public double groundShare(int c) {
        return size > 2 ? FAIR_SHARE * share(c) : Double.POSITIVE_INFINITY;
    }

    private double share(int c) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < ofCell.length; i++) {
            all += histogram.counts()[i];
            sum += ofCell[i] == c ? histogram.counts()[i] : 0;
        }
        return sum / all;
    }

    /// The pixels whose class is chosen; those that count nothing are not.
    Mask mask(boolean[] chosen, PixelWeights weights) {
        int width = image.width();
        byte[] values = new byte[width * image.height()];
        RowBands.forEach(image.height(), ROWS_PER_BAND, (first, end) -> {
            int[] rgb = new int[3 * width];
            for (int y = first; y < end; y++) {
                RgbRows.read(image, y, rgb);
                for (int x = 0; x < width; x++) {
                    int cell = histogram.of(rgb, 3 * x);
                    boolean in = cell >= 0 && chosen[ofCell[cell]];
                    values[y * width + x] = (byte) (in && !(weights.someUnseen() && weights.of(x, y) == 0) ? 1 : 0);
                }
            }
        });
        return new Mask(width, image.height(), values);
    }
}
