package hadamask.segment.cut;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.segment.color.ReducedPicture;
import java.util.Arrays;
import java.util.List;

/// How much a mask looks like the object of a picture, for one who does not know what that is.
///
/// Ground runs out of a picture at the top, on the left and on the right; an object seldom does, below excepted, where people and
/// things stand. And an object has other colours than what is around it. So
///
///     objectness = separation - 2 reach
///
/// where reach is the largest part of those three sides that the mask covers, and separation is one less the Bhattacharyya coefficient
/// of two histograms of 16 x 16 x 16 colours: of the pixels in the mask near its edge, and of those outside near it, up to
/// a 25th of the longer side. It lies in [-2, 1]. The weight was chosen on photographs of horses, people and clothing; nothing else
/// was fitted.
///
/// What proposals for one picture say of each other counts, too: `agreement` is the mean IoU with the others.
///
/// B. Alexe, T. Deselaers, V. Ferrari, "What is an object?", CVPR 2010, has the contrast of colours around a window.
public final class Objectness {
    private static final double REACH_WEIGHT = 2;
    /// The width of the ring on either side of the edge, as a part of the longer side.
    private static final double RING = 1 / 25.0;
    private static final int BITS = 4;
    private static final int CELLS = 1 << (3 * BITS);

    private final int width;
    private final int height;
    private final int ring;
    /// The cell of each pixel's colour.
    private final short[] cells;

    private Objectness(ReducedPicture picture) {
        width = picture.width();
        height = picture.height();
        ring = Math.max(1, (int) (RING * Math.max(width, height)));
        cells = new short[picture.size()];
        float[] rgb = picture.rgb();
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (short) (level(rgb[3 * i]) << (2 * BITS) | level(rgb[3 * i + 1]) << BITS
                    | level(rgb[3 * i + 2]));
        }
    }

    private static int level(float sample) {
        return Math.min((int) sample, 255) >> (8 - BITS);
    }

    /// For masks of a picture of reduced size.
    static Objectness in(ReducedPicture picture) {
        return new Objectness(picture);
    }

    /// For masks of an image.
    public static Objectness in(Image image) {
        return new Objectness(ReducedPicture.of(image, GraphCutOptions.DEFAULT.longerSide()));
    }

    /// The objectness of a mask of any size, in [-2, 1]; -2 if it is empty or full.
    public double of(Mask mask) {
        if (mask.width() == width && mask.height() == height) {
            return of(mask.values());
        }
        byte[] values = new byte[cells.length];
        for (int y = 0, i = 0; y < height; y++) {
            int row = (int) ((2L * y + 1) * mask.height() / (2L * height)) * mask.width();
            for (int x = 0; x < width; x++, i++) {
                values[i] = mask.values()[row + (int) ((2L * x + 1) * mask.width() / (2L * width))];
            }
        }
        return of(values);
    }

    /// @param mask 1 object and 0 ground, of the reduced size
    double of(byte[] mask) {
        int count = 0;
        for (byte value : mask) {
            count += value;
        }
        return count == 0 || count == mask.length ? -REACH_WEIGHT : separation(mask) - REACH_WEIGHT * reach(mask);
    }

    /// The largest part of the top, the left and the right side that is object.
    private double reach(byte[] mask) {
        int top = 0;
        int left = 0;
        int right = 0;
        for (int x = 0; x < width; x++) {
            top += mask[x];
        }
        for (int y = 0; y < height; y++) {
            left += mask[y * width];
            right += mask[y * width + width - 1];
        }
        return Math.max(top / (double) width, Math.max(left, right) / (double) height);
    }

    private double separation(byte[] mask) {
        int[] distance = distances(mask);
        int[][] counts = new int[2][CELLS];
        int[] sums = new int[2];
        for (int i = 0; i < mask.length; i++) {
            if (distance[i] <= ring) {
                counts[mask[i]][cells[i]]++;
                sums[mask[i]]++;
            }
        }
        double common = 0;
        for (int c = 0; c < CELLS; c++) {
            common += Math.sqrt((double) counts[0][c] * counts[1][c]);
        }
        return 1 - common / Math.sqrt((double) sums[0] * sums[1]);
    }

    /// The chessboard distance of each pixel to the nearest one of the other side; 1 beside the edge.
    private int[] distances(byte[] mask) {
        int[] distance = new int[mask.length];
        Arrays.fill(distance, Integer.MAX_VALUE - 1);
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (x > 0) {
                    step(mask, distance, i - 1, i);
                }
                if (y > 0) {
                    for (int n = x == 0 ? i - width : i - width - 1; n <= i - width + (x < width - 1 ? 1 : 0); n++) {
                        step(mask, distance, n, i);
                    }
                }
            }
        }
        for (int y = height - 1, i = mask.length - 1; y >= 0; y--) {
            for (int x = width - 1; x >= 0; x--, i--) {
                if (x < width - 1) {
                    step(mask, distance, i + 1, i);
                }
                if (y < height - 1) {
                    for (int n = x == 0 ? i + width : i + width - 1; n <= i + width + (x < width - 1 ? 1 : 0); n++) {
                        step(mask, distance, n, i);
                    }
                }
            }
        }
        return distance;
    }

    private static void step(byte[] mask, int[] distance, int from, int to) {
        distance[to] = mask[from] == mask[to] ? Math.min(distance[to], distance[from] + 1) : 1;
    }

    /// The mean IoU of each mask with all others; 1 if there are none. Two empty ones agree.
    static double[] agreements(List<byte[]> masks) {
        double[] sums = new double[masks.size()];
        for (int a = 0; a < sums.length; a++) {
            for (int b = 0; b < a; b++) {
                double iou = iou(masks.get(a), masks.get(b));
                sums[a] += iou;
                sums[b] += iou;
            }
        }
        for (int a = 0; a < sums.length; a++) {
            sums[a] = sums.length == 1 ? 1 : sums[a] / (sums.length - 1);
        }
        return sums;
    }

    private static double iou(byte[] a, byte[] b) {
        int both = 0;
        int any = 0;
        for (int i = 0; i < a.length; i++) {
            both += a[i] & b[i];
            any += a[i] | b[i];
        }
        return any == 0 ? 1 : both / (double) any;
    }
}
