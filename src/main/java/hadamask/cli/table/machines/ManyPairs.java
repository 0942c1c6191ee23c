package hadamask.cli.table.machines;

import hadamask.distance.BlockSearch;
import hadamask.distance.Measure;
import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.write.Format;
import hadamask.table.write.Listing;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.Precision;
import hadamask.table.write.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// Rows that other machines compare, each some with all: lists of pairs, or the rows of a matrix, in parts that are put one behind the other.
///
/// Where all rows fit into a process with what is made of them, each process gets them once. Where they do not, they are laid down in blocks, and a
/// part is a block of rows against one block after the other.
public final class ManyPairs {
    /// Parts for each core, so that none waits long for the last.
    private static final int PARTS = 8;
    /// Pairs that a part compares at most: some seconds.
    private static final double COMPARED = 1e9;
    /// Numbers of a matrix that a part writes: 32 MB.
    private static final double WRITTEN = 1 << 22;
    /// The share of a process's heap that the rows may take.
    private static final double SHARE = 0.5;

    private final TableMachines machines;
    private final PairRows rows;
    private final MatrixFrame frame;
    private final Format format;
    private final Precision precision;

    /// @param frame what surrounds the whole matrix
    public ManyPairs(TableMachines machines, PairRows rows, MatrixFrame frame, Format format, Precision precision) {
        this.machines = machines;
        this.rows = rows;
        this.frame = frame;
        this.format = format;
        this.precision = precision;
    }

    /// Which pairs are listed.
    ///
    /// @param nearest how many of each row; 0: not the nearest
    /// @param bound the largest distance or the least similarity; null: none
    public record Wanted(int nearest, @Nullable Double bound, Listing listing) implements Serializable {
        double bound(Measure measure) {
            return bound == null ? BlockSearch.noBound(measure) : bound;
        }
    }

    /// Writes them.
    ///
    /// @param value what the numbers are called
    public void write(String output, String value, Wanted wanted) {
        boolean list = frame.shape() == Shape.LONG;
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try {
            if (list) {
                format.pairs(header, precision, Workers.current(), wanted.listing()).begin(frame, value);
            } else {
                format.matrix(header, precision, Workers.current()).begin(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is all in memory
        }
        boolean fits = rows.bytes() <= SHARE * machines.memory() * Math.max(1, machines.partsAtOnce());
        Lines lines = new Lines(frame, format, precision, value, wanted);
        if (fits) {
            int[] starts = starts(parts(list), list && wanted.nearest() == 0 && frame.isOneTable());
            machines.write(output, header.toByteArray(), new WholePairsJob(rows, lines, starts), starts.length - 1);
        } else {
            blocks(output, header.toByteArray(), lines);
        }
    }

    private int parts(boolean list) {
        double cells = (double) frame.rows() * frame.columns();
        double wanted = Math.max(PARTS * (double) machines.cores(), cells / (list ? COMPARED : WRITTEN));
        return (int) Math.clamp(wanted, 1, Math.max(1, frame.rows()));
    }

    /// The first rows of the parts, and the number of rows.
    ///
    /// @param triangle whether the first rows are compared with all, and the last with none
    private int[] starts(int parts, boolean triangle) {
        int[] starts = new int[parts + 1];
        for (int k = 0; k <= parts; k++) {
            double share = (double) k / parts;
            starts[k] = (int) (frame.rows() * (triangle ? 1 - Math.sqrt(1 - share) : share));
        }
        starts[parts] = frame.rows();
        return starts;
    }

    private void blocks(String output, byte[] header, Lines lines) {
        Matrix to = rows.to();
        Wanted wanted = lines.wanted();
        if (to == null || frame.shape() != Shape.LONG || (wanted.nearest() == 0 && wanted.bound() == null)) {
            throw new InputException("has rows that do not fit into half of the memory of an executor",
                    to == null
                            ? "give executors more memory; rows without their zeros are not compared in blocks"
                            : "give executors more memory, or ask for near pairs alone");
        }
        Matrix from = rows.from();
        Matrix lookers = from == null ? to : from;
        // A block of each table, tiles of the one, and room for what is found.
        int most = (int) Math.clamp(SHARE * machines.memory() / (6.0 * Double.BYTES * to.columns()), 1, to.rows());
        int parts = Math.max(parts(true), Math.ceilDiv(lookers.rows(), most));
        String table = machines.draft("to", out -> put(to, out));
        String other = from == null ? table : machines.draft("from", out -> put(from, out));
        BlockPairsJob job = new BlockPairsJob(rows.measure(), rows.options(), other, table, to.columns(), to.rows(),
                most, starts(Math.min(parts, Math.max(1, lookers.rows())),
                        wanted.nearest() == 0 && frame.isOneTable()),
                lines);
        machines.write(output, header, job, job.starts().length - 1);
    }

    private static void put(Matrix rows, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = rows.values();
        for (int at = 0; at < values.length; at += bytes.capacity() / Double.BYTES) {
            int count = Math.min(bytes.capacity() / Double.BYTES, values.length - at);
            bytes.clear().asDoubleBuffer().put(values, at, count);
            out.write(bytes.array(), 0, count * Double.BYTES);
        }
    }
}
