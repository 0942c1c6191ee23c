package hadamask.region;

import hadamask.image.Mask;

/// How well a mask agrees with the truth, from the four counts of pixels.
///
/// A ratio whose denominator is 0 is NaN, except that two empty masks agree fully: IoU and Dice are 1 then.
///
/// @param truePositives pixels in both
/// @param falsePositives pixels in the mask only
/// @param falseNegatives pixels in the truth only
/// @param trueNegatives pixels in neither
public record Agreement(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
    /// Compares a mask with the truth.
    ///
    /// @throws IllegalArgumentException if they differ in size
    public static Agreement of(Mask mask, Mask truth) {
        if (mask.width() != truth.width() || mask.height() != truth.height()) {
            throw new IllegalArgumentException(mask + " and " + truth);
        }
        byte[] a = mask.values();
        byte[] b = truth.values();
        long both = 0;
        for (int i = 0; i < a.length; i++) {
            both += a[i] & b[i];
        }
        long onlyMask = mask.count() - both;
        long onlyTruth = truth.count() - both;
        return new Agreement(both, onlyMask, onlyTruth, a.length - both - onlyMask - onlyTruth);
    }

    /// Intersection over union (Jaccard index): `TP / (TP + FP + FN)`, in [0, 1].
    public double iou() {
        long union = truePositives + falsePositives + falseNegatives;
        return union == 0 ? 1 : truePositives / (double) union;
    }

    /// Dice coefficient (F1 score): `2 TP / (2 TP + FP + FN)`, in [0, 1].
    public double dice() {
        long both = 2 * truePositives + falsePositives + falseNegatives;
        return both == 0 ? 1 : 2 * truePositives / (double) both;
    }

    /// The share of the mask that is right: `TP / (TP + FP)`.
    public double precision() {
        return truePositives / (double) (truePositives + falsePositives);
    }

    /// The share of the truth that is found: `TP / (TP + FN)`.
    public double recall() {
        return truePositives / (double) (truePositives + falseNegatives);
    }

    /// The share of pixels on which both agree: `(TP + TN) / all`.
    public double accuracy() {
        return (truePositives + trueNegatives)
                / (double) (truePositives + trueNegatives + falsePositives + falseNegatives);
    }
}
