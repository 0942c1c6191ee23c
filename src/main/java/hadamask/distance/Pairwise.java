package hadamask.distance;

import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.ObjectPool;
import hadamask.parallel.Workers;
import hadamask.table.write.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A measure of all pairs of rows, of one table or from one to another: as a matrix in blocks of rows, as a list of
/// pairs, or as the nearest rows of each.
///
/// Rows are compared directly, entry by entry: the distance of a row to itself is exactly 0, and the matrix is symmetric to
/// the bit. The numbers depend neither on the threads nor on how the matrix is cut into blocks. Memory: twice the tables,
/// and a few blocks; for a symmetric matrix up to 32 MB more in [#rows], and up to 128 MB more in [#panels].
public final class Pairwise {
    /// Numbers of a block of whole rows: 2 MB.
    private static final int BLOCK = 1 << 18;
    /// Numbers of a panel: 2 MB. With fewer rows the tiles would be fetched more often, with more they would leave the level-2
    /// cache.
    private static final int PANEL = 1 << 18;
    /// About how many bytes the panels of all threads take of what the launcher leaves for memory outside the heap.
    private static final int PANELS = 12 << 20;
    /// With fewer rows at a time, fetching the tiles would not pay.
    private static final int MIN_ROWS = 4;
    /// What is kept of a symmetric matrix besides blocks: 32 MB.
    private static final int FEW_SQUARES = (32 << 20) / Mirror.BYTES;
    /// What is kept of a symmetric matrix besides panels: 128 MB.
    private static final int MANY_SQUARES = (128 << 20) / Mirror.BYTES;

    private final PairwiseOptions options;
    private final @Nullable BoxBound bound;
    private @Nullable TileValues comparison;
    /// Null where only the entries other than 0 are kept.
    private final @Nullable Operands operands;
    private final Measure measure;
    private final int rows;
    private final int columns;
    private final boolean symmetric;
    private final boolean nearIsSmall;
    private final Workers workers;

    private Pairwise(Measure measure, SparseOperands operands, PairwiseOptions options, Workers workers) {
        this.measure = measure;
        nearIsSmall = measure.axioms().isDistance();
        this.workers = workers;
        rows = operands.from().rows();
        columns = operands.to().rows();
        symmetric = operands.isOneTable();
        if (options.zeroVectors() == ZeroVectors.ERROR) {
            requireNone(ZeroVectors.among(operands.from(), measure), symmetric ? "" : "first table");
            requireNone(ZeroVectors.among(operands.to(), measure), symmetric ? "" : "second table");
        }
        this.options = options;
        this.operands = null;
        bound = null;
        comparison = SparseComparisons.of(measure, operands, options, workers);
    }

    private Pairwise(Measure measure, Operands operands, PairwiseOptions options, Workers workers) {
        this.measure = measure;
        nearIsSmall = measure.axioms().isDistance();
        this.workers = workers;
        rows = operands.from().rows();
        columns = operands.to().rows();
        symmetric = operands.isOneTable();
        this.operands = operands;
        if (options.zeroVectors() == ZeroVectors.ERROR) {
            requireDirections(operands.from(), options, operands.isOneTable() ? "" : "first table");
            if (!operands.isOneTable()) {
                requireDirections(operands.to(), options, "second table");
            }
        }
        this.options = options;
        Comparisons.requireFit(measure, operands, options);
        // Of no rows: says what else the measure does not allow, and what it knows of boxes.
        bound = Comparisons.of(measure, operands.map(Pairwise::none), options, workers).bound();
    }

    private static Matrix none(Matrix table) {
        return new Matrix(0, table.columns(), new double[0]);
    }

    /// How the rows are compared; made when it is first asked for, since a [TreeSearch] has one of its own.
    synchronized TileValues comparison() {
        TileValues made = comparison;
        if (made == null) {
            made = Comparisons.of(measure, operands(), options, workers);
            comparison = made;
        }
        return made;
    }

    /// The same for the rows compared to in another order: row j of tile t is `order[t * width + j]`.
    ///
    /// @param width rows of a tile
    Comparison comparison(int[] order, int width) {
        Matrix to = operands().to();
        int cells = to.columns();
        double[] values = new double[to.values().length];
        workers.inRanges(order.length, 1 << 12, (first, end) -> {
            for (int place = first; place < end; place++) {
                System.arraycopy(to.values(), order[place] * cells, values, place * cells, cells);
            }
        });
        Matrix ordered = new Matrix(order.length, cells, values);
        return Comparisons.of(measure, new Operands(operands().from(), ordered, width), options, workers);
    }

    /// What the measure knows of boxes of rows; null: nothing.
    @Nullable
    BoxBound bound() {
        return bound;
    }

    /// The rows that are compared, where all of their entries are kept: asked for where the measure knows of boxes.
    Operands operands() {
        return Objects.requireNonNull(operands);
    }

    /// Whether a small value means near.
    boolean nearIsSmall() {
        return nearIsSmall;
    }

    /// Whether a value is as near as a bound, or nearer; NaN never is.
    boolean isNear(double value, double as) {
        return nearIsSmall ? value <= as : value >= as;
    }

    private void requireDirections(Matrix table, PairwiseOptions options, String place) {
        requireNone(ZeroVectors.among(table, measure, options, workers), place);
    }

    private void requireNone(List<Integer> none, String place) {
        if (!none.isEmpty()) {
            InputException refusal = ZeroVectors.refusal(measure, none, i -> "row " + (i + 1));
            throw place.isEmpty() ? refusal : refusal.at(place);
        }
    }

    /// The rows of a table among each other.
    ///
    /// @param rows at least one column; NaN is a missing value
    /// @param workers share the work; they must stay open as long as this is used
    /// @throws InputException if there are zero vectors, which the options refuse, or a variance is not above 0
    /// @throws IllegalArgumentException if weights or variances are not one per column, or if the measure allows no weights
    ///         or needs all columns
    public static Pairwise of(Measure measure, Matrix rows, PairwiseOptions options, Workers workers) {
        return new Pairwise(measure, new Operands(rows, null), options, workers);
    }

    /// From each row of one table to each row of another with as many columns.
    ///
    /// @param workers share the work; they must stay open as long as this is used
    /// @throws InputException as for one table
    /// @throws IllegalArgumentException as for one table, and if the numbers of columns differ
    public static Pairwise of(Measure measure, Matrix from, Matrix to, PairwiseOptions options, Workers workers) {
        return new Pairwise(measure, new Operands(from, to), options, workers);
    }

    /// Whether a measure compares rows of which only the entries other than 0 are kept: Euclidean, squared Euclidean,
    /// Manhattan, cosine, Jaccard and the dot product, without weights.
    public static boolean takesSparse(Measure measure, PairwiseOptions options) {
        return options.isUnweighted() && SparseComparisons.takes(measure);
    }

    /// The rows of a table among each other, of which only the entries other than 0 are kept. The numbers are, to the bit, those
    /// of the same rows with their zeros.
    ///
    /// @param rows at least one column, no NaN
    /// @throws InputException if there are zero vectors, which the options refuse
    /// @throws IllegalArgumentException if the measure does not take such rows ([#takesSparse])
    public static Pairwise of(Measure measure, SparseMatrix rows, PairwiseOptions options, Workers workers) {
        return new Pairwise(measure, new SparseOperands(rows, null), options, workers);
    }

    /// From each row of one such table to each row of another with as many columns.
    ///
    /// @throws InputException as for one table
    /// @throws IllegalArgumentException as for one table, and if the numbers of columns differ
    public static Pairwise of(Measure measure, SparseMatrix from, SparseMatrix to, PairwiseOptions options,
            Workers workers) {
        return new Pairwise(measure, new SparseOperands(from, to), options, workers);
    }

    /// The memory that comparing takes in bytes, as of other rows.
    public static long bytes(SparseMatrix from, @Nullable SparseMatrix other) {
        long entries = from.entries() + (other == null ? 0L : other.entries());
        return entries * SparseComparisons.BYTES_PER_ENTRY;
    }

    /// The memory that comparing takes in bytes, tables included, blocks in progress not.
    ///
    /// @param from the rows compared from
    /// @param other the rows compared to; null: the same
    public static long bytes(Matrix from, @Nullable Matrix other) {
        Matrix to = other == null ? from : other;
        long cells = from.values().length + (other == null ? 0L : other.values().length);
        long tiles = (long) to.rows() * Tiles.padded(to.columns());
        long padded = from.columns() % Tiles.STEP == 0 ? 0 : (long) from.rows() * Tiles.padded(from.columns());
        return Double.BYTES * (cells + tiles + padded);
    }

    /// Number of rows compared from.
    public int rows() {
        return rows;
    }

    /// Number of rows compared to.
    public int columns() {
        return columns;
    }

    /// Whether the rows of one table are compared among each other, so that the matrix is symmetric.
    public boolean isSymmetric() {
        return symmetric;
    }

    /// The threads that share the work.
    Workers workers() {
        return workers;
    }

    /// What is measured.
    public Measure measure() {
        return measure;
    }

    /// The matrix, in blocks of rows from the first to the last, as a [hadamask.table.write.MatrixSink] takes them.
    ///
    /// @param shape which entries: a triangle only of the rows of one table, and not [Shape#LONG], which [PairSearch] has
    /// @param taker takes the blocks in order, in the caller's thread; the array of a block is reused once it returns
    /// @throws E if it fails
    /// @throws IllegalArgumentException for any other shape
    public <E extends Exception> void rows(Shape shape, Workers.Taker<PackedRows, E> taker) throws E {
        if (shape == Shape.LONG || (shape != Shape.SQUARE && !isSymmetric())) {
            throw new IllegalArgumentException("no rows of shape " + shape + (isSymmetric() ? "" : " of two tables"));
        }
        WholeRows whole = wholeRows(atLeastFewRows(BLOCK), shape == Shape.SQUARE ? FEW_SQUARES : 0);
        int room = whole.numbers();
        // Blocks that nobody uses at the moment: fresh ones would fill the heap until it is cleared, and cost more.
        ObjectPool<double[]> blocks = new ObjectPool<>(() -> new double[room]);
        workers.inOrder(whole.parts(), part -> {
            int first = whole.first(part);
            int count = whole.count(part);
            double[] values = blocks.take();
            if (shape == Shape.SQUARE) {
                whole.make(part, DoubleBuffer.wrap(values));
                return new PackedRows(shape, first, count, columns(), values);
            }
            int right = shape.to(first + count - 1, columns());
            Block block = block(first, count, Math.min(shape.from(first), right), right, values);
            PackedRows packed = block.packed(shape, columns(), blocks.take());
            blocks.giveBack(values);
            return packed;
        }, block -> {
            taker.take(block);
            blocks.giveBack(block.values());
        });
    }

    private long atLeastFewRows(int numbers) {
        return Math.max(numbers, (long) MIN_ROWS * columns());
    }

    /// @param squares that may be kept of a symmetric matrix
    private WholeRows wholeRows(long numbers, int squares) {
        return new WholeRows(comparison(), rows(), columns(), numbers, isSymmetric() ? Math.min(squares, spare()) : 0);
    }

    /// Squares that fit into a quarter of the free heap: the mirror saves time, but must not take memory that is needed.
    private static int spare() {
        Runtime runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        return (int) Math.min(Integer.MAX_VALUE, free / 4 / Mirror.BYTES);
    }

    /// The whole matrix, in panels of whole rows that come in any order and from several threads at once.
    ///
    /// @param sink takes a panel; called by several threads; the bytes are reused once it returns
    public void panels(Consumer<Panel> sink) {
        WholeRows whole = wholeRows(Math.min(atLeastFewRows(PANEL), PANELS / Double.BYTES / workers.threads()),
                MANY_SQUARES);
        int room = Math.multiplyExact(whole.numbers(), Double.BYTES);
        ObjectPool<ByteBuffer> buffers = new ObjectPool<>(
                () -> ByteBuffer.allocateDirect(room).order(ByteOrder.LITTLE_ENDIAN));
        workers.inAnyOrder(whole.parts(), part -> {
            ByteBuffer bytes = buffers.take();
            bytes.clear().limit(whole.count(part) * columns() * Double.BYTES);
            whole.make(part, bytes.asDoubleBuffer());
            sink.accept(new Panel(whole.first(part), whole.count(part), bytes));
            buffers.giveBack(bytes);
        });
    }

    /// Rows `first` to `first + count - 1`, columns `left` to `right - 1`.
    Block block(int first, int count, int left, int right) {
        return block(first, count, left, right, new double[Math.multiplyExact(count, columns())]);
    }

    /// @param values room for `count` whole rows
    private Block block(int first, int count, int left, int right, double[] values) {
        int start = left / Tiles.WIDTH * Tiles.WIDTH;
        int width = Math.max(0, right - start);
        int stride = Math.min(columns() - start, padded(width));
        Workspace workspace = new Workspace();
        for (int column = start; column < right; column += Tiles.WIDTH) {
            comparison().compute(first, count, column / Tiles.WIDTH, values, column - start, stride, workspace);
        }
        return new Block(first, count, start, stride, values);
    }

    private static int padded(int width) {
        return Math.ceilDiv(width, Tiles.WIDTH) * Tiles.WIDTH;
    }

    /// Values of some rows against the rows of one tile, row by row, in `out`.
    void compute(int first, int count, int tile, double[] out, int stride, Workspace workspace) {
        comparison().compute(first, count, tile, out, 0, stride, workspace);
    }
}
