package hadamask.cli.table;

import hadamask.cli.Console;
import hadamask.cli.table.MeasureOption.Named;
import hadamask.distance.Complement;
import hadamask.distance.Gower;
import hadamask.distance.Haversine;
import hadamask.distance.Levenshtein;
import hadamask.distance.Measure;
import hadamask.distance.Metric;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import hadamask.table.MixedTable;
import hadamask.table.Table;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The tables that are compared: what they say of a measure that needs more than its name, and whether it takes them.
///
/// @param from the rows compared from, with the texts of both
/// @param to the rows compared to
/// @param one whether they are the same
record MeasuredRows(MixedTable from, MixedTable to, boolean one) {
    /// The measure with what it needs from the rows.
    ///
    /// @param console is told what was taken for what
    /// @throws InputException if it does not take their columns
    Measure complete(Measure named, Console console) {
        if (named instanceof Complement complement) {
            return new Complement((Metric) complete(complement.metric(), console));
        }
        if (named instanceof Gower) {
            return gower();
        }
        if (named instanceof Levenshtein levenshtein) {
            return new Levenshtein(texts(), levenshtein.normalised());
        }
        if (named instanceof Haversine) {
            Places.require(console, to.table());
            if (!one) {
                Places.require(console, from.table());
            }
        }
        return named;
    }

    private Gower gower() {
        Table table = to.table();
        List<Boolean> texts = IntStream.range(0, table.values().columns()).mapToObj(j -> to.texts().has(table, j))
                .toList();
        try {
            return Gower.of(table.values(), one ? null : from.table().values(), texts);
        } catch (InputException e) {
            throw e.at(table.name());
        }
    }

    private List<String> texts() {
        Table table = to.table();
        if (table.values().columns() != 1 || !to.texts().has(table, 0)) {
            throw new InputException("has " + Table.count(table.values().columns(), "column")
                    + (table.values().columns() == 1 ? " of numbers" : "") + ", expected one of texts",
                    "choose it with --columns").at(table.name());
        }
        return from.texts().texts();
    }

    /// Complains about numbers that the measure does not take, by their rows and columns.
    void requireDomain(Named named) {
        requireDomain(named, from.table());
        if (!one) {
            requireDomain(named, to.table());
        }
    }

    private static void requireDomain(Named named, Table table) {
        if (table.sparse() != null) {
            return; // the measures that take such rows take all numbers
        }
        try {
            named.measure().domain().require(table.values(), named.word(), table::rowTitle, table::columnTitle);
        } catch (InputException e) {
            throw e.at(table.name());
        }
    }

    /// The columns of haversine. A class of its own, since other metrics need no patterns.
    private static final class Places {
        /// `lat`, `Latitude`, `geo_lat`, `decimalLatitude`.
        private static final Pattern LATITUDE = Pattern.compile("(?:^|[^A-Za-z])[Ll][Aa][Tt]|[a-z]Lat");
        private static final Pattern LONGITUDE = Pattern
                .compile("(?:^|[^A-Za-z])[Ll](?:[Oo][Nn]|[Nn][Gg])|[a-z]L(?:on|ng)");

        static void require(Console console, Table table) {
            if (table.values().columns() != 2) {
                throw new InputException("has " + Table.count(table.values().columns(), "column")
                        + ", expected a latitude and a longitude", "choose two with --columns").at(table.name());
            }
            if (isNamed(table, 0, LONGITUDE) || isNamed(table, 1, LATITUDE)) {
                throw new InputException(
                        "column " + table.columnTitle(0) + " stands before column " + table.columnTitle(1)
                                + ", expected the latitude first",
                        Remedy.advice("choose them with --columns "
                                + table.columnReference(1) + "," + table.columnReference(0)))
                        .at(table.name());
            }
            if (!isNamed(table, 0, LATITUDE) || !isNamed(table, 1, LONGITUDE)) {
                console.note(table.name(), "column " + table.columnTitle(0) + " was taken as the latitude and column "
                        + table.columnTitle(1) + " as the longitude",
                        Remedy.advice("if it is the other way round, say --columns "
                                + table.columnReference(1) + "," + table.columnReference(0)));
            }
        }

        /// Whether the name of a column has a word such as those.
        private static boolean isNamed(Table table, int column, Pattern words) {
            List<String> names = table.columnNames();
            return names != null && words.matcher(names.get(column)).find();
        }
    }
}
