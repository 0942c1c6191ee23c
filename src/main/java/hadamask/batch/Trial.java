package hadamask.batch;

import hadamask.segment.Statistics;
import java.util.Map;

/// What came of a proposal on an image.
///
/// @param proposal the way of segmenting
/// @param statistics what was found
/// @param objectness how much the mask looks like an object, in [-2, 1]: [hadamask.segment.cut.Objectness]
/// @param seconds the time that each stage took
public record Trial(Proposal proposal, Statistics statistics, double objectness, Map<String, Double> seconds) {
    /// The time of all stages together, in seconds.
    public double time() {
        double sum = 0;
        for (double stage : seconds.values()) {
            sum += stage;
        }
        return sum;
    }
}
