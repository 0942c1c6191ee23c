package hadamask.cli.table;

import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.table.CovarianceOptions.Spread;
import hadamask.cli.table.machines.ManyRows;
import hadamask.matrix.Centre;
import hadamask.matrix.CovarianceMethod;
import hadamask.matrix.Divisor;
import hadamask.matrix.Factor;
import hadamask.matrix.Matrix;
import hadamask.matrix.MinimumDeterminant;
import hadamask.matrix.Shrinkage;
import hadamask.parallel.Workers;
import hadamask.table.Table;
import org.jspecify.annotations.Nullable;

/// How the covariance of data is estimated: options of all commands that have one.
final class CovarianceMethodOptions {
    final Option<CovarianceMethod> method = Option.of(CovarianceMethod.CLASSIC, "classic|mcd|ledoit-wolf|oas",
            word -> OptionValues.oneOf(CovarianceMethod.class, word),
            "How mean and covariance are estimated: of all rows; of those that lie together (minimum covariance"
                    + " determinant); drawn towards equal variances (default: classic).",
            "--cov-method");
    final Option<@Nullable Double> support = Option.<@Nullable Double>of(null, "SHARE",
            CovarianceMethodOptions::share,
            "The share of the rows that mcd takes for good, from 0.5 to 1 (default: a little more than half).",
            "--support");

    private static Double share(String word) {
        double share = PairOptions.number(word);
        if (!(share >= 0.5 && share <= 1)) {
            throw OptionValues.unexpected(word, "a share of the rows, a number from 0.5 to 1");
        }
        return share;
    }

    CovarianceMethod method() {
        return method.get();
    }

    boolean isClassic() {
        return method.get() == CovarianceMethod.CLASSIC;
    }

    /// Complains about options that do not go together.
    ///
    /// @param divisor whether `--ddof` is given
    void check(Command command, boolean divisor) {
        if (support.get() != null && method.get() != CovarianceMethod.MCD) {
            throw command.usage("--support", "is for --cov-method mcd");
        }
        if (divisor && method.get() == CovarianceMethod.MCD) {
            throw command.usage("--ddof", "does not go with --cov-method mcd, which has factors of its own");
        }
    }

    /// Mean and covariance of complete rows.
    ///
    /// @param divisor what was asked for, or null for that of the method: n - 1, or n for those that are drawn towards equal
    ///        variances
    Spread estimate(Console console, Matrix complete, Table source, @Nullable Divisor divisor, Workers workers) {
        if (method.get() == CovarianceMethod.MCD) {
            Double share = support.get();
            MinimumDeterminant found = MinimumDeterminant.of(complete, share == null ? 0 : share, source::columnTitle,
                    source::columnReference, workers);
            console.explain(() -> source.name() + ": the determinant is that of " + found.support() + " of "
                    + complete.rows() + " rows, mean and covariance are those of " + found.counted());
            return new Spread(found.centre(), found.factor());
        }
        Centre centre = Centre.of(complete);
        if (isClassic()) {
            return new Spread(centre,
                    factor(complete, centre, divisor == null ? Divisor.SAMPLE : divisor, source, workers));
        }
        Factor population = factor(complete, centre, Divisor.POPULATION, source, workers);
        Shrinkage shrinkage = method.get() == CovarianceMethod.OAS
                ? Shrinkage.oas(complete.rows(), population)
                : Shrinkage.ledoitWolf(complete, centre, population);
        console.explain(() -> source.name() + ": the covariance is drawn towards equal variances by "
                + shrinkage.intensity());
        return new Spread(centre, shrinkage.of(divisor == null || divisor == Divisor.POPULATION
                ? population
                : factor(complete, centre, divisor, source, workers)));
    }

    /// Refuses what asks for all rows at once.
    void requireForMachines(Command command) {
        if (method.get() == CovarianceMethod.MCD || method.get() == CovarianceMethod.LEDOIT_WOLF) {
            throw command.usage("--cov-method",
                    method.word() + " is not done by several machines, expected classic or oas");
        }
    }

    /// The same of rows that other machines have.
    Spread estimate(Console console, ManyRows rows, @Nullable Divisor divisor) {
        Table head = rows.head();
        if (isClassic()) {
            return new Spread(rows.centre(),
                    rows.factor(divisor == null ? Divisor.SAMPLE : divisor, head::columnTitle));
        }
        Factor population = rows.factor(Divisor.POPULATION, head::columnTitle);
        Shrinkage shrinkage = Shrinkage.oas(Math.toIntExact(rows.counted()), population);
        console.explain(() -> head.name() + ": the covariance is drawn towards equal variances by "
                + shrinkage.intensity());
        return new Spread(rows.centre(), shrinkage.of(divisor == null || divisor == Divisor.POPULATION
                ? population
                : rows.factor(divisor, head::columnTitle)));
    }

    private static Factor factor(Matrix complete, Centre centre, Divisor divisor, Table source, Workers workers) {
        return Factor.ofData(complete, centre, divisor, source::columnTitle, workers);
    }
}
