package hadamask.spark;

import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.cli.Commands;
import hadamask.cli.Console;
import hadamask.cli.image.SegmentCommand;
import hadamask.cli.image.model.Models;
import hadamask.parallel.Workers;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.LongAccumulator;

/// Does the images of a portion or a shard, by the function that a batch on one machine calls, and writes a line about each.
///
/// An attempt that is given up leaves nothing but whole results, which the next attempt writes again with the same bytes, and files below the
/// folder of attempts. The lines are one file, written when all images of the work are done.
final class WorkTask implements VoidFunction<Work> {
    private static final long serialVersionUID = 1;

    private final Order order;
    private final Counts counts;

    /// What the driver sees of the work: exact, as Spark counts each task once.
    record Counts(LongAccumulator done, LongAccumulator failed, LongAccumulator bytes,
            LongAccumulator archives) implements java.io.Serializable {
        /// Adds what an attempt has done, when it is over.
        void add(long images, long failures, long read) {
            done.add(images - failures);
            failed.add(failures);
            bytes.add(read);
        }
    }

    WorkTask(Order order, Counts counts) {
        this.order = order;
        this.counts = counts;
    }

    @Override
    public void call(Work work) {
        TaskContext task = TaskContext.get();
        try (Workers workers = new Workers(Math.max(1, task.cpus()))) {
            workers.within(() -> run(work, task));
        }
    }

    private void run(Work work, TaskContext task) {
        Stores stores = new Stores(SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()));
        StringWriter said = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                new PrintWriter(said));
        console.inputs(order.carried()::input);
        SegmentCommand command = (SegmentCommand) new Commands(Map.of("segment", SegmentCommand::new))
                .parsed(order.arguments(), console);
        try (Models models = new Models(console, 1)) {
            Attempt attempt = new Attempt(order, stores, task, command,
                    command.cutOutOptions(console, models), said);
            switch (work) {
                case Portion portion -> run(portion, attempt);
                case Shard shard -> {
                    new ShardWork(shard, attempt, counts).run();
                    counts.archives().add(1);
                }
            }
        }
    }

    private void run(Portion portion, Attempt attempt) {
        ClusterStorage storage = new ClusterStorage(order, attempt.stores(), attempt.task().taskAttemptId(),
                attempt.executor().memory());
        Suspects suspects = attempt.suspects(portion);
        StringBuilder lines = new StringBuilder();
        int failed = 0;
        long bytes = 0;
        for (Portion.Item item : portion.items()) {
            attempt.requireWanted();
            Job job = item.job();
            storage.next(item);
            Outcome outcome = attempt.of(job, storage, suspects, item.index());
            lines.append(attempt.line(outcome, order.settings()));
            failed += outcome instanceof Outcome.Failed ? 1 : 0;
            bytes += Math.max(0, item.size());
        }
        storage.write(order.rows(portion.number()), lines.toString().getBytes(StandardCharsets.UTF_8));
        counts.add(portion.items().size(), failed, bytes);
    }
}
