import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Measures `distances --knn 10` and `mahalanobis` on one machine with two threads, and on a cluster of two workers of one core each: seconds, processor
/// time of all processes, the largest memory of one. The results are compared, byte for byte.
public final class SparkTables {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();

    private final Path top;
    private final Path folder;
    private final String memory;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> running = new ArrayList<>();

    private SparkTables(Path top, Path folder, String memory) {
        this.top = top;
        this.folder = folder;
        this.memory = memory;
        environment.putAll(Map.of("SPARK_HOME", top.resolve("target/spark").toString(), "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1", "JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C.UTF-8",
                "HADAMASK_BUILD", "no", "HADAMASK_JAVA", System.getProperty("java.home")));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        String kept = options.get("--keep");
        Path folder = kept == null ? Files.createTempDirectory("spark-tables") : Files.createDirectories(Path.of(kept));
        SparkTables measure = new SparkTables(Path.of(args[0]).toAbsolutePath().normalize(), folder.toAbsolutePath(),
                options.getOrDefault("--memory", "2g"));
        try {
            int rows = Integer.parseInt(options.getOrDefault("--rows", "200000"));
            int columns = Integer.parseInt(options.getOrDefault("--columns", "32"));
            int many = Integer.parseInt(options.getOrDefault("--long", "10000000"));
            System.out.println("command,rows,columns,where,seconds,processor seconds,largest process MB");
            Path table = measure.text(rows, columns);
            measure.both("distances", "near.csv", rows, columns, table, "--no-headers", "--knn", "10");
            if (many > 0) {
                Path array = measure.array(many, 16);
                measure.both("mahalanobis", "far.csv", many, 16, array);
            }
        } finally {
            measure.end();
            if (kept == null) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(path);
                    }
                }
            }
        }
    }

    private Path text(int rows, int columns) throws IOException {
        Path file = folder.resolve("v-" + rows + "-" + columns + ".csv");
        if (!Files.exists(file)) {
            SplittableRandom random = new SplittableRandom(1);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                for (int i = 0; i < rows; i++) {
                    StringBuilder line = new StringBuilder();
                    for (int j = 0; j < columns; j++) {
                        line.append(j == 0 ? "" : ",").append(Math.rint(1e5 * random.nextGaussian()) / 1e5);
                    }
                    out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        return file;
    }

    private Path array(int rows, int columns) throws IOException {
        Path file = folder.resolve("v-" + rows + "-" + columns + ".npy");
        if (!Files.exists(file)) {
            SplittableRandom random = new SplittableRandom(2);
            String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                out.write(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
                out.write(String.format("%-117s\n", header).getBytes(StandardCharsets.US_ASCII));
                ByteBuffer row = ByteBuffer.allocate(columns * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < rows; i++) {
                    row.clear();
                    double common = random.nextGaussian();
                    for (int j = 0; j < columns; j++) {
                        row.putDouble(100 * j + common + random.nextGaussian());
                    }
                    out.write(row.array());
                }
            }
        }
        return file;
    }

    private void both(String command, String output, int rows, int columns, Path table, String... options)
            throws IOException, InterruptedException {
        Path one = folder.resolve("one-" + output);
        Path many = folder.resolve("many-" + output);
        List<String> alone = new ArrayList<>(List.of(top.resolve("scripts/hadamask").toString(), command));
        alone.addAll(List.of(options));
        alone.addAll(List.of(table.toString(), "-j", "2", "-o", one.toString()));
        report(command, rows, columns, "one machine with -j 2", () -> run(alone));
        report(command, rows, columns, "two workers", () -> {
            String master = begin();
            List<String> words = new ArrayList<>(List.of(top.resolve("scripts/hadamask-spark").toString(), "--master",
                    master, "--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.ui.enabled=false", "--conf",
                    "spark.executor.memory=" + memory, command));
            words.addAll(List.of(options));
            words.addAll(List.of(table.toString(), "-o", many.toString()));
            long begun = System.nanoTime();
            run(words);
            double seconds = (System.nanoTime() - begun) / 1e9;
            end();
            return seconds;
        });
        if (Files.mismatch(one, many) >= 0) {
            throw new IllegalStateException(one + " and " + many + " differ");
        }
    }

    private interface Work {
        double seconds() throws IOException, InterruptedException;
    }

    private void report(String command, int rows, int columns, String where, Work work)
            throws IOException, InterruptedException {
        double before = processor();
        try (Watch watch = new Watch()) {
            double seconds = work.seconds();
            System.out.printf(Locale.ROOT, "%s,%d,%d,%s,%.1f,%.1f,%d%n", command, rows, columns, where, seconds,
                    processor() - before, watch.largest());
        }
    }

    private double run(List<String> command) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(command + " ended with " + status);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private String begin() throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String master = "spark://127.0.0.1:" + port;
        Path log = folder.resolve("master.log");
        start(log, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", Integer.toString(port),
                "--webui-port", "0");
        for (int i = 0; i < 2; i++) {
            start(folder.resolve("worker-" + i + ".log"), "org.apache.spark.deploy.worker.Worker", "--host",
                    "127.0.0.1", "--cores", "1", "--memory", "8G", "--webui-port", "0", "--work-dir",
                    folder.resolve("work-" + i).toString(), master);
        }
        while (Files.readString(log).lines().filter(line -> line.contains("Registering worker")).count() < 2) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return master;
    }

    private void start(Path log, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx200m", "-cp",
                top.resolve("target/spark/jars") + "/*"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        running.add(builder.start());
    }

    private void end() throws InterruptedException {
        for (Process process : running) {
            process.destroy();
            process.waitFor();
        }
        running.clear();
    }

    /// Processor seconds of all processes below this one that have ended.
    private static double processor() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/self/stat")).replaceFirst(".*\\) ", "").split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }

    /// Looks at the memory of all processes below this one.
    private static final class Watch implements AutoCloseable {
        private volatile boolean over;
        private volatile long largest;
        private final Thread thread = Thread.ofVirtual().start(this::look);

        private void look() {
            while (!over) {
                ProcessHandle.current().descendants().forEach(process -> {
                    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
                        lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(
                                line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).forEach(
                                        size -> largest = Math.max(largest, size));
                    } catch (IOException | java.io.UncheckedIOException e) {
                        // it has ended
                    }
                });
                try {
                    TimeUnit.MILLISECONDS.sleep(500);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        long largest() {
            return largest;
        }

        @Override
        public void close() throws InterruptedException {
            over = true;
            thread.join();
        }
    }
}
