package hadamask.segment.edge;

import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.SoftMask;
import hadamask.parallel.RowBands;
import hadamask.segment.color.RgbRows;
import org.jspecify.annotations.Nullable;

/// The colours of object and background along an edge: a [LocalFit] at the nodes of a lattice, interpolated between them.
///
/// Memory: at most 4 bytes per pixel, where all of the picture is edge.
final class LocalColors {
    private static final int MIN_STEP = 4;
    /// The share in a fit of a pixel that is not sure: it counts where there is nothing better.
    private static final double UNSURE = 0.01;
    /// How far a colour is trusted to differ from the mean of its side: the larger, the nearer to the mean.
    private static final float STIFFNESS = 0.01f;
    private static final int ROWS_PER_BAND = 32;

    private final int step;
    private final int columns;
    private final float[] @Nullable [] nodes;

    /// @param band pixels on either side of the edge that are not sure
    LocalColors(Image image, Zones zones, int band) {
        step = Math.max(MIN_STEP, band / 2);
        columns = (image.width() - 1) / step + 2;
        int rows = (image.height() - 1) / step + 2;
        nodes = new float[columns * rows][];
        RowBands.forEach(rows, Math.max(1, ROWS_PER_BAND / step), (first, end) -> {
            SideColors object = new SideColors();
            SideColors ground = new SideColors();
            for (int row = first; row < end; row++) {
                for (int column = 0; column < columns; column++) {
                    if (isWanted(image, zones, column * step, row * step)) {
                        collect(image, zones, column * step, row * step, band, object, ground);
                        nodes[row * columns + column] = LocalFit.of(object, ground);
                    }
                }
            }
        });
    }

    private boolean isWanted(Image image, Zones zones, int x, int y) {
        return zones.isMixed(Math.max(0, x - step), Math.max(0, y - step), Math.min(image.width(), x + step),
                Math.min(image.height(), y + step));
    }

    /// The colours of both sides in the window around a node: it reaches beyond the band on either side of the edge, wherever
    /// in the band it is.
    private void collect(Image image, Zones zones, int x, int y, int band, SideColors object, SideColors ground) {
        int radius = 2 * band + step;
        collect(image, zones, x, y, radius, Math.max(1, band / 8), object, ground);
        if (object.isEmpty() || ground.isEmpty()) { // so thin that the stride steps over it
            collect(image, zones, x, y, radius, 1, object, ground);
        }
    }

    private static void collect(Image image, Zones zones, int x, int y, int radius, int stride, SideColors object,
            SideColors ground) {
        object.clear();
        ground.clear();
        Layout layout = image.layout();
        double scale = 255.0 / image.maxSample();
        int left = Math.max(0, x - radius);
        for (int ny = Math.max(0, y - radius); ny <= Math.min(image.height() - 1, y + radius); ny += stride) {
            for (int nx = left; nx <= Math.min(image.width() - 1, x + radius); nx += stride) {
                (zones.isInside(nx, ny) ? object : ground).add(zones.isSure(nx, ny) ? 1 : UNSURE,
                        scale * image.sample(nx, ny, layout.red()), scale * image.sample(nx, ny, layout.green()),
                        scale * image.sample(nx, ny, layout.blue()));
            }
        }
    }

    /// The fit at a pixel of the band.
    ///
    /// @param fit receives [LocalFit#NUMBERS] numbers
    void at(int x, int y, float[] fit) {
        int upper = y / step * columns + x / step;
        float down = (float) (y % step) / step;
        float along = (float) (x % step) / step;
        float[] a = node(upper);
        float[] b = node(upper + 1);
        float[] c = node(upper + columns);
        float[] d = node(upper + columns + 1);
        for (int i = 0; i < fit.length; i++) {
            float top = a[i] + along * (b[i] - a[i]);
            float bottom = c[i] + along * (d[i] - c[i]);
            fit[i] = top + down * (bottom - top);
        }
    }

    private float[] node(int i) {
        float @Nullable [] fit = nodes[i];
        if (fit == null) {
            throw new IllegalArgumentException("no edge at node " + i);
        }
        return fit;
    }

    /// Writes the colour of the object over pixels that are mixed of it and the background.
    ///
    /// With the means F and B of both sides and alpha a, the colour I of a pixel is `a F' + (1 - a) B'`; of all F', B' that make
    /// it those nearest to F, B are taken: `F' = F + a (I - a F - (1 - a) B) / (a^2 + (1 - a)^2 + stiffness)`, cut to the
    /// range of the samples. After T. Germer et al., "Fast multi-level foreground estimation", ICPR 2020, equation 5.
    void free(Image image, SoftMask weights) {
        RowBands.forEach(image.height(), ROWS_PER_BAND, (first, end) -> {
            int[] rgb = new int[3 * image.width()];
            float[] fit = new float[LocalFit.NUMBERS];
            for (int y = first; y < end; y++) {
                boolean read = false;
                for (int x = 0; x < image.width(); x++) {
                    int weight = weights.sample(x, y);
                    if (weight == 0 || weight == weights.one()) {
                        continue;
                    }
                    if (!read) {
                        RgbRows.read(image, y, rgb);
                        read = true;
                    }
                    at(x, y, fit);
                    freePixel(image, x, y, (float) weight / weights.one(), rgb, fit);
                }
            }
        });
    }

    private static void freePixel(Image image, int x, int y, float alpha, int[] rgb, float[] fit) {
        Layout layout = image.layout();
        int at = (y * image.width() + x) * layout.samples();
        int max = image.maxSample();
        float scale = max / 255f;
        float rest = 1 - alpha;
        float gain = alpha / (alpha * alpha + rest * rest + STIFFNESS);
        for (int c = 0; c < 3; c++) {
            float object = scale * fit[LocalFit.OBJECT + c];
            float ground = scale * fit[LocalFit.GROUND + c];
            float freed = object + gain * (rgb[3 * x + c] - alpha * object - rest * ground);
            int sample = Math.clamp(Math.round(freed), 0, max);
            int place = at + (c == 0 ? layout.red() : c == 1 ? layout.green() : layout.blue());
            if (max == 0xFF) {
                image.bytes()[place] = (byte) sample;
            } else {
                image.shorts()[place] = (short) sample;
            }
        }
    }
}
