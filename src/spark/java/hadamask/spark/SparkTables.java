package hadamask.spark;

import hadamask.cli.Console;
import hadamask.cli.table.machines.TableMachines;
import hadamask.file.InputException;
import hadamask.parallel.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;

/// The parts of a work on tables, done by Spark. Spark is started with the first of them.
final class SparkTables implements TableMachines, AutoCloseable {
    private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-"
            + ProcessHandle.current().pid();

    private static final long PERIOD = 10_000_000_000L;
    /// Files that a store links at a time.
    private static final int LINKED = 500;

    private final Session session;
    private final Console console;
    private final String base;
    private final Stores stores;
    private final Address folder;
    private long told = System.nanoTime();
    private boolean used;
    private @Nullable String reason;

    /// @param output the name of the result, beside which parts and drafts lie until it is whole
    SparkTables(Session session, Console console, String base, String output) {
        this.session = session;
        this.console = console;
        this.base = base;
        stores = new Stores(session.hadoop());
        folder = Order.attempts(address(output).folder(), RUN);
    }

    private Address address(String name) {
        return name.equals("-") ? new Address(base + "/-") : Address.of(name, session.hadoop()).from(base);
    }

    @Override
    public Sources sources() {
        return new TableFiles(folder, base, session.hadoop());
    }

    @Override
    public <R extends Serializable> void all(PartJob<R> job, int parts, Workers.Taker<R, RuntimeException> taker) {
        JavaSparkContext spark = session.spark();
        Broadcast<PartJob<R>> sent = spark.broadcast(job);
        List<R> results = run(() -> spark.parallelize(numbers(parts), parts)
                .map(new TablePart<>(sent, folder, base)).collect());
        sent.destroy();
        results.forEach(taker::take);
    }

    private static List<Integer> numbers(int parts) {
        return IntStream.range(0, parts).boxed().toList();
    }

    /// A work of Spark.
    private interface Work<T> {
        T done() throws Exception;
    }

    private static <T> T run(Work<T> work) {
        try {
            return work.done();
        } catch (Exception e) {
            if (e instanceof SparkException) {
                String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                throw new InputException("the cluster gave the work up: " + said, "run it again");
            }
            throw e instanceof RuntimeException defect ? defect : new IllegalStateException(e);
        }
    }

    @Override
    public void write(String output, byte[] header, PartJob<byte[]> job, int parts) {
        try {
            if (parts > 0) {
                used = true;
                JavaSparkContext spark = session.spark();
                LongAccumulator done = spark.sc().longAccumulator("parts done");
                Waiting.forAll(spark.parallelize(numbers(parts), parts).foreachAsync(new TablePart.Written(
                        new TablePart<>(spark.broadcast(job), folder, base), done)), () -> show(done.value(), parts));
            }
            if (output.equals("-")) {
                console.output("-").write(out -> join(header, parts, out));
                return;
            }
            used = true;
            Address target = address(output);
            Address whole = linked(header, parts);
            if (whole == null) {
                whole = folder.resolve("whole");
                try (OutputStream out = stores.create(whole)) {
                    join(header, parts, out);
                }
            }
            stores.makeFolder(target.folder());
            stores.rename(whole, target);
        } catch (IOException e) {
            throw new InputException("cannot be written: " + Stores.reason(e), e).at(output);
        }
    }

    private void show(long done, int parts) {
        long now = System.nanoTime();
        if (now - told >= PERIOD) {
            told = now;
            console.note(done + "/" + parts + " parts");
        }
    }

    /// Puts the parts one behind the other where a store does so without copying them, as HDFS does.
    ///
    /// @return the file that has all; null where the store does not
    private @Nullable Address linked(byte[] header, int parts) throws IOException {
        if (folder.isLocal() || parts == 0 || Stores.isObject(folder)) {
            return null;
        }
        FileSystem store = stores.store(folder);
        if (!store.hasPathCapability(folder.hadoop(), CommonPathCapabilities.FS_CONCAT)) {
            return null;
        }
        Address first = folder.resolve("above");
        if (header.length > 0) {
            try (OutputStream out = stores.create(first)) {
                out.write(header);
            }
        }
        List<Address> files = new ArrayList<>(header.length > 0 ? List.of(first) : List.of());
        for (int i = 0; i < parts; i++) {
            Address part = TablePart.file(folder, i);
            if (stores.status(part).getLen() > 0) {
                files.add(part);
            }
        }
        if (files.size() < 2) {
            return null;
        }
        Path[] others = files.stream().skip(1).map(Address::hadoop).toArray(Path[]::new);
        for (int from = 0; from < others.length; from += LINKED) {
            try {
                store.concat(files.getFirst().hadoop(),
                        Arrays.copyOfRange(others, from, Math.min(others.length, from + LINKED)));
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                if (from == 0) {
                    return null; // nothing has changed: they are copied
                }
                throw e;
            }
        }
        return files.getFirst();
    }

    private void join(byte[] header, int parts, OutputStream out) throws IOException {
        out.write(header);
        for (int i = 0; i < parts; i++) {
            try (InputStream in = stores.open(TablePart.file(folder, i))) {
                in.transferTo(out);
            }
        }
    }

    @Override
    public String draft(String name, Draft content) {
        used = true;
        try (OutputStream out = stores.create(folder.resolve(name))) {
            content.to(out);
        } catch (IOException e) {
            throw new InputException("cannot be written: " + Stores.reason(e), e).at(folder.words());
        }
        return TableFiles.DRAFT + name;
    }

    @Override
    public void alone(String why) {
        reason = why;
    }

    /// Why the driver shall do the command by itself; null: it is done.
    @Nullable
    String reason() {
        return reason;
    }

    @Override
    public int piece() {
        return Math.clamp(session.bytes("spark.hadamask.piece", "32m"), 1 << 12, 1 << 30);
    }

    @Override
    public int cores() {
        return session.cores();
    }

    @Override
    public int partsAtOnce() {
        if (session.isLocal()) {
            return cores();
        }
        int executors = Math.max(1, session.spark().sc().statusTracker().getExecutorInfos().length - 1);
        return Math.ceilDiv(cores(), executors);
    }

    @Override
    public long memory() {
        long heap = session.isLocal()
                ? Runtime.getRuntime().maxMemory()
                : session.bytes("spark.executor.memory", "1g");
        return heap / partsAtOnce();
    }

    /// Ends Spark, and removes what lies beside the result.
    @Override
    public void close() throws IOException {
        session.close(); // no attempt goes on that would make the folder again
        if (used) {
            stores.remove(folder);
        }
    }
}
