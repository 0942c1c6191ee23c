package hadamask.cli.table.machines;

import hadamask.cli.Console;
import hadamask.file.ByteSource;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Remedy;
import hadamask.matrix.Centre;
import hadamask.matrix.ColumnSums;
import hadamask.matrix.Covariance;
import hadamask.matrix.Divisor;
import hadamask.matrix.Factor;
import hadamask.matrix.FixedTree;
import hadamask.matrix.Matrix;
import hadamask.matrix.ProductSums;
import hadamask.matrix.RowBlock;
import hadamask.matrix.RowBlocks;
import hadamask.matrix.Units;
import hadamask.parallel.Workers;
import hadamask.table.Missing;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.TablePieces;
import hadamask.table.read.PieceReader;
import hadamask.table.write.Format;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.Precision;
import hadamask.table.write.RowColumns;
import hadamask.table.write.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A long table whose rows other machines read, each a piece, as often as they are needed: once for the mean, once for the covariance, once for what
/// is written. What comes of it is, to the bit, what one machine makes of the whole table.
public final class ManyRows {
    /// In place of the sums of a piece that were added to those of all.
    private static final ColumnSums NONE = new ColumnSums(new double[0]);

    private final TableMachines machines;
    private final String file;
    private final TablePieces pieces;
    private final Table head;
    private final Missing missing;
    private final List<SumsJob.Found> found = new ArrayList<>();
    private SumsJob.Kept kept = SumsJob.Kept.COMPLETE;
    private @Nullable ColumnSums sums;

    private ManyRows(TableMachines machines, String file, TablePieces pieces, Table head, Missing missing) {
        this.machines = machines;
        this.file = file;
        this.pieces = pieces;
        this.head = head;
        this.missing = missing;
    }

    /// Looks at the first rows of a table.
    ///
    /// @return null where it cannot be cut into pieces, which the machines are told
    /// @throws InputException if the first rows are none of a table
    public static @Nullable ManyRows open(TableMachines machines, String file, ReadOptions options) {
        try {
            ByteSource source = machines.sources().open(file);
            TablePieces pieces = PieceReader.of(file, source, options, machines.piece());
            if (pieces == null) {
                machines.alone(file + " cannot be cut into pieces, as a plain text and a .npy row by row can");
                return null;
            }
            return new ManyRows(machines, file, pieces, pieces.head(source), options.missing());
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (InputException e) {
            throw e.where().startsWith(file) ? e : e.at(file);
        }
    }

    private static InputException unreadable(String file, IOException e) {
        return new InputException("cannot be read: " + Input.reason(e), e).at(file);
    }

    /// The first rows, with the names of the columns and what was guessed.
    public Table head() {
        return head;
    }

    /// Reads all rows for the first time.
    ///
    /// @param all whether rows with a missing value count, which makes NaN of what they touch
    /// @return whether there are more rows than columns: of fewer the machines are told that one is enough
    /// @throws InputException if a cell is no number, or none of the rows counts
    public boolean sumUp(Console console, boolean all) {
        kept = all ? SumsJob.Kept.ALL : SumsJob.Kept.COMPLETE;
        double[] origin = first();
        SumsJob job = new SumsJob(file, pieces, origin, kept);
        ColumnSums together = new ColumnSums(origin);
        machines.all(new Guarded<>(job), pieces.count(), part -> {
            SumsJob.Found piece = part.found();
            if (piece == null) {
                throw reason(job, found.size());
            }
            together.addAll(piece.sums());
            found.add(new SumsJob.Found(piece.rows(), piece.lines(), piece.counted(), piece.marks(), NONE));
        });
        sums = together;
        long rows = rows();
        if (missing == Missing.DROP && counted() < rows) {
            long left = rows - counted();
            console.note(file, left + " of " + rows + (rows == 1 ? " row" : " rows")
                    + (left == 1 ? " has a missing value and was left out" : " have a missing value and were left out"),
                    Remedy.NONE);
        }
        console.explain(
                () -> file + ": " + rows + " x " + head.columns() + " numbers in " + pieces.count() + " pieces");
        if (Factor.isThin(counted(), head.columns())) {
            machines.alone(file + " has no more rows than columns");
            return false;
        }
        if (!all && !together.haveMean()) {
            throw new InputException("has values that are too far from each other, expected differences below 2e307")
                    .at(file);
        }
        return true;
    }

    /// The first row that counts.
    private double[] first() {
        Table rows = kept == SumsJob.Kept.ALL ? head : head.completeRows();
        try (Workers alone = new Workers(1)) {
            ByteSource source = machines.sources().open(file);
            for (int piece = 0; rows.rows() == 0 && piece < pieces.count(); piece++) {
                rows = pieces.read(source, piece, 0, MemoryLimit.ofHeap(), alone).table().completeRows();
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (rows.rows() == 0) {
            throw new InputException("each row has a missing value, none is left").at(file);
        }
        return Arrays.copyOf(rows.values().values(), rows.columns());
    }

    /// What is wrong with a piece, in the words of one machine: those that read it know no numbers of lines.
    private InputException reason(SumsJob job, int piece) {
        long lines = found.stream().mapToLong(SumsJob.Found::lines).sum();
        try {
            job.read(piece, lines, machines.sources().open(file));
        } catch (InputException e) {
            return e.where().startsWith(file) ? e : e.at(file);
        } catch (IOException e) {
            return unreadable(file, e);
        }
        throw new IllegalStateException("piece " + piece + " of " + file + " was wrong and is right");
    }

    private long rows() {
        return found.stream().mapToLong(SumsJob.Found::rows).sum();
    }

    /// How many rows count.
    public long counted() {
        return found.stream().mapToLong(SumsJob.Found::counted).sum();
    }

    private ColumnSums sums() {
        return Objects.requireNonNull(sums);
    }

    /// The mean of the rows that count.
    public Centre centre() {
        return sums().centre();
    }

    private Places places() {
        long[] starts = new long[found.size() + 1];
        long[][] marks = new long[found.size()][];
        for (int k = 0; k < found.size(); k++) {
            starts[k + 1] = starts[k] + found.get(k).counted();
            marks[k] = found.get(k).marks();
        }
        return new Places(pieces, kept, starts, marks);
    }

    /// The factor of their covariance.
    ///
    /// @throws InputException as of the data of one machine
    public Factor factor(Divisor divisor, IntFunction<String> title) {
        RowBlocks blocks = new RowBlocks(counted(), head.columns());
        Units units = sums().units();
        Factor.requireSums(sums(), divisor, title);
        FixedTree<RowBlock> tree = new FixedTree<>();
        machines.all(new BlocksJob<>(file, places(), blocks, units.divide(centre()), units,
                BlocksJob.Triangles.ALL), blocks.groups(), tree::add);
        return Factor.ofSums(sums(), tree.all(), divisor, title);
    }

    /// Their covariance, or a matrix that has their correlations.
    ///
    /// @param withoutUnits whether columns are divided so that no square overflows or vanishes, as correlations allow
    public Matrix covariance(Divisor divisor, boolean withoutUnits) {
        if (head.columns() > Covariance.MOST_COLUMNS) {
            throw new InputException("has " + head.columns() + " columns, expected at most " + Covariance.MOST_COLUMNS
                    + " for a covariance by several machines").at(file);
        }
        RowBlocks blocks = new RowBlocks(counted(), head.columns());
        Units units = withoutUnits ? sums().units() : Units.ones();
        FixedTree<ProductSums> tree = new FixedTree<>();
        machines.all(new BlocksJob<>(file, places(), blocks, units.divide(centre()), units, BlocksJob.Products.ALL),
                blocks.groups(), tree::add);
        return tree.all().covariance(Math.toIntExact(counted()), divisor);
    }

    /// Writes the lines of all rows; those of rows with a missing value, too, where these are not dropped.
    public void write(String output, Format format, Precision precision, RowsJob.Written written) {
        long[] before = new long[found.size()];
        for (int k = 1; k < before.length; k++) {
            before[k] = before[k - 1] + found.get(k - 1).rows();
        }
        boolean drop = missing == Missing.DROP;
        RowsJob job = new RowsJob(file, pieces, drop ? SumsJob.Kept.COMPLETE : SumsJob.Kept.ALL, before, written,
                format, precision);
        Table some = head.completeRows();
        Matrix values = written.of(new Matrix(0, head.columns(), new double[0]), Workers.current());
        Table none = new Table(file, some.labels() == null ? null : List.of(), head.columnNames(),
                new Matrix(0, head.columns(), new double[0]));
        MatrixFrame frame = written.areNumbered()
                ? RowColumns.numbered(none, 0, Objects.requireNonNull(written.names()), values).frame()
                : new MatrixFrame(Shape.SQUARE, 0, values.columns(), none.labels(), written.names());
        machines.write(output,
                RowsJob.header(format, precision, frame, Math.toIntExact(drop ? counted() : rows())), job,
                pieces.count());
    }
}
