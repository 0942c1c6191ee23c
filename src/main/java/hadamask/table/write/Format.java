package hadamask.table.write;

import hadamask.parallel.Workers;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/// The format of an output.
///
/// Text is formatted by all workers, block by block, and written in order: the bytes do not depend on the number of workers.
public enum Format {
    /// Cells separated by commas. Without labels a matrix is bare numbers; with them it has a header and a first column.
    CSV,
    /// Cells separated by tabs.
    TSV,
    /// JSON: an object with `rows`, `columns` (where there are labels) and `values`; pairs are an array of objects. What is
    /// not finite is `null`.
    JSON,
    /// NumPy's file of one array: float64 or float32, C order, version 1.0; a triangle has one dimension. Labels are left out.
    NPY,
    /// The distance matrix of PHYLIP: the number of rows, then per row a name of at least 10 places and the numbers.
    PHYLIP,
    /// An archive of NumPy's arrays: the nearest rows of each row, or near pairs as SciPy's sparse matrix.
    NPZ,
    /// A sparse matrix of Matrix Market: near pairs.
    MTX,
    /// A graph in GraphML: rows are its nodes, near pairs its edges.
    GRAPHML,
    /// A list of edges: two names and a number between tabs.
    EDGES;

    /// The format of a file by the extension of its name.
    public static Optional<Format> ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> Optional.of(CSV);
            case "tsv", "tab" -> Optional.of(TSV);
            case "json" -> Optional.of(JSON);
            case "npy" -> Optional.of(NPY);
            case "phy", "phylip", "dist" -> Optional.of(PHYLIP);
            case "npz" -> Optional.of(NPZ);
            case "mtx" -> Optional.of(MTX);
            case "graphml" -> Optional.of(GRAPHML);
            case "edges" -> Optional.of(EDGES);
            default -> Optional.empty();
        };
    }

    /// Whether the format has that shape.
    public boolean has(Shape shape) {
        return switch (this) {
            case CSV, TSV, JSON -> true;
            case NPY -> shape != Shape.LONG;
            case PHYLIP -> shape == Shape.SQUARE || shape == Shape.LOWER;
            case NPZ, MTX, GRAPHML, EDGES -> shape == Shape.LONG;
        };
    }

    /// Whether it holds a matrix as `covariance` and `whiten` give it, which is none of distances.
    public boolean isForMatrices() {
        return this == CSV || this == TSV || this == JSON || this == NPY;
    }

    /// Whether it holds pairs that are near, and nothing else.
    public boolean isOfNearPairs() {
        return this == NPZ || this == MTX || this == GRAPHML || this == EDGES;
    }

    /// Whether it is no text.
    public boolean isBinary() {
        return this == NPY || this == NPZ;
    }

    /// Writes a matrix; for any shape but [Shape#LONG].
    ///
    /// @param out written to, neither flushed nor closed
    /// @param precision the digits of a number, or its type in a `.npy`
    /// @param workers format the text
    public MatrixSink matrix(OutputStream out, Precision precision, Workers workers) {
        return switch (this) {
            case CSV -> new TextMatrixSink(out, precision, workers, new DelimitedMatrix(','));
            case TSV -> new TextMatrixSink(out, precision, workers, new DelimitedMatrix('\t'));
            case JSON -> new TextMatrixSink(out, precision, workers, new JsonMatrix());
            case PHYLIP -> new TextMatrixSink(out, precision, workers, new PhylipMatrix());
            case NPY -> new NpySink(out, precision.type());
            case NPZ, MTX, GRAPHML, EDGES -> throw new IllegalArgumentException(this + " holds pairs alone");
        };
    }

    /// Writes pairs.
    ///
    /// @param out written to, neither flushed nor closed
    /// @param precision the digits of a number
    /// @param workers format the text
    /// @param listing which pairs these are
    /// @throws IllegalArgumentException if the format has no pairs
    public PairSink pairs(OutputStream out, Precision precision, Workers workers, Listing listing) {
        return switch (this) {
            case NPZ -> new NpzPairs(out, listing);
            case MTX -> new MatrixMarketPairs(out, precision, workers, listing);
            case GRAPHML -> new GraphmlSink(out, precision, workers, listing);
            default -> new TextPairSink(out, precision, workers, pairText());
        };
    }

    /// Writes pairs with several numbers each; as the other one.
    public PairTableSink pairTable(OutputStream out, Precision precision, Workers workers) {
        return new TextPairSink(out, precision, workers, pairText());
    }

    private PairText pairText() {
        return switch (this) {
            case CSV -> new DelimitedPairs(',');
            case TSV -> new DelimitedPairs('\t');
            case JSON -> new JsonPairs();
            case EDGES -> new EdgePairs();
            case NPZ, MTX, GRAPHML -> throw new IllegalArgumentException(this + " has one number for a pair");
            case NPY, PHYLIP -> throw new IllegalArgumentException(this + " has no pairs");
        };
    }
}
