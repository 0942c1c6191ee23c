package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.table.MeasureOption.Named;
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
    private final @Nullable Share share;

    /// @param share the rows of which pairs are listed; null for all
    PairCommand(MeasureOption metric, @Nullable Share share) {
        this.metric = metric;
        this.share = share;
        comparison = new RowComparison(this, tables, pairs.rows, metric);
    }

    /// The rows of which one of several machines lists pairs.
    ///
    /// @param part from 0
    /// @param parts that there are together; 0: no row is listed, and what stands above the pairs is all that is written
    public record Share(int part, int parts) {
        /// The first of so many rows.
        int first(int rows) {
            return parts == 0 ? 0 : (int) ((long) rows * part / parts);
        }

        /// Behind the last of so many rows.
        int end(int rows) {
            return parts == 0 ? 0 : (int) ((long) rows * (part + 1) / parts);
        }
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
        if (share != null) {
            requireForShare(bound != null);
        }
        result.byWorkers(console, workers -> run(console, file, other, workers));
        return ExitStatus.OK;
    }

    /// Refuses what several machines do not write, each its share.
    private void requireForShare(boolean bounded) {
        if (pairs.shape(bounded, false) != Shape.LONG || metric.areSeveral()) {
            throw usage("--shape",
                    "long alone is written by several machines, and of one measure: expected --knn or a bound");
        }
        if (result.format() != Format.CSV && result.format() != Format.TSV && result.format() != Format.EDGES) {
            throw usage("--format", "csv, tsv or edges alone are written by several machines");
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
        indices.write(found::writeIndices);
        distances.write(found::writeValues);
    }

    private void list(Console console, Pairwise pairwise, MatrixFrame frame, PairSink sink) throws IOException {
        sink.begin(frame, valueName());
        PairSearch all = new PairSearch(pairwise, plan -> console.explain(() -> explanation(plan)));
        PairSearch search = share == null
                ? all
                : all.from(share.first(pairwise.rows()), share.end(pairwise.rows()));
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
