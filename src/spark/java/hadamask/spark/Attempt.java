package hadamask.spark;

import hadamask.batch.CutOut;
import hadamask.batch.CutOutOptions;
import hadamask.batch.Job;
import hadamask.batch.Outcome;
import hadamask.batch.OutcomeLine;
import hadamask.batch.Source;
import hadamask.batch.Storage;
import hadamask.cli.image.SegmentCommand;
import hadamask.file.InputException;
import hadamask.file.Remedy;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;

/// An attempt at some work: what becomes of each image, and who is to blame where it fails.
///
/// Used by one thread.
final class Attempt {
    private final Order order;
    private final Stores stores;
    private final TaskContext task;
    private final Executor executor;
    private final SegmentCommand command;
    private final Function<Source, CutOutOptions> options;
    private final StringWriter said;
    private boolean doubtful;

    /// @param order what every task knows
    /// @param stores where files are
    /// @param task the attempt, as Spark has it
    /// @param command as it was typed
    /// @param options all that it decides for an image
    /// @param said takes what is said on the way
    Attempt(Order order, Stores stores, TaskContext task, SegmentCommand command,
            Function<Source, CutOutOptions> options, StringWriter said) {
        this.order = order;
        this.stores = stores;
        this.task = task;
        this.command = command;
        this.options = options;
        this.said = said;
        executor = Executor.shared(order.memory());
    }

    Order order() {
        return order;
    }

    Stores stores() {
        return stores;
    }

    TaskContext task() {
        return task;
    }

    Executor executor() {
        return executor;
    }

    SegmentCommand command() {
        return command;
    }

    /// Whether an image failed for what may be otherwise another time: a store, a process that ended, too little memory, a defect.
    boolean isDoubtful() {
        return doubtful;
    }

    /// Throws where the attempt was given up, as when another was faster.
    void requireWanted() {
        if (task.isInterrupted()) {
            throw new CancellationException("the attempt is given up");
        }
    }

    /// What finds the images at which processes end.
    Suspects suspects(Work work) {
        return new Suspects(order, stores, work.number(), task.attemptNumber());
    }

    /// What becomes of an image.
    Outcome of(Job job, Storage storage, Suspects suspects, int place) {
        if (suspects.isDeadly(place)) {
            doubtful = true;
            return new Outcome.Failed(job, new InputException("has ended the process that worked on it, twice",
                    "look at the executors' logs").at(job.source().spokenName()));
        }
        Outcome outcome = outcome(new CutOut(options.apply(job.source()), storage, executor.memory(), executor.heap(),
                executor.outside(), order.facts(), null, null), job);
        if (outcome instanceof Outcome.Failed failure) {
            Remedy.Kind kind = failure.cause().remedy().kind();
            doubtful |= kind == Remedy.Kind.MORE_MEMORY || kind == Remedy.Kind.MORE_MEMORY_OR_PARTS;
        }
        return outcome;
    }

    /// What the store is to blame for is tried again by Spark, and a failure of the image at the last attempt; what the program is to blame for
    /// is a failure of the image.
    private Outcome outcome(CutOut cutOut, Job job) {
        try {
            return cutOut.of(job);
        } catch (UncheckedIOException e) {
            return new Outcome.Failed(job, blamed(e).at(job.source().spokenName()));
        } catch (CancellationException | org.apache.spark.TaskKilledException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            if (task.isInterrupted() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            doubtful = true;
            return new Outcome.Failed(job, new InputException("is too much for the program: " + e,
                    "this is a defect, please report it with the image").at(job.source().spokenName()));
        }
    }

    /// A failure of the store as one of the image, at the last attempt; before that it is thrown, and Spark tries again.
    InputException blamed(UncheckedIOException e) {
        if (task.attemptNumber() < SparkEnv.get().conf().getInt("spark.task.maxFailures", 4) - 2) {
            throw e;
        }
        doubtful = true;
        IOException cause = Objects.requireNonNull(e.getCause());
        return new InputException(e.getMessage() + ": " + Stores.reason(cause), cause);
    }

    /// The line of an outcome, with what was said on the way.
    String line(Outcome outcome, String settings) {
        List<String> notes = List.of();
        if (!said.getBuffer().isEmpty()) {
            notes = new ArrayList<>(said.toString().lines().toList());
            said.getBuffer().setLength(0);
        }
        return OutcomeLine.of(outcome, settings, notes).text() + '\n';
    }

    /// A name under which a file is written before it is whole.
    ///
    /// @param count a number that no other file of the attempt has
    Address attempt(Address target, int count) {
        return order.attempt(target, task.taskAttemptId(), count);
    }
}
