package hadamask.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/// Spark, which is started when there is work for it: not to find that options are wrong.
final class Session implements AutoCloseable {
    private final SparkConf conf;
    private final Configuration hadoop;
    private @Nullable JavaSparkContext context;

    /// @param memory bytes that an executor may take; 0 where nobody has said it
    Session(SparkConf conf, long memory) {
        this.conf = conf;
        conf.setIfMissing("spark.master", "local[*]");
        conf.setIfMissing("spark.app.name", "hadamask");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        // Names of files are text in UTF-8; without a locale Java would take them for ASCII.
        conf.setIfMissing("spark.executorEnv.LC_ALL", "C.UTF-8");
        if (memory > 0 && !conf.get("spark.master").startsWith("local")) {
            long heap = heap(memory);
            conf.set("spark.executor.memory", heap + "k");
            conf.set("spark.executor.memoryOverhead", ((memory >> 10) - heap) + "k");
        }
        hadoop = SparkHadoopUtil.get().newConfiguration(conf);
    }

    /// Kilobytes of the heap of a process that may take as many bytes: what stands beside it, as the program's launcher has measured it for a
    /// batch, and what Spark keeps.
    static long heap(long memory) {
        long kilobytes = memory >> 10;
        return kilobytes - kilobytes / 32 * 3 - 98_304 - 65_536;
    }

    /// Whether executors are threads of this process.
    boolean isLocal() {
        return conf.get("spark.master").startsWith("local");
    }

    /// A size among the settings.
    ///
    /// @param usual what it is where nobody has said it
    long bytes(String key, String usual) {
        return conf.getSizeAsBytes(key, usual);
    }

    Configuration hadoop() {
        return hadoop;
    }

    JavaSparkContext spark() {
        JavaSparkContext running = context;
        if (running == null) {
            running = new JavaSparkContext(conf);
            context = running;
        }
        return running;
    }

    SparkSession sql() {
        return SparkSession.builder().config(spark().getConf()).getOrCreate();
    }

    /// Cores that the cluster has, or has promised.
    int cores() {
        return Math.max(1, spark().defaultParallelism());
    }

    @Override
    public void close() {
        if (context != null) {
            context.stop();
        }
    }
}
