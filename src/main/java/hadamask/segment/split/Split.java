package hadamask.segment.split;

import hadamask.image.Mask;
import hadamask.segment.refine.Connectivity;

/// Tells objects that touch apart: where the mask has a waist, there are two.
///
/// Each pixel is as high as it is far from the background ([DistanceTransform]), smoothed by a Gaussian of one pixel. Of the tops
/// of this landscape those count from which one must go down by the depth to come to a higher one ([Peaks]); a watershed
/// gives every pixel to one of them ([Flood]).
///
///     mask   0 1 1 0 0 1 1 0     labels   0 1 1 0 0 2 2 0
///            1 1 1 1 1 1 1 1              1 1 1 1 2 2 2 2
///            1 1 1 1 1 1 1 1              1 1 1 1 2 2 2 2
///            0 1 1 0 0 1 1 0              0 1 1 0 0 2 2 0
///
/// Heights are counted in steps of 1/256 pixel. The result depends on nothing but the mask and the depth. Time grows with the
/// pixels.
///
/// @param depth how far a waist is below the lower of two tops at least, in pixels, above 0; infinite where nothing is split
public record Split(double depth) {
    /// Nothing is split.
    public static final Split NONE = new Split(Double.POSITIVE_INFINITY);
    /// By half a pixel.
    public static final Split DEFAULT = new Split(0.5);
    /// Bytes per pixel that this takes beside the mask.
    public static final int MEMORY = 12;

    private static final double DEVIATION = 1;
    /// Steps of a pixel of height.
    private static final int STEPS = 256;

    public Split {
        if (!(depth > 0)) {
            throw new IllegalArgumentException("a depth of " + depth);
        }
    }

    /// Written out, as options are told in each run, and what a record makes of itself would be linked then.
    @Override
    public String toString() {
        return splits() ? Double.toString(depth) : "none";
    }

    /// Whether anything is done.
    public boolean splits() {
        return depth < Double.POSITIVE_INFINITY;
    }

    /// The labels of the objects of a mask row by row: 0 for background, then from 1 in the order of the objects' first
    /// pixels. Each pixel of the mask has one, and the pixels of each are connected.
    public int[] labels(Mask mask, Connectivity connectivity) {
        int[] levels = levels(mask);
        Neighbours neighbours = new Neighbours(mask.width(), mask.height(), connectivity);
        int[] labels = Peaks.of(levels, neighbours, (int) Math.min(Integer.MAX_VALUE, Math.ceil(depth * STEPS)));
        Flood.fill(levels, labels, neighbours);
        return inOrder(labels);
    }

    /// The mask with a line of background between objects that touch, at a side or a corner: off the object with the larger
    /// label the pixels go that touch the other. The given mask where nothing is split.
    public Mask apply(Mask mask) {
        if (!splits()) {
            return mask;
        }
        int[] labels = labels(mask, Connectivity.EIGHT);
        Neighbours neighbours = new Neighbours(mask.width(), mask.height(), Connectivity.EIGHT);
        byte[] values = new byte[labels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (labels[i] > 0 && !touchesSmaller(i, labels, neighbours) ? 1 : 0);
        }
        return new Mask(mask.width(), mask.height(), values);
    }

    private static boolean touchesSmaller(int pixel, int[] labels, Neighbours neighbours) {
        for (int place = 0; place < neighbours.count(); place++) {
            int neighbour = neighbours.of(pixel, place);
            if (neighbour >= 0 && labels[neighbour] > 0 && labels[neighbour] < labels[pixel]) {
                return true;
            }
        }
        return false;
    }

    private static int[] levels(Mask mask) {
        float[] distances = DistanceTransform.of(mask);
        new Smoothing(DEVIATION).smooth(distances, mask.width(), mask.height());
        byte[] in = mask.values();
        int[] levels = new int[distances.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = in[i] == 0 ? 0 : Math.max(1, Math.round(STEPS * distances[i]));
        }
        return levels;
    }

    private static int[] inOrder(int[] labels) {
        int most = 0;
        for (int label : labels) {
            most = Math.max(most, label);
        }
        int[] numbers = new int[most + 1];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] > 0) {
                if (numbers[labels[i]] == 0) {
                    numbers[labels[i]] = ++count;
                }
                labels[i] = numbers[labels[i]];
            }
        }
        return labels;
    }
}
