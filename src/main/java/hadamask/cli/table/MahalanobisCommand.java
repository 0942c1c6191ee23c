package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.ExitStatus;
import hadamask.cli.ResultOptions;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.table.CovarianceOptions.Spread;
import hadamask.matrix.ChiSquare;
import hadamask.matrix.PValues;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import hadamask.table.write.RowColumns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// How far each row lies from the centre of the data, in standard deviations along its direction.
public final class MahalanobisCommand extends Command {
    private final PositionalParamSpec parameter = TableOptions.file();
    private final DistancePictures pictures = new DistancePictures();
    private final Option<@Nullable PValues> adjusted = Option.<@Nullable PValues>of(null, "bonferroni|holm|bh",
            word -> OptionValues.oneOf(PValues.class, word),
            "Also p adjusted for the number of rows: Bonferroni, Holm, Benjamini and Hochberg.", "--adjust");
    private final TableOptions tables = new TableOptions();
    private final CovarianceOptions covariance = new CovarianceOptions();
    private final ResultOptions result = new ResultOptions();

    @Override
    protected void declare(CommandSpec command) {
        command.addPositional(parameter).addOption(adjusted.spec()).addArgGroup(pictures.group())
                .addArgGroup(tables.group())
                .addArgGroup(covariance.group()).addArgGroup(result.group());
        command.usageMessage().header("The Mahalanobis distance of each row to the centre of the data.").footer("",
                "A line per row: its label (or its number, from 1), its distance, and p: the share of normal",
                "data that lies farther out (the tail of chi-square with a degree of freedom per column).",
                "",
                "Examples:",
                "  mahalanobis samples/aliens.csv",
                "  mahalanobis --plot aliens.png samples/aliens.csv -o distances.csv",
                "  mahalanobis --cov-method mcd --adjust bh --qq quantiles.png samples/aliens.csv -o robust.csv");
    }

    @Override
    protected boolean couldBeOutput(String word) {
        return ResultOptions.couldBeOutput(word);
    }

    @Override
    protected int run(Console console) {
        String file = TableOptions.named(parameter);
        tables.check(this);
        List<String> inputs = new ArrayList<>(covariance.inputs());
        inputs.add(file);
        result.check(this, inputs);
        covariance.check(this);
        pictures.check(this, result, inputs);
        result.byWorkers(console, workers -> {
            Table table = tables.read(console, file, workers);
            pictures.choose(table);
            Spread spread = covariance.spread(console, tables, table, workers);
            double[] distances = spread.forDistances().distances(table.values(), workers);
            write(console, table, distances, spread.factor().rank(), workers);
            pictures.draw(console, table, spread, distances);
        });
        return ExitStatus.OK;
    }

    private void write(Console console, Table table, double[] distances, int freedom, Workers workers) {
        double[] p = new double[distances.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = ChiSquare.tail(distances[i] * distances[i], freedom);
        }
        List<String> names = new ArrayList<>(List.of("distance", "p"));
        List<double[]> columns = new ArrayList<>(List.of(distances, p));
        PValues adjustment = adjusted.get();
        if (adjustment != null) {
            names.add("p_adjusted");
            columns.add(adjustment.adjust(p));
        }
        result.write(console, RowColumns.of(table, names, columns), workers);
    }
}
