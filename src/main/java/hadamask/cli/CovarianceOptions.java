package hadamask.cli;

import hadamask.file.InputException;
import hadamask.matrix.Centre;
import hadamask.matrix.Divisor;
import hadamask.matrix.Factor;
import hadamask.matrix.Whitening;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.TableReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of the covariance that distances are measured by, and what is done when it is singular; the same in each
/// command that has a Mahalanobis distance.
final class CovarianceOptions {
    static final String HEADING = "%nThe covariance:%n";

    @Option(names = "--cov-from", paramLabel = "FILE", order = 20, description = {
        "Mean and covariance come from this table.", "Default: from the table itself."})
    private @Nullable String covarianceFrom;

    @Option(names = "--cov", paramLabel = "FILE", order = 21, description = {
        "The covariance matrix itself; the mean is that of the table."})
    private @Nullable String covariance;

    @Option(names = "--ddof", paramLabel = "0|1", order = 22, description = {
        "Sums are divided by the number of rows minus this.", "Default: 1."})
    private @Nullable Integer lost;

    @Option(names = "--pinv", order = 23, description = {
        "A singular covariance is inverted as far as it can be."})
    private boolean pseudoInverse;

    @Option(names = "--ridge", paramLabel = "L", order = 24, description = {
        "L > 0 is added to the covariance's diagonal."})
    private @Nullable Double ridge;

    /// Where the data lie and how they spread.
    ///
    /// @param centre the mean
    /// @param factor of the covariance, ridge added; of full rank unless the pseudo-inverse was asked for
    record Spread(Centre centre, Factor factor) {
        Whitening whitening(Whitening.Method method) {
            return Whitening.pseudo(centre, factor, method);
        }
    }

    /// Complains about options that do not go together, before anything is read.
    void check(Command command) {
        if (covariance != null && covarianceFrom != null) {
            throw command.usage("--cov", "does not go with --cov-from");
        }
        if (covariance != null && lost != null) {
            throw command.usage("--ddof", "does not go with --cov");
        }
        if (pseudoInverse && ridge != null) {
            throw command.usage("--pinv", "does not go with --ridge");
        }
        if (ridge != null && !(ridge > 0 && ridge <= Double.MAX_VALUE)) {
            throw command.usage("--ridge", ridge + " is out of range, expected a number above 0");
        }
        divisor(command);
    }

    Divisor divisor(Command command) {
        return switch (lost) {
            case null -> Divisor.SAMPLE;
            case 0 -> Divisor.POPULATION;
            case 1 -> Divisor.SAMPLE;
            default -> throw command.usage("--ddof", lost + " is out of range, expected 0 or 1");
        };
    }

    /// The files that are read besides the table.
    List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        if (covariance != null) {
            inputs.add(covariance);
        }
        if (covarianceFrom != null) {
            inputs.add(covarianceFrom);
        }
        return inputs;
    }

    /// The spread of the table, or of what the options name; rows with a missing value are left out of it.
    ///
    /// @throws InputException if the covariance is singular and nothing was said about it
    Spread spread(Command command, Console console, TableOptions tables, Table table, int threads) {
        Spread spread = anySpread(command, console, tables, table, threads);
        if (!pseudoInverse) {
            at(covariance == null && covarianceFrom == null ? table.name() : String.valueOf(inputs().getFirst()),
                    () -> spread.factor().requireFullRank(table::columnName));
        }
        return spread;
    }

    /// The same; the covariance may be singular.
    Spread anySpread(Command command, Console console, TableOptions tables, Table table, int threads) {
        Spread found = covariance == null
                ? fromData(command, console, tables, table, threads)
                : given(console, table, covariance, threads);
        Spread spread = ridge == null ? found : new Spread(found.centre(), found.factor().withRidge(ridge));
        console.explain("the covariance has rank " + spread.factor().rank() + " of " + table.values().columns());
        return spread;
    }

    private Spread fromData(Command command, Console console, TableOptions tables, Table table, int threads) {
        Table source = covarianceFrom == null
                ? table
                : TableReader.read(console.input(covarianceFrom), tables.options(command, threads)).columnsLike(table);
        Table complete = source.completeRows();
        Centre centre = Centre.of(complete.values());
        return new Spread(centre,
                at(source.name(), () -> Factor.ofData(complete.values(), centre, divisor(command))));
    }

    private static Spread given(Console console, Table table, String file, int threads) {
        Table matrix = TableReader.read(console.input(file), ReadOptions.DEFAULT.withThreads(threads));
        List<String> names = matrix.columnNames();
        if (names != null && table.columnNames() != null && !names.equals(table.columnNames())) {
            throw new InputException("has the columns " + String.join(", ", names) + ", expected those of "
                    + table.name() + ": " + String.join(", ", table.columnNames())).at(file);
        }
        return new Spread(Centre.of(table.completeRows().values()),
                at(file, () -> Factor.ofCovariance(matrix.columnsLike(table).values())));
    }

    private static <T> T at(String source, Supplier<T> work) {
        try {
            return work.get();
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(source) : e;
        }
    }
}
