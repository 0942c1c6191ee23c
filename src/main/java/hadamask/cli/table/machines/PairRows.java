package hadamask.cli.table.machines;

import hadamask.distance.Measure;
import hadamask.distance.PairSearch;
import hadamask.distance.Pairwise;
import hadamask.distance.PairwiseOptions;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.Workers;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All rows that are compared, as they are sent to each process once; its parts share what is made of them.
public final class PairRows implements Serializable {
    private static final long serialVersionUID = 1;
    /// Each part is done by the thread that has begun it.
    private static final Workers ALONE = new Workers(1);

    private final Measure measure;
    private final PairwiseOptions options;
    private final @Nullable Matrix to;
    private final @Nullable Matrix from;
    private final @Nullable SparseMatrix entriesTo;
    private final @Nullable SparseMatrix entriesFrom;
    private transient @Nullable Pairwise pairwise;
    private transient @Nullable PairSearch search;

    private PairRows(Measure measure, PairwiseOptions options, @Nullable Matrix to, @Nullable Matrix from,
            @Nullable SparseMatrix entriesTo, @Nullable SparseMatrix entriesFrom) {
        this.measure = measure;
        this.options = options;
        this.to = to;
        this.from = from;
        this.entriesTo = entriesTo;
        this.entriesFrom = entriesFrom;
    }

    /// @param from the rows compared from; null: the same
    public static PairRows of(Matrix to, @Nullable Matrix from, Measure measure, PairwiseOptions options) {
        return new PairRows(measure, options, to, from, null, null);
    }

    /// The same of rows without their zeros.
    public static PairRows of(SparseMatrix to, @Nullable SparseMatrix from, Measure measure,
            PairwiseOptions options) {
        return new PairRows(measure, options, null, null, to, from);
    }

    /// Bytes that a process needs for them: what was sent, and what is made of it.
    long bytes() {
        Matrix all = to;
        if (all != null) {
            return 2 * Pairwise.bytes(all, from);
        }
        return 2 * Pairwise.bytes(Objects.requireNonNull(entriesTo), entriesFrom);
    }

    /// The numbers of all rows compared to; null where only those are kept that are not 0.
    @Nullable
    Matrix to() {
        return to;
    }

    /// The numbers of the rows compared from; null: they are the same.
    @Nullable
    Matrix from() {
        return from;
    }

    Measure measure() {
        return measure;
    }

    PairwiseOptions options() {
        return options;
    }

    /// The rows, compared: made once in a process.
    synchronized Pairwise pairwise() {
        Pairwise made = pairwise;
        if (made == null) {
            Matrix numbers = to;
            if (numbers != null) {
                Matrix others = from;
                made = others == null
                        ? Pairwise.of(measure, numbers, options, ALONE)
                        : Pairwise.of(measure, others, numbers, options, ALONE);
            } else {
                SparseMatrix entries = Objects.requireNonNull(entriesTo);
                SparseMatrix others = entriesFrom;
                made = others == null
                        ? Pairwise.of(measure, entries, options, ALONE)
                        : Pairwise.of(measure, others, entries, options, ALONE);
            }
            pairwise = made;
        }
        return made;
    }

    /// The search for near rows among them: made once in a process, with its tree.
    synchronized PairSearch search() {
        PairSearch made = search;
        if (made == null) {
            made = new PairSearch(pairwise());
            search = made;
        }
        return made;
    }
}
