package hadamask.distance;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Decides whether near rows are looked for by a tree: where that takes less time than all pairs, as a few rows that are tried show. The
/// result is the same either way.
final class TreeChoice {
    /// Rows that are tried.
    private static final int SAMPLES = 64;
    /// With fewer pairs they are all looked at before a tree is made.
    private static final long FEW_PAIRS = 4_000_000;

    private final Pairwise pairwise;
    private final Consumer<SearchPlan> observer;
    private final Rule rule;

    /// Who decides.
    enum Rule {
        /// What is measured.
        MEASURED,
        /// A tree, where the measure has a bound: for tests.
        ALWAYS,
        /// All pairs: for tests.
        NEVER
    }

    TreeChoice(Pairwise pairwise, Consumer<SearchPlan> observer, Rule rule) {
        this.pairwise = pairwise;
        this.observer = observer;
        this.rule = rule;
    }

    /// A tree, and about how many rows are found for each.
    record Chosen(TreeSearch search, double found) {}

    /// The tree for the nearest rows; null: all pairs.
    @Nullable
    Chosen nearest(int count, double bound) {
        return choose((search, samples) -> search.tryNearest(samples, count, bound));
    }

    /// The tree for the rows within a bound; null: all pairs.
    @Nullable
    Chosen within(double bound) {
        return choose((search, samples) -> search.tryWithin(samples, bound));
    }

    private interface Trial {
        TreeSearch.Effort of(TreeSearch search, int[] samples);
    }

    private @Nullable Chosen choose(Trial trial) {
        BoxBound bound = pairwise.bound();
        if (bound == null) {
            return allPairs(SearchPlan.Way.NO_BOUND, pairwise.columns());
        }
        if (rule == Rule.NEVER || (rule == Rule.MEASURED && (long) pairwise.rows() * pairwise.columns() < FEW_PAIRS)) {
            return allPairs(SearchPlan.Way.NOT_TRIED, pairwise.columns());
        }
        TreeSearch search = new TreeSearch(pairwise, bound);
        TreeSearch.Effort effort = trial.of(search, samples());
        if (System.getenv("TREE_DEBUG") != null) System.err.println(effort);
        observer.accept(new SearchPlan(SearchPlan.Way.TREE, (long) effort.compared(), pairwise.columns()));
        return new Chosen(search, effort.found());
    }

    private @Nullable Chosen allPairs(SearchPlan.Way way, long compared) {
        observer.accept(new SearchPlan(way, compared, pairwise.columns()));
        return null;
    }

    private int[] samples() {
        int rows = pairwise.rows();
        int count = Math.min(SAMPLES, rows);
        int[] samples = new int[count];
        for (int k = 0; k < count; k++) {
            samples[k] = (int) ((k + 0.5) * rows / count);
        }
        return samples;
    }
}
