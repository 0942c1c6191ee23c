package hadamask.distance;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Decides whether near rows are looked for by a tree: where that takes less time than all pairs, as some rows show on which it is tried.
/// What is found is the same either way.
///
/// The times are those of Euclidean distances on one core, in nanoseconds; what counts is their ratio, which was much the
/// same for 4000 and 16,000 rows of 3 to 40 columns. A measure that takes longer takes longer for boxes, too.
final class TreeChoice {
    /// The most rows that a tree is tried on.
    private static final int SAMPLES = 64;
    /// Where these show that a tree would take twice the time, no more are tried.
    private static final int FIRST = 4;
    /// Of so many rows one is tried.
    private static final int ROWS_PER_SAMPLE = 250;
    /// Up to so many columns a tree is worth while as a rule.
    private static final int FEW_COLUMNS = 8;
    /// What making a tree may cost of the time for all pairs, where it is worth while as a rule, and elsewhere.
    private static final double LIKELY = 0.1;
    private static final double UNLIKELY = 0.01;
    /// A tree of boxes is taken where it spares at least a fifth.
    private static final double GAIN = 0.8;

    private final Pairwise pairwise;
    private final Consumer<SearchPlan> observer;
    private final Rule rule;
    private final int columns;
    private @Nullable Decision decision;

    /// Who decides.
    enum Rule {
        /// What is measured.
        MEASURED(BoxTree.MAX_LEAF),
        /// A tree of small leaves wherever the measure has a bound: for tests.
        ALWAYS(4),
        /// All pairs: for tests.
        NEVER(0);

        private final int leafRows;

        Rule(int leafRows) {
            this.leafRows = leafRows;
        }
    }

    TreeChoice(Pairwise pairwise, Consumer<SearchPlan> observer, Rule rule) {
        this.pairwise = pairwise;
        this.observer = observer;
        this.rule = rule;
        columns = pairwise.bound() == null ? 0 : Tiles.padded(pairwise.operands().columns());
    }

    /// A tree, and about how many rows are found for each.
    record Chosen(TreeSearch search, double found) {}

    /// What was decided the last time.
    ///
    /// @param count of the nearest rows; 0: those within the bound
    private record Decision(int count, double bound, @Nullable Chosen chosen) {}

    /// The tree for the nearest rows; null: all pairs.
    @Nullable
    synchronized Chosen nearest(int count, double bound) {
        Decision last = decision;
        if (last == null || last.count != count || last.bound != bound) {
            last = new Decision(count, bound,
                    choose((search, samples) -> search.tryNearest(samples, count, bound), allPairs(1)));
            decision = last;
        }
        return last.chosen;
    }

    /// The tree for the rows within a bound; null: all pairs.
    @Nullable
    synchronized Chosen within(double bound) {
        Decision last = decision;
        if (last == null || last.count != 0 || last.bound != bound) {
            last = new Decision(0, bound, choose((search, samples) -> search.tryWithin(samples, bound),
                    allPairs(pairwise.isSymmetric() ? 0.5 : 1)));
            decision = last;
        }
        return last.chosen;
    }

    private interface Trial {
        TreeSearch.Effort of(TreeSearch search, int[] samples);
    }

    private @Nullable Chosen choose(Trial trial, double allPairs) {
        BoxBound bound = pairwise.bound();
        if (bound == null) {
            return tell(SearchPlan.Way.NO_BOUND);
        }
        if (rule == Rule.NEVER || (rule == Rule.MEASURED && !isTried(allPairs))) {
            return tell(SearchPlan.Way.NOT_TRIED);
        }
        if (TreeSearch.bytes(pairwise.operands()) > free()) {
            return tell(SearchPlan.Way.NO_MEMORY);
        }
        TreeSearch search = new TreeSearch(pairwise, bound, rule.leafRows);
        TreeSearch.Effort effort = trial.of(search, samples(FIRST));
        if (time(effort) * pairwise.rows() < 2 * allPairs) {
            effort = trial.of(search, samples(SAMPLES));
        }
        boolean pays = rule == Rule.ALWAYS || time(effort) * pairwise.rows() < GAIN * allPairs;
        observer.accept(new SearchPlan(pays ? SearchPlan.Way.TREE : SearchPlan.Way.NO_GAIN,
                Math.round(effort.compared()), pairwise.columns()));
        return pays ? new Chosen(search, effort.found()) : null;
    }

    private @Nullable Chosen tell(SearchPlan.Way way) {
        observer.accept(new SearchPlan(way, pairwise.columns(), pairwise.columns()));
        return null;
    }

    private boolean isTried(double allPairs) {
        return (300 + 35.0 * columns) * pairwise.columns() < allPairs * (columns <= FEW_COLUMNS ? LIKELY : UNLIKELY);
    }

    /// The time for all pairs.
    ///
    /// @param share of the pairs that are looked at
    private double allPairs(double share) {
        return share * (3.9 + 0.09 * columns) * pairwise.rows() * pairwise.columns();
    }

    /// The time that a row takes.
    private double time(TreeSearch.Effort effort) {
        return (4.5 + 0.33 * columns) * effort.compared() + (250 + 25.0 * columns) * effort.groups();
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    private int[] samples(int most) {
        int rows = pairwise.rows();
        int[] samples = new int[Math.clamp(rows / ROWS_PER_SAMPLE, Math.min(1, rows), most)];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = (int) ((k + 0.5) * rows / samples.length);
        }
        return samples;
    }
}
