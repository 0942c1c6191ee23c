package hadamask.spark;

import hadamask.batch.FileState;
import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.Result;
import hadamask.batch.Source;
import hadamask.batch.Storage;
import hadamask.batch.Target;
import hadamask.batch.TargetProblem;
import hadamask.batch.Targets;
import hadamask.codec.format.ImageFormat;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.file.MemoryLimit;
import hadamask.file.Output;
import hadamask.spark.archive.ArchiveFormat;
import hadamask.spark.archive.ArchiveReader;
import hadamask.spark.archive.EntryName;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/// An attempt at a shard: its images, one after the other, and their results in archives of the same names.
///
/// The archives and the lines get their names when all is done; an archive in which nothing would be is not written. Used by one thread.
final class ShardWork implements Storage {
    private static final long MOST = Integer.MAX_VALUE - 8;

    private final Shard shard;
    private final Shard.Archive archive;
    private final Attempt attempt;
    private final WorkTask.Counts counts;
    private final Suspects suspects;
    private final MemoryLimit memory;
    private final ShardResults results;
    private final Targets targets;
    /// Names of images, and of results, that there were.
    private final Set<String> known = new HashSet<>();
    /// The results of the image that is worked on.
    private final Map<Target, byte[]> held = new LinkedHashMap<>();

    private @Nullable ArchiveReader reader;
    private ArchiveReader.@Nullable Entry entry;
    private @Nullable String damage;
    private boolean told;
    private int place;
    private int images;
    private int failed;
    private long bytes;
    private boolean again;

    ShardWork(Shard shard, Attempt attempt, WorkTask.Counts counts) {
        this.shard = shard;
        this.attempt = attempt;
        this.counts = counts;
        archive = shard.archive();
        suspects = attempt.suspects(shard);
        memory = attempt.executor().memory();
        results = new ShardResults(shard, attempt);
        targets = attempt.command().targets(given -> Stores.results(given, attempt.stores().settings()),
                archive.any(1));
    }

    void run() {
        Order order = attempt.order();
        try (results; WholeFile lines = results.file(order.rows().resolve(shard.rows() + Journal.ENDING))) {
            readAll(lines.out());
            results.finish();
            if (again || attempt.isDoubtful()) {
                attempt.stores().create(order.rows().resolve(shard.rows() + Journal.AGAIN)).close();
            }
            lines.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(archive.file() + " cannot be done", e);
        }
        counts.add(images, failed, bytes);
    }

    private void readAll(OutputStream lines) throws IOException {
        Address address = new Address(archive.file()).from(attempt.order().base());
        try (StoreInput in = new StoreInput(address, attempt.stores().openFile(address))) {
            String problem = problem(in, lines);
            if (problem != null) {
                tell(lines, failure(new InputException(problem)));
            }
        } catch (FileNotFoundException | AccessControlException e) {
            tell(lines, failure(new InputException("cannot be read: " + Stores.reason(e), e)));
        } catch (StoreInput.Unreadable e) {
            tell(lines, failure(attempt.blamed(e)));
        } catch (OutOfMemoryError e) {
            tell(lines, failure(memory.exceeded(e)));
            again = true;
        }
    }

    /// Does all that can be read.
    ///
    /// @return what is wrong with the archive; null when nothing is
    private @Nullable String problem(StoreInput in, OutputStream lines) throws IOException {
        if (archive.size() == 0) {
            return "is an empty file";
        }
        ArchiveReader opened = begun(in);
        reader = opened;
        while (opened != null && damage == null && (entry = next(opened)) != null) {
            attempt.requireWanted();
            place++;
            if (isImage(entry.name())) {
                tell(lines, outcome(entry));
            }
        }
        if (opened == null || damage != null) {
            return told ? null : "is damaged, and not read any further: " + damage;
        }
        String doubt = doubt(opened);
        return doubt == null && images == 0 ? "holds no image" : doubt;
    }

    private @Nullable ArchiveReader begun(StoreInput in) {
        return guarded(() -> archive.format().reader(new FSDataInputStream(in), archive.size(),
                attempt.stores().settings()));
    }

    private ArchiveReader.@Nullable Entry next(ArchiveReader opened) {
        return guarded(opened::next);
    }

    private @Nullable String doubt(ArchiveReader opened) {
        String doubt = guarded(opened::doubt);
        return damage == null ? doubt : "is damaged behind its last entry: " + damage;
    }

    /// Something that is read from the archive.
    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T get() throws IOException;
    }

    /// What is read; null where the archive is damaged. What the store is to blame for is thrown on.
    private <T> @Nullable T guarded(Reading<T> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException | CancellationException e) {
            throw e;
        } catch (IOException e) {
            damage = reason(e);
        } catch (RuntimeException e) { // what the readers did not foresee
            damage = e.toString();
        }
        return null;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "it ends too early" : Stores.reason(e);
    }

    /// The last name decides, and none of the folders may be hidden: as in a folder that is searched. Keys need no ending.
    private boolean isImage(String name) {
        String[] parts = name.split("/", -1);
        for (String part : parts) {
            if (part.startsWith(".") && !part.equals(".") && !part.equals("..")) {
                return false;
            }
        }
        String last = parts[parts.length - 1];
        boolean key = archive.format() == ArchiveFormat.SEQUENCE && last.indexOf('.') < 0;
        return key || ImageFormat.ofName(last) != null;
    }

    private Outcome outcome(ArchiveReader.Entry found) {
        String name = found.name();
        Job job;
        try {
            name = EntryName.below(name);
            if (found.problem() != null) {
                throw new InputException(found.problem());
            }
            job = targets.job(archive.image(name, place, shard.pageOfAll()));
            requireNew(name, job);
        } catch (InputException | TargetProblem e) {
            InputException problem = e instanceof InputException known
                    ? known
                    : new InputException(String.valueOf(e.getMessage()));
            Job none = new Job(archive.image(name.replace('\0', '\uFFFD'), place, null), Map.of());
            return new Outcome.Failed(none, new InputException(problem.problem(), problem.remedy())
                    .at(none.source().name()));
        }
        held.clear();
        bytes += Math.max(0, found.size());
        Outcome outcome = attempt.of(job, this, suspects, place);
        if (outcome instanceof Outcome.Done) {
            results.add(job, held, found.modified());
        }
        return outcome;
    }

    /// Refuses an image that has the name, or whose results have the names, of an earlier one.
    private void requireNew(String name, Job job) {
        if (!known.add(name)) {
            throw new InputException("is there twice: the first of them is done");
        }
        for (Target target : job.targets().values()) {
            if (known.contains("> " + target.output())) {
                throw new InputException("would be written to " + target.output() + ", as an image before it was",
                        "give a pattern with {ext}, such as '{dir}/{name}-{ext}.png'");
            }
        }
        job.targets().values().forEach(target -> known.add("> " + target.output()));
    }

    private Outcome failure(InputException problem) {
        return new Outcome.Failed(new Job(archive.itself(place), Map.of()), problem.at(archive.file()));
    }

    private void tell(OutputStream lines, Outcome outcome) throws IOException {
        images++;
        failed += outcome instanceof Outcome.Failed ? 1 : 0;
        lines.write(attempt.line(outcome, "").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Input input(Source source) {
        ArchiveReader.Entry found = Objects.requireNonNull(entry);
        if (found.size() > MOST) {
            throw new InputException("has " + found.size() + " bytes, expected less than 2 GiB");
        }
        memory.require(MemoryLimit.text(found.size()) + " of content", found.size());
        try {
            return Input.stream(source.given(), new ByteArrayInputStream(Objects.requireNonNull(reader).content()));
        } catch (IOException e) {
            damage = reason(e);
            told = true;
            throw new InputException("the archive is damaged here, and not read any further: " + damage);
        }
    }

    @Override
    public Output output(Target target) {
        return Output.whole(target.output(), content -> held.put(target, content));
    }

    @Override
    public FileState state(Source source) {
        ArchiveReader.Entry found = Objects.requireNonNull(entry);
        return new FileState(found.size(), found.modified(), -1);
    }
}
