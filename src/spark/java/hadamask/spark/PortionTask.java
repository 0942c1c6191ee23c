package hadamask.spark;

import hadamask.batch.CutOut;
import hadamask.batch.CutOutOptions;
import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.OutcomeLine;
import hadamask.cli.Commands;
import hadamask.cli.Console;
import hadamask.cli.image.SegmentCommand;
import hadamask.cli.image.model.Models;
import hadamask.file.InputException;
import hadamask.parallel.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.LongAccumulator;

/// Does the images of a portion, by the function that a batch on one machine calls, and writes a line about each.
///
/// An attempt that is given up leaves nothing but whole results, which the next attempt writes again with the same bytes, and files below the
/// folder of attempts. The lines of a portion are one file, written when all of its images are done.
final class PortionTask implements VoidFunction<Portion> {
    private static final long serialVersionUID = 1;

    private final Order order;
    private final Counts counts;

    /// What the driver sees of the work: exact, as Spark counts each portion once.
    record Counts(LongAccumulator done, LongAccumulator failed,
            LongAccumulator bytes) implements java.io.Serializable {}

    PortionTask(Order order, Counts counts) {
        this.order = order;
        this.counts = counts;
    }

    @Override
    public void call(Portion portion) {
        TaskContext task = TaskContext.get();
        try (Workers workers = new Workers(Math.max(1, task.cpus()))) {
            workers.within(() -> work(portion, task));
        }
    }

    private void work(Portion portion, TaskContext task) {
        Stores stores = new Stores(SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()));
        Executor executor = Executor.shared(order.memory());
        StringWriter said = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                new PrintWriter(said));
        SegmentCommand command = (SegmentCommand) new Commands(Map.of("segment", SegmentCommand::new))
                .parsed(order.arguments(), console);
        try (Models models = new Models(console, 1)) {
            work(portion, task, stores, executor, command.cutOutOptions(console, models), said);
        }
    }

    private void work(Portion portion, TaskContext task, Stores stores, Executor executor, CutOutOptions options,
            StringWriter said) {
        ClusterStorage storage = new ClusterStorage(order, stores, task.taskAttemptId(), executor.memory());
        CutOut cutOut = new CutOut(options, storage, executor.memory(), executor.heap(),
                executor.outside(), order.facts(), null, null);
        Suspects suspects = new Suspects(order, stores, portion.number(), task.attemptNumber());
        StringBuilder lines = new StringBuilder();
        int failed = 0;
        long bytes = 0;
        for (Portion.Item item : portion.items()) {
            if (task.isInterrupted()) {
                throw new CancellationException("the attempt is given up");
            }
            Job job = item.job();
            storage.next(item);
            Outcome outcome = suspects.isDeadly(item)
                    ? new Outcome.Failed(job, new InputException("has ended the process that worked on it, twice",
                            "look at the executors' logs").at(job.source().spokenName()))
                    : outcome(cutOut, job, task);
            lines.append(OutcomeLine.of(outcome, order.settings(), notes(said)).text()).append('\n');
            failed += outcome instanceof Outcome.Failed ? 1 : 0;
            bytes += Math.max(0, item.size());
        }
        storage.write(order.rows(portion.number()), lines.toString().getBytes(StandardCharsets.UTF_8));
        counts.done().add(portion.items().size() - failed);
        counts.failed().add(failed);
        counts.bytes().add(bytes);
    }

    /// What becomes of an image. What the store is to blame for is tried again by Spark, and a failure of the image at the last attempt; what the
    /// program is to blame for is a failure of the image.
    private static Outcome outcome(CutOut cutOut, Job job, TaskContext task) {
        try {
            return cutOut.of(job);
        } catch (UncheckedIOException e) {
            if (task.attemptNumber() < maxFailures() - 2) {
                throw e;
            }
            IOException cause = Objects.requireNonNull(e.getCause());
            return new Outcome.Failed(job,
                    new InputException(e.getMessage() + ": " + Stores.reason(cause), cause)
                            .at(job.source().spokenName()));
        } catch (CancellationException | org.apache.spark.TaskKilledException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            if (task.isInterrupted() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return new Outcome.Failed(job, new InputException("is too much for the program: " + e,
                    "this is a defect, please report it with the image").at(job.source().spokenName()));
        }
    }

    private static int maxFailures() {
        return SparkEnv.get().conf().getInt("spark.task.maxFailures", 4);
    }

    private static List<String> notes(StringWriter said) {
        if (said.getBuffer().isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>(said.toString().lines().toList());
        said.getBuffer().setLength(0);
        return notes;
    }
}
