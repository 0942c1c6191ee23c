package hadamask.cli.table;

import hadamask.cli.Console;
import hadamask.cluster.Agglomeration;
import hadamask.cluster.DistanceRows;
import hadamask.cluster.DistanceTriangle;
import hadamask.cluster.Neighbourhoods;
import hadamask.distance.PairSearch;
import hadamask.distance.Pairwise;
import hadamask.file.InputException;
import hadamask.table.Table;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rows to be clustered, and their distances: of a metric, or those of a matrix.
///
/// @param table the rows, or the matrix
/// @param pairwise the rows by a metric; null: the table is the matrix
record ClusterRows(Table table, @Nullable Pairwise pairwise) {
    int count() {
        return table.rows();
    }

    DistanceRows distances() {
        return pairwise == null ? DistanceRows.of(table.values()) : DistanceRows.of(pairwise);
    }

    /// All distances at once.
    DistanceTriangle triangle(Console console) {
        int n = count();
        require(console, "the distances of " + n + " rows", DistanceTriangle.bytes(n) + Agglomeration.bytes(n));
        return named(() -> pairwise == null
                ? DistanceTriangle.of(table.values(), table::rowTitle)
                : DistanceTriangle.of(pairwise, table::rowTitle));
    }

    /// The rows within a radius of each.
    Neighbourhoods neighbours(Console console, double radius) {
        Neighbourhoods.Room room = (pairs, bytes) -> require(console, pairs + " pairs within --radius", bytes);
        return named(() -> pairwise == null
                ? Neighbourhoods.of(table.values(), radius, room)
                : Neighbourhoods.of(new PairSearch(pairwise), count(), radius, room));
    }

    /// Refuses what does not fit beside the table.
    void require(Console console, String what, long bytes) {
        long held = table.sparse() != null
                ? 0
                : pairwise == null
                        ? (long) table.values().values().length * Double.BYTES
                        : Pairwise.bytes(table.values(), null);
        try {
            console.memory().require(what, bytes + held);
        } catch (InputException e) {
            throw e.at(table.name());
        }
    }

    private <T> T named(Supplier<T> work) {
        try {
            return work.get();
        } catch (InputException e) {
            throw e.where().startsWith(table.name()) ? e : e.at(table.name());
        }
    }
}
