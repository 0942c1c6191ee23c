package hadamask.cli.image;

import hadamask.batch.Measured;
import hadamask.cli.image.mask.MaskInput;
import hadamask.region.Agreement;
import hadamask.region.Matching;
import hadamask.segment.refine.Connectivity;
import hadamask.segment.split.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The scores of a mask against the truth, by their names; a whole number counts something.
record Scores(Map<String, Number> values) {
    /// @param objects whether objects are matched also where neither picture has labels
    static Scores of(MaskInput found, MaskInput truth, boolean objects) {
        Agreement agreement = Agreement.of(found.mask(), truth.mask());
        Map<String, Number> scores = new LinkedHashMap<>();
        scores.put("iou", agreement.iou());
        scores.put("dice", agreement.dice());
        scores.put("precision", agreement.precision());
        scores.put("recall", agreement.recall());
        scores.put("accuracy", agreement.accuracy());
        if (objects || found.labels() != null || truth.labels() != null) {
            Matching matching = Matching.of(found.regions(Connectivity.EIGHT, Split.NONE),
                    truth.regions(Connectivity.EIGHT, Split.NONE));
            scores.put("objects", matching.found());
            scores.put("true_objects", matching.expected());
            scores.put("matched", matching.matched());
            scores.put("f1", matching.f1());
            scores.put("ap", matching.averagePrecision());
        }
        return new Scores(scores);
    }

    /// The scores as a row of a table.
    ///
    /// @param notes what was guessed
    Measured row(List<String> notes) {
        return new Measured(List.copyOf(values.keySet()),
                values.values().stream().mapToDouble(Number::doubleValue).toArray(), notes);
    }

    /// The means of the scores of many masks; a score that has no value does not count.
    static final class Means {
        private record Sum(double total, int count) {
            Sum plus(double value) {
                return Double.isNaN(value) ? this : new Sum(total + value, count + 1);
            }
        }

        private final Map<String, Sum> sums = new LinkedHashMap<>();

        void add(Measured scores) {
            for (int i = 0; i < scores.columns().size(); i++) {
                String name = scores.columns().get(i);
                sums.put(name, sums.getOrDefault(name, new Sum(0, 0)).plus(scores.values()[i]));
            }
        }

        boolean isEmpty() {
            return sums.isEmpty();
        }

        /// The means as a row of a table.
        Measured row() {
            return new Measured(new ArrayList<>(sums.keySet()), sums.values().stream()
                    .mapToDouble(sum -> sum.count == 0 ? Double.NaN : sum.total / sum.count).toArray(), List.of());
        }
    }
}
