package hadamask.distance;

import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.write.Shape;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// All pairs of 2000 rows of 128 numbers, without reading or writing: each pair twice, once, and the ten nearest.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PairwiseBenchmark {
    private static final int ROWS = 2000;
    private static final int COLUMNS = 128;

    @Param({"euclidean", "manhattan", "chebyshev", "cosine", "cube", "canberra", "braycurtis"})
    private String metric = "euclidean";

    @Param({"1", "2"})
    private int threads = 1;

    private Workers workers = new Workers(1);
    private Pairwise pairwise = Pairwise.of(new Metric.Euclidean(), new Matrix(1, 1, new double[1]),
            PairwiseOptions.DEFAULT,
            workers);

    @Setup
    public void prepare() {
        Random random = new Random(1);
        double[] values = random.doubles((long) ROWS * COLUMNS, -1, 1).toArray();
        workers = new Workers(threads);
        pairwise = Pairwise.of(named(), new Matrix(ROWS, COLUMNS, values), PairwiseOptions.DEFAULT, workers);
    }

    private Metric named() {
        return switch (metric) {
            case "manhattan" -> new Metric.Manhattan();
            case "chebyshev" -> new Metric.Chebyshev();
            case "cosine" -> AngleMetric.COSINE;
            case "cube" -> new Metric.Minkowski(3);
            case "canberra" -> RatioMetric.CANBERRA;
            case "braycurtis" -> RatioMetric.BRAY_CURTIS;
            default -> new Metric.Euclidean();
        };
    }

    @TearDown
    public void close() {
        workers.close();
    }

    @Benchmark
    public void rowsInOrder(Blackhole hole) {
        pairwise.rows(Shape.SQUARE, block -> hole.consume(block.values()));
    }

    @Benchmark
    public void eachPairOnce(Blackhole hole) {
        pairwise.panels(panel -> hole.consume(panel.bytes()));
    }

    @Benchmark
    public void tenNearest(Blackhole hole) {
        new PairSearch(pairwise).nearest(10, Double.NaN, pairs -> hole.consume(pairs.values()));
    }
}
