package hadamask.segment.cut;

import boofcv.alg.filter.binary.GThresholdImageOps;

/// A map of what stands out as a probability: one half in the middle between
/// Otsu's threshold and one half, straight lines on both sides, held off 0 and 1.
final class ObjectPrior {
    private static final float MIN = 0.05f;
    private static final int LEVELS = 256;

    private ObjectPrior() {
    }

    /// @param map from 0 to 1 for each pixel
    /// @param hints only free pixels count for the threshold, if there are any
    static float[] of(float[] map, byte[] hints) {
        int[] histogram = new int[LEVELS];
        int free = 0;
        for (int i = 0; i < map.length; i++) {
            if (hints[i] == HintMap.FREE) {
                histogram[(int) (map[i] * (LEVELS - 1) + 0.5f)]++;
                free++;
            }
        }
        int otsu = free == 0 ? LEVELS / 2 : GThresholdImageOps.computeOtsu(histogram, LEVELS, free);
        float threshold = (Math.max(0.5f, Math.min(LEVELS - 1.5f, otsu + 0.5f)) / (LEVELS - 1) + 0.5f) / 2;
        float[] prior = new float[map.length];
        for (int i = 0; i < prior.length; i++) {
            float s = map[i];
            float p = s < threshold ? 0.5f * s / threshold : 0.5f + 0.5f * (s - threshold) / (1 - threshold);
            prior[i] = Math.max(MIN, Math.min(1 - MIN, p));
        }
        return prior;
    }

    /// Probabilities that are known, held off 0 and 1: so that colours and hints count, too.
    static float[] heldOff(float[] probabilities) {
        float[] prior = new float[probabilities.length];
        for (int i = 0; i < prior.length; i++) {
            prior[i] = Math.max(MIN, Math.min(1 - MIN, probabilities[i]));
        }
        return prior;
    }

    /// The share `part` of the second map and the rest of the first.
    static float[] mean(float[] first, float[] second, double part) {
        float[] mean = new float[first.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) ((1 - part) * first[i] + part * second[i]);
        }
        return mean;
    }
}
