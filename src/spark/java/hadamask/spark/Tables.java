package hadamask.spark;

import hadamask.file.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// The tables of a run. Each grows as a file of the driver, as it does on one machine, and goes to its place when it is whole: as it is, or as
/// Parquet.
final class Tables implements AutoCloseable {
    private static final String PARQUET = ".parquet";
    /// Columns of statistics and failures that are words; all others are numbers.
    private static final Set<String> WORDS = Set.of("input", "output", "image", "where", "problem", "remedy",
            "centroids",
            "clusterPixels", "clusterForeground", "threshold", "kmeans", "label");
    private static final Set<String> WHOLE = Set.of("width", "height", "bitDepth", "foregroundPixels", "boxX", "boxY",
            "boxWidth",
            "boxHeight", "regions");

    private final Configuration settings;
    private final Supplier<SparkSession> spark;
    private final List<Table> tables = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private int named;

    private Address first = new Address("table");

    /// @param local where it grows
    /// @param address where it goes
    private record Table(Path local, Address address) {}

    /// @param spark makes Parquet of a table; asked when that is wanted
    Tables(Configuration settings, Supplier<SparkSession> spark) {
        this.settings = settings;
        this.spark = spark;
    }

    /// The name under which a table grows.
    String place(String given) {
        Address address = given.equals("-") ? new Address(given) : Address.of(given, settings);
        if (named++ == 0) {
            first = address;
        }
        if (address.isLocal() && !given.endsWith(PARQUET)) {
            return address.words();
        }
        try {
            Path folder = Files.createTempDirectory("hadamask-tables");
            folders.add(folder);
            String name = address.name();
            Path local = folder.resolve(
                    name.endsWith(PARQUET) ? name.substring(0, name.length() - PARQUET.length()) + ".csv" : name);
            tables.add(new Table(local, address));
            return local.toString();
        } catch (IOException e) {
            throw new InputException("no folder for tables can be made: " + Stores.reason(e), e);
        }
    }

    /// The first table that was named.
    Address first() {
        return first;
    }

    /// Removes what runs that were killed have left of tables of these names.
    void clear() {
        Stores stores = new Stores(settings);
        for (Table table : tables) {
            Address folder = table.address.folder();
            try {
                for (String name : stores.names(folder)) {
                    if (name.startsWith(Order.ATTEMPTS) && name.endsWith("-" + table.address.name())) {
                        stores.remove(folder.resolve(name));
                    }
                }
            } catch (IOException e) {
                throw Stores.unreachable(folder.words(), e);
            }
        }
    }

    /// Brings the tables to their places.
    void finish(String run) {
        Stores stores = new Stores(settings);
        for (Table table : tables) {
            if (!Files.exists(table.local)) {
                continue; // of no image anything is known
            }
            Address address = table.address;
            Address attempt = address.folder().resolve(Order.ATTEMPTS + run + "-" + address.name());
            try {
                if (address.name().endsWith(PARQUET)) {
                    write(table.local, attempt);
                    stores.remove(address);
                    stores.rename(attempt, address);
                } else {
                    try (OutputStream out = stores.create(attempt)) {
                        Files.copy(table.local, out);
                    }
                    stores.rename(attempt, address);
                }
            } catch (IOException e) {
                throw new InputException("cannot be written: " + Stores.reason(e), e).at(address.words());
            }
        }
    }

    private void write(Path table, Address folder) throws IOException {
        String first;
        try (var lines = Files.lines(table)) {
            first = lines.findFirst().orElse("");
        }
        StructType columns = new StructType();
        for (String name : List.of(first.split(",", -1))) {
            columns = columns.add(name, type(name));
        }
        spark.get().read().schema(columns).option("header", true).option("multiLine", true).option("escape", "\"")
                .csv(table.toUri().toString()).coalesce(1).write().option("compression", "zstd")
                .parquet(folder.hadoop().toString());
    }

    private static DataType type(String column) {
        if (WORDS.contains(column)) {
            return DataTypes.StringType;
        }
        if (column.equals("globalOptimum")) {
            return DataTypes.BooleanType;
        }
        return WHOLE.contains(column) ? DataTypes.LongType : DataTypes.DoubleType;
    }

    @Override
    public void close() {
        Stores stores = new Stores(settings);
        for (Path folder : folders) {
            try {
                stores.remove(new Address(folder.toString()));
            } catch (IOException e) {
                // A folder for such things: the system clears it.
            }
        }
    }
}
