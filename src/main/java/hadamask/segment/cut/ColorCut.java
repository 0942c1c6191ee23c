package hadamask.segment.cut;

import hadamask.image.Rectangle;
import hadamask.parallel.RowBands;
import hadamask.parallel.Workers;
import hadamask.segment.color.Exponential;
import hadamask.segment.color.ReducedPicture;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rounds of a cut: mixtures of the colours of object and ground, then the minimum cut, then again.
///
/// The costs of a labelling of the pixels are
///
///     sum over pixels     of its leaning, if it goes to the side it leans away from
///   + sum over neighbours of gamma exp(-beta d^2) / distance, if they are cut apart; beta = 1 / (2 mean d^2), d in Lab
///
/// where a pixel leans to the object by `clip((log p(colour | object) - log p(colour | ground)) / 2, 2) + w log(q / (1 - q))`, q being
/// its [ObjectPrior] and w the weight of what stands out. Mixtures are fitted with weights: first what stands out, then the mean of that and
/// the last mask, which counts four fifths. The colours of the ground are those of its row ([RowShares]). Where colours decide, weights are squared, so that pixels in doubt teach neither side much.
///
/// C. Rother, V. Kolmogorov, A. Blake, "GrabCut: interactive foreground extraction using iterated graph cuts", ACM
/// Transactions on Graphics 23, 2004: equations 2 to 11, with a soft start in place of a rectangle.
final class ColorCut {
    /// Capacities are whole numbers of 1/4096.
    private static final double UNIT = 4096;
    /// Neighbours are not independent of each other: the log-odds of their colours count half.
    private static final double COLOR_WEIGHT = 0.5;
    private static final double MAX_LOG_ODDS = 4;
    /// What the last mask counts for the mixtures beside what stands out.
    private static final float MASK_SHARE = 0.8f;
    /// Parts of the mixture of the ground, at least: more than the object has, as it lies in layers.
    private static final int GROUND_COLORS = 8;
    /// A hint outweighs all that may be cut around a pixel.
    private static final int CERTAIN = GridCut.LARGEST;
    private static final int ROWS_PER_BAND = 64;

    private final ReducedPicture picture;
    private final Palette palette;
    private final GraphCutOptions options;
    private final byte[] hints;
    private final float[] map;
    private final float[] odds;
    private final float[] fixed;
    private final GridCut grid;
    private final int[] leaning;
    private final @Nullable BoxReach reach;
    private final float[] reaching;
    private byte[] mask;
    private int rounds;

    /// @param map how much each pixel stands out, from 0 to 1
    /// @param odds the log-odds of that
    /// @param fixed what each pixel leans to the object besides, whatever the round
    /// @param box where the object is, and whose sides it reaches ([BoxReach]), in pixels; or null
    ColorCut(ReducedPicture picture, Palette palette, float[] map, float[] odds, float[] fixed, byte[] hints,
            GraphCutOptions options, @Nullable Rectangle box) {
        this.picture = picture;
        this.palette = palette;
        this.options = options;
        this.hints = hints;
        this.map = map;
        this.odds = odds;
        this.fixed = fixed;
        reach = box != null ? new BoxReach(box, picture.width(), picture.height()) : null;
        reaching = reach != null ? reach.leanings() : new float[map.length];
        grid = new GridCut(picture.width(), picture.height());
        leaning = new int[map.length];
        mask = new byte[map.length];
        join();
    }

    private void join() {
        int width = picture.width();
        int height = picture.height();
        double sum = 0;
        long n = 0;
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                if (x < width - 1) {
                    sum += squaredDistance(i, i + 1);
                    n++;
                }
                if (y < height - 1) {
                    sum += squaredDistance(i, i + width);
                    n++;
                    if (x < width - 1) {
                        sum += squaredDistance(i, i + width + 1) + squaredDistance(i + 1, i + width);
                        n += 2;
                    }
                }
            }
        }
        float beta = sum > 0 ? (float) (n / (2 * sum)) : 0;
        float side = (float) (options.smoothness() * UNIT);
        float corner = (float) (options.smoothness() * UNIT / Math.sqrt(2));
        RowBands.forEachRow(height, ROWS_PER_BAND, y -> joinRow(y, beta, side, corner));
    }

    /// Joins the pixels of a row with each other and with those below: nothing that another row writes.
    private void joinRow(int y, float beta, float side, float corner) {
        int width = picture.width();
        boolean last = y == picture.height() - 1;
        for (int x = 0, i = y * width; x < width; x++, i++) {
            if (x < width - 1) {
                grid.join(x, y, GridCut.EAST, (int) (side * alike(i, i + 1, beta)));
            }
            if (!last) {
                grid.join(x, y, GridCut.SOUTH, (int) (side * alike(i, i + width, beta)));
                if (x < width - 1) {
                    grid.join(x, y, GridCut.SOUTH_EAST, (int) (corner * alike(i, i + width + 1, beta)));
                    grid.join(x + 1, y, GridCut.SOUTH_WEST, (int) (corner * alike(i + 1, i + width, beta)));
                }
            }
        }
    }

    private float alike(int a, int b, float beta) {
        return Exponential.of(-beta * squaredDistance(a, b));
    }

    private float squaredDistance(int a, int b) {
        float[] lab = picture.lab();
        float dl = lab[3 * a] - lab[3 * b];
        float da = lab[3 * a + 1] - lab[3 * b + 1];
        float db = lab[3 * a + 2] - lab[3 * b + 2];
        return dl * dl + da * da + db * db;
    }

    /// Runs the rounds, until nothing changes; with a box the object reaches its sides then, and a last round learns from that.
    ///
    /// @return the mask of the reduced picture, 1 object and 0 ground
    byte[] solve() {
        float[] ofColor = {};
        boolean changes = true;
        while (changes && rounds < options.rounds()) {
            byte[] last = mask;
            ofColor = round();
            changes = !Arrays.equals(last, mask);
        }
        if (reach != null) {
            while (reach.lean(withoutIslands())) {
                cut(ofColor);
            }
            round();
        }
        return mask.clone();
    }

    private byte[] withoutIslands() {
        byte[] cleaned = mask.clone();
        new Islands(picture.width(), picture.height()).clean(cleaned, hints);
        return cleaned;
    }

    /// Mixtures, then the cut.
    private float[] round() {
        float[] ofColor = logOdds();
        cut(ofColor);
        rounds++;
        return ofColor;
    }

    private void cut(float[] ofColor) {
        float weight = (float) (rounds == 0 ? options.priorWeight() : options.laterWeight());
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, i++) {
                leaning[i] = switch (hints[i]) {
                    case HintMap.KEPT -> CERTAIN;
                    case HintMap.DROPPED -> -CERTAIN;
                    default -> (int) (UNIT
                            * (ofColor[i] + weight * odds[i] + fixed[i] + reaching[i]));
                };
                grid.lean(x, y, leaning[i]);
            }
        }
        mask = grid.solve();
    }

    int rounds() {
        return rounds;
    }

    /// The log-odds of the colour of each pixel to be of the object.
    private float[] logOdds() {
        float[] ground = weights(false);
        ColorMixture[] mixtures = new ColorMixture[2];
        double[][] logs = new double[2][]; // neither side needs the other
        Workers.current().inAnyOrder(2, side -> {
            mixtures[side] = ColorMixture.of(palette.lab(), palette.sums(side == 0 ? weights(true) : ground),
                    side == 0 ? options.colors() : Math.max(GROUND_COLORS, options.colors()));
            logs[side] = mixtures[side].logDensities();
        });
        float[] inRow = RowShares.gains(mixtures[1], palette, ground, picture.width());
        float[] ofColor = new float[map.length];
        for (int i = 0; i < ofColor.length; i++) {
            int c = palette.ofPixel()[i];
            double odds = logs[0][c] - logs[1][c] - inRow[i];
            ofColor[i] = (float) (COLOR_WEIGHT * Math.max(-MAX_LOG_ODDS, Math.min(MAX_LOG_ODDS, odds)));
        }
        return ofColor;
    }

    /// What each pixel counts for the colours of a side.
    private float[] weights(boolean ofObject) {
        float[] weights = new float[map.length];
        for (int i = 0; i < map.length; i++) {
            float free = rounds == 0 ? map[i] : map[i] + MASK_SHARE * (mask[i] - map[i]);
            float p = hints[i] == HintMap.KEPT ? 1 : hints[i] == HintMap.DROPPED ? 0 : free;
            float part = ofObject ? p : 1 - p;
            weights[i] = options.colorsDecide() ? part * part : part;
        }
        return weights;
    }

    /// The costs of the last cut: what its neighbours cut apart cost, and the leanings it goes against; hints do not count.
    double energy() {
        double sum = 0;
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, i++) {
                if (hints[i] == HintMap.FREE && (leaning[i] > 0) != (mask[i] != 0)) {
                    sum += Math.abs((double) leaning[i]);
                }
            }
        }
        return (sum + grid.cutBetweenNeighbours()) / UNIT;
    }
}
