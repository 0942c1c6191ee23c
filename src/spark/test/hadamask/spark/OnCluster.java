package hadamask.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests on the one cluster that is there while all tests run.
@ExtendWith(Cluster.Started.class)
abstract class OnCluster {
    static final Path TOP = Cluster.TOP;

    Path folder = Path.of("");
    String hdfs = "";
    private Cluster cluster = Cluster.NONE;

    @BeforeEach
    void join(Cluster running) {
        cluster = running;
        folder = running.folder();
        hdfs = running.hdfs();
    }

    /// A job on the cluster, by the launcher.
    Processes.Running submit(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(TOP.resolve("scripts/hadamask-spark").toString(), "--master", cluster.master(),
                        "--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.ui.enabled=false", "--conf",
                        "spark.executor.memory=700m"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        Map<String, String> more = new TreeMap<>(Cluster.ENVIRONMENT);
        more.put("HADAMASK_BUILD", "no");
        more.put("HADAMASK_OPTS", "-Xmx500m");
        more.put("HADAMASK_JAVA", System.getProperty("java.home"));
        return cluster.processes().start(more, command);
    }

    /// The same command on one machine, to its end.
    Processes.Ended alone(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Cluster.JAVA, "-Xmx500m", "--enable-native-access=ALL-UNNAMED",
                "-jar", TOP.resolve("target/hadamask.jar").toString()));
        command.addAll(List.of(arguments));
        return cluster.processes().run(Cluster.ENVIRONMENT, command);
    }

    /// Kills a worker and its executors.
    void kill(int worker) {
        cluster.workers().get(worker).kill();
    }

    /// Starts a worker that was killed.
    void startAgain(int worker) throws IOException {
        cluster.workers().set(worker, cluster.worker(worker));
    }

    FileSystem store() throws IOException {
        return FileSystem.get(URI.create(hdfs), new Configuration());
    }

    /// Puts a file into HDFS.
    void upload(Path file, String to) throws IOException {
        store().copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), new org.apache.hadoop.fs.Path(to));
    }

    Path download(String from, String to) throws IOException {
        Path target = folder.resolve(to);
        store().copyToLocalFile(false, new org.apache.hadoop.fs.Path(from),
                new org.apache.hadoop.fs.Path(target.toUri()), true);
        return target;
    }
}
