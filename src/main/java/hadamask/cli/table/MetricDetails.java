package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.distance.Measure;
import hadamask.distance.Metric;
import hadamask.distance.WhitenedRows;
import hadamask.file.InputException;
import hadamask.matrix.Whitening;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What metrics need besides their names: the order of Minkowski's, a covariance, and the variances of the table.
final class MetricDetails {
    final Option<@Nullable Double> order = Option.<@Nullable Double>of(null, "P", MetricDetails::order,
            "The order of minkowski: a number > 0, or inf (default: 2).", "--p");
    final CovarianceOptions covariance = new CovarianceOptions();

    /// Complains about options that the metric has no use for.
    void check(Command command, MeasureOption metric) {
        covariance.check(command);
        String given = covariance.given();
        if (given != null && metric.word(Metric.Mahalanobis.class) == null) {
            throw command.usage("--metric", metric.words() + " has no covariance, expected mahalanobis with " + given);
        }
        if (order.get() != null && metric.word(Metric.Minkowski.class) == null) {
            throw command.usage("--p", "is the order of minkowski, it does not go with " + metric.words());
        }
    }

    private static Double order(String word) {
        double p = PairOptions.number(word);
        if (!(p > 0)) {
            throw OptionValues.unexpected(word, "a number above 0, or inf", List.of("inf"));
        }
        return p;
    }

    /// A metric with what options and the table say of it.
    Measure measure(Measure named, Console console, TableOptions tables, Table table, Workers workers) {
        if (named instanceof Metric.Minkowski) {
            return minkowski(console);
        }
        if (named instanceof Metric.Mahalanobis) {
            return mahalanobis(console, tables, table, workers);
        }
        return named instanceof Metric.StandardizedEuclidean ? standardized(tables, table) : named;
    }

    private Metric mahalanobis(Console console, TableOptions tables, Table table, Workers workers) {
        Whitening whitening = covariance.spread(console, tables, table, null, workers).forDistances();
        return new Metric.Mahalanobis(new WhitenedRows(whitening));
    }

    private Metric minkowski(Console console) {
        Double given = order.get();
        double p = given == null ? 2 : given;
        if (p < 1) {
            console.note("--p: " + order.word()
                    + " is below 1: the triangle inequality does not hold, so this is no metric");
        }
        return Double.isInfinite(p) ? new Metric.Chebyshev() : new Metric.Minkowski(p);
    }

    private Metric standardized(TableOptions tables, Table table) {
        Metric.StandardizedEuclidean scaled = Metric.StandardizedEuclidean.of(table.values());
        for (int k = 0; k < scaled.variances().size(); k++) {
            double variance = scaled.variances().get(k);
            if (!(variance > 0 && variance <= Double.MAX_VALUE)) {
                throw new InputException("has the variance " + variance + ", expected one above 0",
                        tables.without(table.columnPlace(k))).at("column " + table.columnTitle(k)).at(table.name());
            }
        }
        return scaled;
    }
}
