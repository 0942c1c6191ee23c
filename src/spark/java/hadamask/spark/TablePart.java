package hadamask.spark;

import hadamask.cli.table.machines.TableMachines.PartJob;
import hadamask.parallel.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.LongAccumulator;

/// A part of a work on tables, done by one thread.
///
/// @param <R> what becomes of a part
/// @param job sent to each process once
/// @param folder of drafts and parts
/// @param base the folder in which the program was started
record TablePart<R>(Broadcast<? extends PartJob<R>> job, Address folder, String base) implements Function<Integer, R> {
    @Override
    public R call(Integer number) {
        return done(number, settings());
    }

    private static Configuration settings() {
        return SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    }

    private R done(int number, Configuration settings) {
        PartJob<R> work = job.value();
        List<R> result = new ArrayList<>();
        try (Workers alone = new Workers(1)) {
            alone.within(() -> {
                try {
                    result.add(work.part(number, new TableFiles(folder, base, settings)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return result.getFirst();
    }

    /// The file of a part.
    static Address file(Address folder, int number) {
        return folder.resolve(String.format("part-%07d", number));
    }

    /// Has what becomes of a part written to a file of its own.
    record Written(TablePart<byte[]> part, LongAccumulator done) implements VoidFunction<Integer> {
        @Override
        public void call(Integer number) throws IOException {
            Configuration settings = settings();
            long attempt = TaskContext.get().taskAttemptId();
            byte[] content = part.done(number, settings);
            Address folder = part.folder;
            new Stores(settings).write(file(folder, number), folder.resolve("attempt-" + attempt), content);
            done.add(1);
        }
    }
}
