package hadamask.batch;

import hadamask.segment.Statistics;
import java.util.Map;

/// What came of a proposal on an image.
///
/// @param proposal the way of segmenting
/// @param statistics what was found
/// @param contrast how much the colours change across the outline of the mask, in [0, 1]
/// @param seconds the time that each stage took
public record Trial(Proposal proposal, Statistics statistics, double contrast, Map<String, Double> seconds) {
    /// The time of all stages together, in seconds.
    public double time() {
        double sum = 0;
        for (double stage : seconds.values()) {
            sum += stage;
        }
        return sum;
    }
}
