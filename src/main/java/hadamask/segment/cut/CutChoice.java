package hadamask.segment.cut;

import hadamask.segment.color.ReducedPicture;
import java.util.List;

/// Which of several cuts of one picture is taken, and how far it can be trusted.
///
/// The one with the highest score: the sum of [Objectness] and agreement, the mean IoU with the others. Of the score follows how
/// probable it is that the cut is right, which means an IoU with the truth of at least 0.6: a logistic curve, fitted to
/// photographs of horses, people and clothing.
///
/// @param best the index of the cut
/// @param confidence how probable it is that the cut is right, from 0 to 1; NaN where there is but one
record CutChoice(int best, double confidence) {
    private static final double SLOPE = 7;
    /// The score at which right and wrong are equally probable.
    private static final double EVEN = 1.25;

    /// @param masks of the reduced picture, at least one
    static CutChoice among(ReducedPicture picture, List<byte[]> masks) {
        if (masks.size() == 1) {
            return new CutChoice(0, Double.NaN);
        }
        Objectness objectness = Objectness.in(picture);
        double[] agreements = Objectness.agreements(masks);
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < agreements.length; i++) {
            double score = objectness.of(masks.get(i)) + agreements[i];
            if (score > highest) {
                best = i;
                highest = score;
            }
        }
        return new CutChoice(best, confidence(highest));
    }

    private static double confidence(double score) {
        return 1 / (1 + StrictMath.exp(-SLOPE * (score - EVEN)));
    }
}
