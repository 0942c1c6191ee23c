package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.table.MeasureOption.Named;
import hadamask.cli.table.machines.ManyPairs;
import hadamask.cli.table.machines.PairRows;
import hadamask.cli.table.machines.TableMachines;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.distance.Measure;
import hadamask.distance.PairColumns;
import hadamask.distance.PairSearch;
import hadamask.distance.Pairs;
import hadamask.distance.Pairwise;
import hadamask.distance.Panel;
import hadamask.distance.SearchPlan;
import hadamask.file.InputException;
import hadamask.file.Output;
import hadamask.image.Image;
import hadamask.matrix.SparseMatrix;
import hadamask.parallel.Workers;
import hadamask.plot.HeatMap;
import hadamask.table.Missing;
import hadamask.table.Table;
import hadamask.table.write.Format;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.MatrixSink;
import hadamask.table.write.NpyFile;
import hadamask.table.write.NpzPairs;
import hadamask.table.write.PairSink;
import hadamask.table.write.PairTableSink;
import hadamask.table.write.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What `distances` and `similarity` have in common: tables in, compared row by row, a matrix or a list of pairs out.
public abstract class PairCommand extends Command {
    final PositionalParamSpec parameter = TableOptions.file();
    final TableOptions tables = new TableOptions();
    final PairOptions pairs = new PairOptions();
    final ResultOptions result = new ResultOptions();
    final MeasureOption metric;
    private final RowComparison comparison;
    private final @Nullable TableMachines machines;

    /// @param machines compare the rows in its place; null: none do
    PairCommand(MeasureOption metric, @Nullable TableMachines machines) {
        this.metric = metric;
        this.machines = machines;
        comparison = new RowComparison(this, tables, pairs.rows, metric);
    }

    /// The option that bounds the pairs.
    ///
    /// @param name of the option
    /// @param value the largest distance or the least similarity; null: not given
    record Bound(String name, @Nullable Double value) {}

    @Override
    protected final boolean couldBeOutput(String word) {
        return ResultOptions.couldBeOutput(word);
    }

    /// Complains about the options of this command alone, before anything is read.
    abstract void check();

    abstract Bound bound();

    /// More files that are read.
    List<String> moreInputs() {
        return List.of();
    }

    /// A measure with what options and the table say of it.
    ///
    /// @param named as the option has it
    /// @param table the table, read
    /// @param workers used as long as the measure is
    abstract Measure measure(Measure named, Console console, Table table, Workers workers);

    /// What the numbers are called.
    abstract String valueName();

    @Override
    protected final int run(Console console) {
        String file = TableOptions.named(parameter);
        tables.check(this);
        List<String> inputs = inputs();
        String other = pairs.other();
        if (inputs.stream().filter("-"::equals).count() > 1) {
            throw usage("-", "standard input can be read once");
        }
        Double bound = bound().value();
        pairs.check(this, result.format(), bound == null ? null : bound().name(), metric.areSeveral());
        result.checkPairs(this, inputs);
        String indices = pairs.indices();
        if (indices != null) {
            requireNotAnInput("--indices", indices, inputs);
            if (indices.equals(result.output())) {
                throw usage("--indices", indices + " is also the output, expected another name");
            }
        }
        String picture = pairs.heatmap();
        result.requireAnother(this, "--heatmap", picture);
        if (picture != null) {
            requireNotAnInput("--heatmap", picture, inputs);
            if (picture.equals(result.output())) {
                throw usage("--heatmap", picture + " is also the output, expected another name");
            }
        }
        comparison.check();
        check();
        if (machines != null) {
            requireForMachines(bound != null);
        }
        result.byWorkers(console, workers -> run(console, file, other, workers));
        return ExitStatus.OK;
    }

    /// Refuses what several machines do not write, each a part.
    private void requireForMachines(boolean bounded) {
        if (metric.areSeveral()) {
            throw usage("--metric", "of several measures none is written by several machines, expected one");
        }
        if (pairs.indices() != null) {
            throw usage("--indices", "is for one machine, expected a list of pairs");
        }
        if (pairs.heatmap() != null) {
            throw usage("--heatmap", "is for one machine");
        }
        Format format = result.format();
        boolean list = pairs.shape(bounded, false) == Shape.LONG;
        boolean text = format == Format.CSV || format == Format.TSV;
        if (!text && format != (list ? Format.EDGES : Format.NPY)) {
            throw usage("--format", (list ? "csv, tsv or edges" : "csv, tsv or npy")
                    + " alone are written by several machines");
        }
    }

    /// The files that are read, as they are named.
    public final List<String> inputs() {
        List<String> inputs = new ArrayList<>(moreInputs());
        inputs.add(TableOptions.named(parameter));
        String other = pairs.other();
        if (other != null) {
            inputs.add(other);
        }
        return inputs;
    }

    /// Where the pairs go, as it is named; `-` where it is not.
    public final String output() {
        return result.output();
    }

    private void run(Console console, String file, @Nullable String other, Workers workers) {
        MeasuredRows rows = comparison.read(console, file, other, workers);
        Table to = rows.to().table();
        Table from = rows.from().table();
        new RowTables(from, to).requireMemory(console, rows.one());
        try {
            compare(console, rows, workers);
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(from.name()) : e;
        }
    }

    private void compare(Console console, MeasuredRows rows, Workers workers) {
        Table from = rows.from().table();
        Table to = rows.to().table();
        List<Pairwise> measured = new ArrayList<>();
        for (Named named : metric.get()) {
            Measure measure = rows.complete(measure(named.measure(), console, to, workers), console);
            rows.requireDomain(named);
            measured.add(comparison.pairwise(measure, rows, workers));
        }
        if (result.format() == Format.PHYLIP && tables.missing() != Missing.PAIRWISE) {
            requireNoneMissing(from);
        }
        Pairwise pairwise = measured.getFirst();
        Shape shape = pairs.shape(bound().value() != null, metric.areSeveral());
        MatrixFrame frame = MatrixFrame.pairs(shape, from, to);
        TableMachines others = machines;
        if (others != null) {
            byMachines(others, rows, pairwise.measure(), frame);
            return;
        }
        Output output = result.target(console);
        String indices = pairs.indices();
        Integer nearest = pairs.nearest();
        if (metric.areSeveral()) {
            output.write(out -> writeColumns(measured, frame, workers, out));
        } else if (shape == Shape.LONG && indices != null && nearest != null) {
            writeArrays(console, pairwise, frame, nearest, console.output(indices), output);
        } else if (shape == Shape.LONG) {
            output.write(out -> writePairs(console, pairwise, frame, workers, out));
        } else if (shape == Shape.SQUARE && result.format() == Format.NPY && pairs.heatmap() == null
                && output.hasPlaces()) {
            writeInPlace(pairwise, frame, output);
        } else {
            writeRows(console, pairwise, frame, workers, output);
        }
    }

    private void byMachines(TableMachines others, MeasuredRows rows, Measure measure, MatrixFrame frame) {
        Table to = rows.to().table();
        Table from = rows.from().table();
        Integer nearest = pairs.nearest();
        Double bound = bound().value();
        SparseMatrix entries = to.sparse();
        PairRows compared = entries != null
                ? PairRows.of(entries, rows.one() ? null : from.sparse(), measure, comparison.options())
                : PairRows.of(to.values(), rows.one() ? null : from.values(), measure, comparison.options());
        new ManyPairs(others, compared, frame, result.format(), result.precision())
                .write(result.output(), valueName(), new ManyPairs.Wanted(nearest == null ? 0 : nearest, bound,
                        pairs.listing()));
    }

    /// Several measures, a column for each.
    private void writeColumns(List<Pairwise> measured, MatrixFrame frame, Workers workers, OutputStream out)
            throws IOException {
        PairTableSink sink = result.format().pairTable(out, result.precision(), workers);
        sink.begin(frame, metric.get().stream().map(Named::word).toList());
        new PairColumns(measured).<IOException>all(found -> sink.accept(found.count(), found.from(), found.to(),
                found.values()));
        sink.finish();
    }

    /// What a missing value touches is NaN, which PHYLIP has not: said before anything is written, to a pipe, too.
    private static void requireNoneMissing(Table table) {
        for (int i = 0; i < table.rows() && table.sparse() == null; i++) {
            for (int j = 0; j < table.columns(); j++) {
                if (Double.isNaN(table.values().get(i, j))) {
                    throw new InputException("is missing, and makes distances nan, which PHYLIP has not",
                            "choose --missing pairwise or drop")
                            .at(table.rowTitle(i) + ", column " + table.columnTitle(j)).at(table.name());
                }
            }
        }
    }

    private void writePairs(Console console, Pairwise pairwise, MatrixFrame frame, Workers workers, OutputStream out)
            throws IOException {
        list(console, pairwise, frame, result.format().pairs(out, result.precision(), workers, pairs.listing()));
    }

    /// The nearest rows of each row as two arrays, of which each is a file.
    private void writeArrays(Console console, Pairwise pairwise, MatrixFrame frame, int nearest, Output indices,
            Output distances) {
        NpzPairs found = NpzPairs.nearest(nearest);
        try {
            list(console, pairwise, frame, found);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is all in memory
        }
        distances.write(out -> { // a failure in writing one leaves neither
            found.writeValues(out, result.precision().type());
            indices.write(found::writeIndices);
        });
    }

    private void list(Console console, Pairwise pairwise, MatrixFrame frame, PairSink sink) throws IOException {
        sink.begin(frame, valueName());
        PairSearch search = new PairSearch(pairwise, plan -> console.explain(() -> explanation(plan)));
        Workers.Taker<Pairs, IOException> taker = found -> sink.accept(found.count(), found.from(), found.to(),
                found.values());
        Integer nearest = pairs.nearest();
        Double bound = bound().value();
        if (nearest != null) {
            nearest(search, nearest, bound, taker);
        } else if (bound != null) {
            search.within(bound, taker);
        } else {
            search.all(taker);
        }
        sink.finish();
    }

    private static String explanation(SearchPlan plan) {
        String all = "near rows are looked for among all pairs";
        return switch (plan.way()) {
            case TREE -> "near rows are looked for by a tree: a row is compared with about " + plan.compared() + " of "
                    + plan.others();
            case NO_BOUND -> all + ": the metric allows no tree";
            case NOT_TRIED -> all + ": these are few for a tree, or the columns many";
            case NO_MEMORY -> all + ": a tree needs more memory than is free";
            case NO_GAIN -> all + ": by a tree a row would be compared with about " + plan.compared() + " of "
                    + plan.others();
        };
    }

    private static void nearest(PairSearch search, int count, @Nullable Double bound,
            Workers.Taker<Pairs, IOException> taker) throws IOException {
        if (bound == null) {
            search.nearest(count, taker);
        } else {
            search.nearest(count, bound, taker);
        }
    }

    /// Each thread writes the rows that it has computed.
    private void writeInPlace(Pairwise pairwise, MatrixFrame frame, Output output) {
        output.place(channel -> {
            NpyFile target = new NpyFile(channel, frame, result.precision().type());
            try {
                pairwise.panels(panel -> place(target, panel));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private static void place(NpyFile target, Panel panel) {
        try {
            target.place(panel.firstRow(), panel.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeRows(Console console, Pairwise pairwise, MatrixFrame frame, Workers workers, Output output) {
        String picture = pairs.heatmap();
        HeatMap map = picture == null ? null : new HeatMap(frame);
        output.write(out -> {
            MatrixSink sink = result.format().matrix(out, result.precision(), workers);
            sink.begin(frame);
            pairwise.<IOException>rows(frame.shape(), block -> {
                sink.accept(block.firstRow(), block.rows(), block.values());
                if (map != null) {
                    map.accept(block.firstRow(), block.rows(), block.values());
                }
            });
            sink.finish();
        });
        if (map != null && picture != null) {
            Image drawn = map.draw(valueName());
            console.output(picture)
                    .write(out -> ImageEncoder.encode(drawn, ImageFormat.PNG, Encoding.DEFAULT, out));
        }
    }
}
