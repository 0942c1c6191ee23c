package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.file.InputException;
import hadamask.matrix.Centre;
import hadamask.matrix.Divisor;
import hadamask.matrix.Factor;
import hadamask.matrix.Matrix;
import hadamask.matrix.Whitening;
import hadamask.parallel.Workers;
import hadamask.table.Note;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.read.TableReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;

/// Options of the covariance that distances are measured by, and of what is done when it is singular, shared by all commands
/// that have a Mahalanobis distance.
final class CovarianceOptions {
    private final Option<@Nullable String> covarianceFrom = Option
            .path("Mean and covariance come from this table (default: from the table itself).", "--cov-from");
    private final Option<@Nullable String> covariance = Option
            .path("The covariance matrix itself; the mean is that of the table.", "--cov");
    private final Option<@Nullable Divisor> divisor = Option.<@Nullable Divisor>of(null, "0|1", TableValues::divisor,
            "Sums are divided by the number of rows minus this (default: 1).", "--ddof");
    private final Option<Boolean> pseudoInverse = Option
            .flag("A singular covariance is inverted in the directions that vary.", "--pinv");
    private final Option<@Nullable Double> ridge = Option.<@Nullable Double>of(null, "L", TableValues::ridge,
            "L > 0 is added to the covariance's diagonal.", "--ridge");

    private final CovarianceMethodOptions methods = new CovarianceMethodOptions();

    ArgGroupSpec group() {
        return Option.group("Covariance", covarianceFrom, covariance, methods.method, methods.support, divisor,
                pseudoInverse, ridge);
    }

    /// Where the data lie and how they spread.
    ///
    /// @param centre the mean
    /// @param factor of the covariance, ridge added; of full rank unless the pseudo-inverse was asked for
    record Spread(Centre centre, Factor factor) {
        Whitening whitening(Whitening.Method method) {
            return Whitening.of(centre, factor, method);
        }

        Whitening forDistances() {
            return Whitening.forDistances(centre, factor);
        }
    }

    /// Complains about options that do not go together, before anything is read.
    void check(Command command) {
        if (covariance.get() != null && covarianceFrom.get() != null) {
            throw command.usage("--cov", "does not go with --cov-from");
        }
        if (covariance.get() != null && divisor.get() != null) {
            throw command.usage("--ddof", "does not go with --cov");
        }
        if (covariance.get() != null && !methods.isClassic()) {
            throw command.usage("--cov", "does not go with --cov-method: the covariance is given");
        }
        if (ridge.get() != null && methods.method().isShrinkage()) {
            throw command.usage("--ridge", "does not go with --cov-method " + methods.method.word()
                    + ", which has a ridge of its own");
        }
        methods.check(command, divisor.get() != null);
        if (pseudoInverse.get() && ridge.get() != null) {
            throw command.usage("--pinv", "does not go with --ridge");
        }
    }

    /// The name of an option that was given, or null when none was.
    @Nullable
    String given() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--cov-from", covarianceFrom.get() != null);
        given.put("--cov", covariance.get() != null);
        given.put("--cov-method", !methods.isClassic());
        given.put("--support", methods.support.get() != null);
        given.put("--ddof", divisor.get() != null);
        given.put("--pinv", pseudoInverse.get());
        given.put("--ridge", ridge.get() != null);
        return given.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    /// The files that are read besides the table.
    List<String> inputs() {
        return Stream.of(covarianceFrom, covariance).map(Option::get).flatMap(Stream::ofNullable).toList();
    }

    /// The spread of the table, or of what the options name; rows with a missing value are left out of it.
    ///
    /// @throws InputException if the covariance is singular and nothing was said about it
    Spread spread(Console console, TableOptions tables, Table table, Workers workers) {
        Spread spread = anySpread(console, tables, table, workers);
        String source = inputs().isEmpty() ? table.name() : inputs().getFirst();
        if (!pseudoInverse.get()) {
            // Of too few rows this asks for no rank, which takes long to find.
            at(source, () -> spread.factor().requireFullRank(table::columnReference));
        } else if (spread.factor().rank() == 0) {
            throw new InputException("no column varies, expected one that does for a covariance").at(source);
        }
        return spread;
    }

    /// The same; the covariance may be singular.
    Spread anySpread(Console console, TableOptions tables, Table table, Workers workers) {
        String matrix = covariance.get();
        Spread found = matrix == null
                ? fromData(console, tables, table, workers)
                : given(console, table, matrix, workers);
        Double added = ridge.get();
        Spread spread = added == null ? found : new Spread(found.centre(), found.factor().withRidge(added));
        console.explain(() -> "the covariance has rank " + spread.factor().rank() + " of " + table.values().columns());
        return spread;
    }

    private Spread fromData(Console console, TableOptions tables, Table table, Workers workers) {
        String other = covarianceFrom.get();
        Table source = other == null
                ? table
                : tables.readOtherColumns(console, other, workers).columnsLike(table);
        Matrix complete = complete(source).values();
        requireRoom(console, source,
                Factor.numbers(complete.rows(), complete.columns(), workers.threads()));
        return at(source.name(), () -> methods.estimate(console, complete, source, divisor.get(), workers));
    }

    /// The rows without a missing value; none of the others is infinite.
    static Table complete(Table table) {
        if (table.values().isFinite()) {
            return table;
        }
        Table complete = table.completeRows();
        requireFinite(complete);
        return complete;
    }

    /// Refuses a table of which the covariance does not fit into the memory, before it is computed.
    ///
    /// @param numbers that are held at the same time besides the table
    static void requireRoom(Console console, Table table, long numbers) {
        long rows = table.values().rows();
        long columns = table.values().columns();
        if (numbers >= columns * columns && columns * columns > Integer.MAX_VALUE) {
            return; // more than a matrix can have, which is said by itself
        }
        try {
            console.memory().require("the covariances of " + columns + " columns",
                    Double.BYTES * (rows * columns + numbers));
        } catch (InputException e) {
            throw e.at(table.name());
        }
    }

    private static void requireFinite(Table table) {
        Matrix values = table.values();
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                if (Double.isInfinite(values.get(i, j))) {
                    throw new InputException("is infinite, expected a finite number for a covariance")
                            .at(table.rowTitle(i) + ", column " + table.columnTitle(j)).at(table.name());
                }
            }
        }
    }

    private static Spread given(Console console, Table table, String file, Workers workers) {
        console.await(file, "a table");
        Table matrix = TableReader.read(console.input(file), ReadOptions.DEFAULT, workers);
        TableOptions.say(console, matrix, Set.of(Note.Topic.REPEATED_LABELS));
        List<String> names = matrix.columnNames();
        if (names != null && table.columnNames() != null && !names.equals(table.columnNames())) {
            throw new InputException("has the columns " + String.join(", ", names) + ", expected those of "
                    + table.name() + ": " + String.join(", ", table.columnNames())).at(file);
        }
        return new Spread(Centre.of(table.completeRows().values()),
                at(file, () -> Factor.ofCovariance(matrix.columnsLike(table).values())));
    }

    static <T> T at(String source, Supplier<T> work) {
        try {
            return work.get();
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(source) : e;
        }
    }
}
