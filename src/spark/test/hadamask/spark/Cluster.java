package hadamask.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A standalone cluster of a master and two workers of a core each, as processes on this machine, with HDFS.
///
/// @param folder for what its processes write and tests make
/// @param master its address
/// @param hdfs the address of the store
record Cluster(Path folder, Processes processes, String master, String hdfs, List<Processes.Running> workers) {
    static final Path TOP = Path.of(System.getProperty("top", "../..")).toAbsolutePath().normalize();
    static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();
    static final Cluster NONE = new Cluster(Path.of(""), new Processes(Path.of("")), "", "", List.of());
    private static final Path HOME = TOP.resolve("target/spark");
    static final Map<String, String> ENVIRONMENT = Map.of("SPARK_HOME", HOME.toString(), "SPARK_SCALA_VERSION", "2.13",
            "SPARK_LOCAL_IP", "127.0.0.1", "JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C.UTF-8");

    /// Starts it before the first test that asks for it, and ends it after the last of all classes.
    static final class Started implements ParameterResolver {
        private record Resource(Cluster cluster) implements AutoCloseable {
            @Override
            public void close() throws IOException {
                try {
                    cluster.end();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("the end was interrupted", e);
                }
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Cluster.class;
        }

        @Override
        public Cluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Cluster.class, key -> new Resource(start()), Resource.class).cluster();
        }
    }

    private static Cluster start() {
        Path folder;
        try {
            folder = Files.createTempDirectory("hadamask-cluster");
        } catch (IOException e) {
            throw new IllegalStateException("no folder", e);
        }
        Processes processes = new Processes(folder);
        try {
            return start(folder, processes);
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            try {
                processes.end();
            } catch (InterruptedException interrupted) {
                e.addSuppressed(interrupted);
            }
            throw new IllegalStateException("no cluster", e);
        }
    }

    private static Cluster start(Path folder, Processes processes) throws IOException, InterruptedException {
        Processes.Running store = processes.start(ENVIRONMENT, List.of(JAVA, "-Xmx300m", "-cp",
                System.getProperty("java.class.path"), MiniStore.class.getName(), folder.resolve("hdfs").toString()));
        int port = freePort();
        Processes.Running master = spark(processes, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1",
                "--port", Integer.toString(port), "--webui-port", "0");
        List<Processes.Running> workers = new ArrayList<>();
        Cluster cluster = new Cluster(folder, processes, "spark://127.0.0.1:" + port,
                Processes.word(store, "address "), workers);
        workers.add(cluster.worker(0));
        workers.add(cluster.worker(1));
        Processes.await("two workers", master,
                () -> master.said().lines().filter(line -> line.contains("Registering worker")).count() == 2);
        return cluster;
    }

    /// Starts a worker.
    Processes.Running worker(int number) throws IOException {
        return spark(processes, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1",
                "--memory", "1G", "--webui-port", "0", "--work-dir", folder.resolve("work-" + number).toString(),
                master);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Processes.Running spark(Processes processes, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx200m", "-cp", HOME + "/jars/*", main));
        command.addAll(List.of(arguments));
        return processes.start(ENVIRONMENT, command);
    }

    private void end() throws IOException, InterruptedException {
        processes.end();
        if (workers.stream().anyMatch(worker -> worker.process().isAlive())) {
            throw new IllegalStateException("a worker has not ended");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
