package hadamask.segment.edge;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.parallel.RowBands;
import hadamask.segment.color.RgbRows;

/// An alpha within a band on either side of the edge of a mask, from the colours of the picture.
///
/// In the inner half of the band alpha is what the [LocalFit]s say, as far as they can tell the sides apart; where they cannot it is
/// a ramp of two pixels. Towards the ends of the band it is bound to what the mask says, and beyond it is the mask.
final class Matte {
    private static final int ROWS_PER_BAND = 32;
    private static final float RAMP = 2;

    private Matte() {
    }

    /// @param width pixels of the band on either side of the edge
    static SoftEdge of(Image image, Mask mask, int width) {
        Zones zones = new Zones(mask, width);
        LocalColors colors = new LocalColors(image, zones, width);
        Weights weights = new Weights(mask, image.bitDepth());
        RowBands.forEach(mask.height(), ROWS_PER_BAND, (first, end) -> {
            float[] distances = new float[mask.width()];
            float[] fit = new float[LocalFit.NUMBERS];
            int[] rgb = new int[3 * mask.width()];
            for (int y = first; y < end; y++) {
                int near = zones.distances(y, distances) ? mask.width() : 0;
                boolean read = false;
                for (int x = 0; x < near; x++) {
                    float distance = distances[x];
                    if (Math.abs(distance) <= width) {
                        if (!read) {
                            RgbRows.read(image, y, rgb);
                            read = true;
                        }
                        colors.at(x, y, fit);
                        float alpha = alpha(fit, rgb, 3 * x, image.maxSample(), distance);
                        weights.set(y * mask.width() + x, bound(alpha, distance, width));
                    }
                }
            }
        });
        return new SoftEdge(weights.mask(), colors);
    }

    private static float alpha(float[] fit, int[] rgb, int at, int max, float distance) {
        float scale = 255f / max;
        float seen = scale * (fit[0] * rgb[at] + fit[1] * rgb[at + 1] + fit[2] * rgb[at + 2]) + fit[LocalFit.OFFSET];
        float ramp = Math.clamp(0.5f + distance / RAMP, 0f, 1f);
        return ramp + fit[LocalFit.CONFIDENCE] * (Math.clamp(seen, 0f, 1f) - ramp);
    }

    /// What alpha may be at a distance: anything in the inner half of the band, then less and less beside the mask.
    private static float bound(float alpha, float distance, int width) {
        float free = Math.min(1, 2 * (1 - Math.abs(distance) / width));
        return distance > 0 ? Math.max(alpha, 1 - free) : Math.min(alpha, free);
    }
}
