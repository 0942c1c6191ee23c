package hadamask.spark;

import hadamask.cli.table.PairCommand;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.LongAccumulator;

/// Writes the pairs of a share of the rows to a file of its own, without what stands above them.
///
/// @param folder of the parts
/// @param parts how many there are
/// @param header what stands above the pairs
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record PairTask(PairPart part, Address folder, int parts, byte[] header, LongAccumulator done)
        implements
            VoidFunction<Integer> {
    /// The file of a part.
    static Address file(Address folder, int number) {
        return folder.resolve(String.format("part-%07d", number));
    }

    @Override
    public void call(Integer number) throws IOException {
        TaskContext task = TaskContext.get();
        Configuration settings = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
        PairPart.Written written = part.write(new PairCommand.Share(number, parts), Math.max(1, task.cpus()), settings);
        byte[] bytes = written.bytes();
        if (written.status() != 0) {
            throw new IOException(written.said());
        }
        if (bytes.length < header.length || !Arrays.equals(bytes, 0, header.length, header, 0, header.length)) {
            throw new IOException("part " + number + " begins otherwise than the first");
        }
        Stores stores = new Stores(settings);
        stores.write(file(folder, number), folder.resolve("attempt-" + task.taskAttemptId()),
                Arrays.copyOfRange(bytes, header.length, bytes.length));
        done.add(1);
    }
}
