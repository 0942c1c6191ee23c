package hadamask.spark;

import hadamask.batch.FileState;
import hadamask.batch.Job;
import hadamask.batch.Naming;
import hadamask.batch.Outcome;
import hadamask.batch.OutcomeLine;
import hadamask.batch.Source;
import hadamask.cli.Console;
import hadamask.cli.Machines;
import hadamask.file.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private @Nullable Listing listing;

    /// @param arguments the command and its arguments
    /// @param memory bytes that an executor may take; 0 where nobody has said it
    SparkMachines(List<String> arguments, Session session, Console console, long memory) {
        this.arguments = arguments;
        this.session = session;
        this.console = console;
        this.memory = memory;
        tables = new Tables(session.hadoop(), session::sql);
    }

    @Override
    public List<Source> sources(Named named, List<String> results, List<InputException> unreadable) {
        Listing found = new Listing(session.hadoop(), named.recursive(), results, unreadable);
        named.images().forEach(found::addNamed);
        for (String list : named.lists()) {
            if (list.endsWith(".parquet") || list.endsWith(".csv")) {
                manifest(list).forEach(found::addListed);
            } else {
                found.addLines(list);
            }
        }
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
        boolean pattern = Naming.isPattern(given);
        String words = Address.of(given, session.hadoop()).words();
        return pattern || words.endsWith("/") ? words : words + "/";
    }

    @Override
    public String table(String given) {
        return tables.place(given);
    }

    @Override
    public void run(Machines.Order asked, BiConsumer<Outcome, List<String>> teller) {
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
        hadamask.spark.Order order = new hadamask.spark.Order(arguments, asked.facts(), asked.settings(), base,
                List.copyOf(grounds), rows, run, memory);
        Stores stores = new Stores(session.hadoop());
        clearAttempts(stores);
        try (Journal journal = new Journal(stores, order)) {
            Map<String, OutcomeLine> earlier = Map.of();
            if (asked.resume()) {
                earlier = journal.earlier();
            } else {
                journal.clear();
            }
            List<Portion.Item> items = new ArrayList<>();
            List<@Nullable OutcomeLine> known = new ArrayList<>();
            for (Job job : asked.jobs()) {
                FileState state = Objects.requireNonNull(listing).states().get(job.source().index() - 1);
                OutcomeLine line = earlier.get(key(job));
                boolean done = line != null && line.holds(job, asked.settings(), asked.facts(), state);
                known.add(done ? line : null);
                if (!done) {
                    items.add(Portion.Item.of(job, state));
                }
            }
            List<Portion> portions = items.isEmpty() ? List.of() : Portion.of(items, session.cores());
            work(order, portions, items.size());
            tell(asked.jobs(), known, journal, teller);
            journal.finish();
        }
    }

    private static String key(Job job) {
        var main = job.main();
        return main == null ? job.source().name() : main.output();
    }

    private void work(hadamask.spark.Order order, List<Portion> portions, int images) {
        if (portions.isEmpty()) {
            return;
        }
        JavaSparkContext spark = session.spark();
        PortionTask.Counts counts = new PortionTask.Counts(spark.sc().longAccumulator("images done"),
                spark.sc().longAccumulator("images failed"), spark.sc().longAccumulator("bytes read"));
        Progress progress = new Progress(console, counts, images);
        Waiting.forAll(spark.parallelize(portions, portions.size()).foreachAsync(new PortionTask(order, counts)),
                progress::show);
    }

    private static void tell(List<Job> jobs, List<@Nullable OutcomeLine> known, Journal journal,
            BiConsumer<Outcome, List<String>> teller) {
        int portion = 0;
        int at = 0;
        List<OutcomeLine> lines = List.of();
        for (int place = 0; place < jobs.size(); place++) {
            Job job = jobs.get(place);
            OutcomeLine line = known.get(place);
            if (line == null) {
                if (at == lines.size()) {
                    lines = journal.portion(portion++);
                    at = 0;
                }
                line = lines.get(at++);
                if (!line.input().equals(job.source().name())) {
                    throw new IllegalStateException(line.input() + " stands where " + job.source().name() + " should");
                }
                teller.accept(line.outcome(job), line.notes());
            } else {
                teller.accept(new Outcome.Skipped(job, line.statistics(), line.seconds(), line.measured()),
                        line.notes());
            }
            journal.add(line);
        }
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
