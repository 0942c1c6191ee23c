package hadamask.spark;

import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.Source;
import hadamask.batch.TargetProblem;
import hadamask.batch.Targets;
import hadamask.cli.Console;
import hadamask.cli.Machines;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/// The machines of a Spark cluster, seen from the driver: it finds the images, cuts them into portions, and tells of each in its order.
final class SparkMachines implements Machines, AutoCloseable {
    private static final String LISTED = "path";

    private final List<String> arguments;
    private final Session session;
    private final Console console;
    private final long memory;
    private final Tables tables;
    private final List<Address> grounds = new ArrayList<>();
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-"
            + ProcessHandle.current().pid();
    private final Carried carried;
    private @Nullable Listing listing;
    private @Nullable Targets targets;

    /// @param arguments the command and its arguments
    /// @param memory bytes that an executor may take; 0 where nobody has said it
    SparkMachines(List<String> arguments, Session session, Console console, long memory) {
        this.arguments = arguments;
        this.session = session;
        this.console = console;
        this.memory = memory;
        tables = new Tables(session.hadoop(), session::sql);
        carried = new Carried(session.hadoop());
        console.inputs(carried::input);
    }

    @Override
    public List<Source> sources(Named named, List<String> results, List<InputException> unreadable) {
        Listing found = new Listing(session.hadoop(), named.recursive(), results, unreadable);
        named.images().forEach(found::addNamed);
        for (String list : named.lists()) {
            if (list.endsWith(".parquet") || list.endsWith(".csv")) {
                manifest(list).forEach(found::addListed);
            } else {
                found.addNames(list, "\n");
            }
        }
        named.zeroLists().forEach(list -> found.addNames(list, "\0"));
        listing = found;
        return found.sources();
    }

    /// The images that a table lists: in its column `path`, `image` or `input`, or in its only one.
    private List<String> manifest(String list) {
        String address = Address.of(list, session.hadoop()).hadoop().toString();
        var table = list.endsWith(".csv")
                ? session.sql().read().option("header", true).option("escape", "\"").csv(address)
                : session.sql().read().parquet(address);
        List<String> columns = List.of(table.columns());
        String column = List.of(LISTED, "image", "input").stream().filter(columns::contains).findFirst()
                .orElse(columns.size() == 1 ? columns.getFirst() : null);
        if (column == null) {
            throw new InputException(
                    "has the columns " + String.join(", ", columns) + ", expected one that is called " + LISTED)
                    .at(list);
        }
        List<String> names = new ArrayList<>();
        table.select(table.col(column).cast("string")).toLocalIterator().forEachRemaining(row -> {
            String name = row.getString(0);
            if (name != null && !name.isEmpty()) {
                names.add(name);
            }
        });
        return names;
    }

    @Override
    public String results(String given) {
        return Stores.results(given, session.hadoop());
    }

    @Override
    public String table(String given) {
        return tables.place(given);
    }

    @Override
    public void require(Targets results) {
        targets = results;
        Map<Integer, Shard.Archive> archives = listing().archives();
        if (archives.isEmpty()) {
            return;
        }
        results.requireMany();
        Set<Path> inputs = new HashSet<>();
        archives.values().forEach(archive -> inputs.add(place(archive.file())));
        Map<Path, String> taken = new HashMap<>();
        archives.forEach((place, archive) -> {
            Job any = results.job(archive.any(place + 1));
            results.archives(any.source()).forEach((result, name) -> {
                Path file = place(name);
                if (inputs.contains(file)) {
                    throw new TargetProblem(results.label(result),
                            FilePath.words(name) + " is also an input, expected another folder");
                }
                String before = taken.put(file, archive.file());
                if (before != null && !before.equals(archive.file())) {
                    throw new TargetProblem(results.label(result), before + " and " + archive.file()
                            + " would both be written to " + FilePath.words(name)
                            + ", expected other names, or -r and the folder above them");
                }
                Path output = place(Objects.requireNonNull(any.target(result)).output());
                if (!output.startsWith(file) || output.equals(file)) {
                    throw new TargetProblem(results.label(result),
                            FilePath.words(output.toString())
                                    + " leads out of the archive, expected a name below {dir}");
                }
            });
        });
    }

    private static Path place(String name) {
        return FilePath.of(name).toAbsolutePath().normalize();
    }

    private Listing listing() {
        return Objects.requireNonNull(listing);
    }

    @Override
    public void run(Machines.Order asked, BiConsumer<Outcome, List<String>> teller) {
        hadamask.spark.Order order = order(asked);
        clearAttempts(new Stores(session.hadoop()));
        tables.clear();
        try (Journal journal = new Journal(new Stores(session.hadoop()), order)) {
            Plan plan = Plan.of(asked, order, listing(), Objects.requireNonNull(targets), journal, session::cores);
            work(order, plan);
            plan.tell(teller);
            journal.finish();
        }
    }

    private hadamask.spark.Order order(Machines.Order asked) {
        String base = Path.of("").toAbsolutePath().toString();
        asked.grounds().forEach(ground -> grounds.add(Address.of(ground).from(base)));
        Address rows;
        if (grounds.isEmpty()) {
            Address table = tables.first().from(base);
            grounds.add(table.folder());
            rows = table.folder().resolve("." + table.name() + Journal.NAME);
        } else {
            rows = grounds.getFirst().resolve(Journal.NAME);
        }
        return new hadamask.spark.Order(arguments, asked.facts(), asked.settings(), carried, base,
                List.copyOf(grounds), rows, run, memory);
    }

    private void work(hadamask.spark.Order order, Plan plan) {
        if (plan.works().isEmpty()) {
            return;
        }
        JavaSparkContext spark = session.spark();
        WorkTask.Counts counts = new WorkTask.Counts(spark.sc().longAccumulator("images done"),
                spark.sc().longAccumulator("images failed"), spark.sc().longAccumulator("bytes read"),
                spark.sc().longAccumulator("archives done"));
        Progress progress = new Progress(console, counts, plan.images(), plan.archives());
        Waiting.forAll(
                spark.parallelize(plan.works(), plan.works().size()).foreachAsync(new WorkTask(order, counts)),
                progress::show);
    }

    /// Removes what attempts of runs that were killed have left.
    private void clearAttempts(Stores stores) {
        for (Address ground : grounds) {
            try {
                for (String name : stores.names(ground)) {
                    if (name.startsWith(hadamask.spark.Order.ATTEMPTS)) {
                        stores.remove(ground.resolve(name));
                    }
                }
            } catch (IOException e) {
                throw Stores.unreachable(ground.words(), e);
            }
        }
    }

    @Override
    public void finish() {
        tables.finish(run);
    }

    /// Ends Spark, and then removes what attempts have left.
    @Override
    public void close() {
        session.close();
        Stores stores = new Stores(session.hadoop());
        for (Address ground : grounds) {
            try {
                stores.remove(hadamask.spark.Order.attempts(ground, run));
            } catch (IOException e) {
                console.note("note: " + ground + ": what attempts have left there is not removed: " + Stores.reason(e));
            }
        }
        tables.close();
    }
}
