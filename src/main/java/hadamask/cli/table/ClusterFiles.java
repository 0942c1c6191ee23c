package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ResultOptions;
import hadamask.cli.TextEnding;
import hadamask.cli.option.Option;
import hadamask.cluster.MergeTree;
import hadamask.cluster.Newick;
import hadamask.cluster.Partition;
import hadamask.codec.ImageEncoder;
import hadamask.codec.format.Encoding;
import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import hadamask.image.Image;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.plot.Dendrogram;
import hadamask.table.Table;
import hadamask.table.write.Format;
import hadamask.table.write.MatrixFrame;
import hadamask.table.write.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// What clusters are written as besides the cluster of each row.
final class ClusterFiles {
    private static final TextEnding TABLES = new TextEnding(".csv, .tsv, .json or .npy", "csv", "tsv", "tab", "json",
            "npy");

    private final Option<@Nullable String> newick = Option.path(
            "The tree in Newick's format; branches are half as long as the differences of heights.", "--newick");
    private final Option<@Nullable String> merges = Option.path(
            "The merges as SciPy's linkage matrix: cluster1, cluster2, distance, size; rows are 0 to n - 1.",
            "--merges");
    private final Option<@Nullable String> means = Option.path("The means of the columns in each cluster.", "--means");
    private final Option<@Nullable String> plot = Option.path("A picture of the tree, a .png.", "--plot");

    ArgGroupSpec group() {
        return Option.group("More results", newick, merges, means, plot);
    }

    /// Whether something is wanted that a cut of the tree is needed for.
    boolean needClusters() {
        return means.get() != null || plot.get() != null;
    }

    boolean haveMeans() {
        return means.get() != null;
    }

    /// Complains about names that do not fit, before anything is read.
    ///
    /// @param tree whether there will be one
    void check(Command command, ResultOptions result, List<String> inputs, boolean tree) {
        List<Option<@Nullable String>> all = List.of(newick, merges, means, plot);
        List<String> names = new ArrayList<>(List.of(result.output()));
        String first = null;
        for (Option<@Nullable String> option : all) {
            String file = option.get();
            if (file == null) {
                continue;
            }
            if (!tree && option != means) {
                throw command.usage(option.name(), "is for a tree, expected --method hierarchical");
            }
            command.requireNotAnInput(option.name(), file, inputs);
            if (names.contains(file)) {
                throw command.usage(option.name(), file + " is also another output, expected another name");
            }
            names.add(file);
            first = file;
        }
        result.requireAnother(command, tree ? "--newick, --merges, --means or --plot" : "--means", first);
        String picture = plot.get();
        if (picture != null && !picture.toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw command.usage("--plot", picture + " is not a name for a picture, expected one that ends in .png");
        }
        for (Option<@Nullable String> option : List.of(merges, means)) {
            String file = option.get();
            if (file != null) {
                TABLES.require(command, option.name(), file);
            }
        }
    }

    void writeMeans(Console console, ResultOptions result, Table table, Matrix values, Workers workers) {
        String file = means.get();
        if (file == null) {
            return;
        }
        int columns = table.columns();
        List<String> names = new ArrayList<>(List.of("cluster"));
        for (int j = 0; j < columns; j++) {
            names.add(table.columnName(j));
        }
        double[] lines = new double[values.rows() * (columns + 1)];
        for (int c = 0; c < values.rows(); c++) {
            lines[c * (columns + 1)] = c + 1;
            System.arraycopy(values.values(), c * columns, lines, c * (columns + 1) + 1, columns);
        }
        write(console, result, file, new Matrix(values.rows(), columns + 1, lines), names, workers);
    }

    private static void write(Console console, ResultOptions result, String file, Matrix values, List<String> names,
            Workers workers) {
        console.output(file).write(out -> Format.ofName(file).orElse(Format.CSV)
                .matrix(out, result.precision(), workers)
                .write(new MatrixFrame(Shape.SQUARE, values.rows(), values.columns(), null, names), values));
    }

    /// What a picture says of its tree.
    ///
    /// @param text below the heading
    /// @param line the height of the cut, or NaN
    record Caption(String title, String text, double line) {}

    /// @param cut the clusters in the picture; null where there is none
    void writeTree(Console console, ResultOptions result, Table table, MergeTree tree, @Nullable Partition cut,
            Caption caption, Workers workers) {
        String text = newick.get();
        if (text != null) {
            String written = Newick.of(tree, i -> name(table, i), result.precision()::text);
            console.output(text).write(out -> out.write(written.getBytes(StandardCharsets.UTF_8)));
        }
        String file = merges.get();
        if (file != null) {
            write(console, result, file, linkageMatrix(tree), List.of("cluster1", "cluster2", "distance", "size"),
                    workers);
        }
        String picture = plot.get();
        if (picture != null && cut != null) {
            String title = caption.title() + " of " + FilePath.of(table.name()).getFileName();
            Image drawn = Dendrogram.draw(title, caption.text(), tree, cut, caption.line(), i -> name(table, i));
            console.output(picture)
                    .write(out -> ImageEncoder.encode(drawn, ImageFormat.PNG, Encoding.DEFAULT, out));
        }
    }

    boolean haveNewick() {
        return newick.get() != null;
    }

    private static Matrix linkageMatrix(MergeTree tree) {
        double[] lines = new double[4 * tree.heights().length];
        for (int step = 0; step < tree.heights().length; step++) {
            lines[4 * step] = tree.first()[step];
            lines[4 * step + 1] = tree.second()[step];
            lines[4 * step + 2] = tree.heights()[step];
            lines[4 * step + 3] = tree.sizes()[step];
        }
        return new Matrix(tree.heights().length, 4, lines);
    }

    private static String name(Table table, int row) {
        List<String> labels = table.labels();
        return labels == null ? String.valueOf(table.rowNumbers().of(row)) : labels.get(row);
    }
}
