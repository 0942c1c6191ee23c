package hadamask.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import hadamask.table.number.NumberParser;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
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

/// Reading two million numbers of a table once, in a new virtual machine as a command has it: by [NumberParser], and by
/// FastDoubleParser, which is told where a number ends. Both give the same doubles, or the run fails.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 11, jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:-DoEscapeAnalysis", "-XX:-PartialPeelLoop",
    "-XX:-SplitIfBlocks", "-XX:Tier4MinInvocationThreshold=100"})
@Measurement(iterations = 1)
public class NumbersBenchmark {
    private static final int COUNT = 2_000_000;
    private static final int COLUMNS = 128;

    @Param({"shortest", "decimals"})
    private String kind = "shortest";

    private byte[] text = new byte[0];
    private long expected;

    /// Writes the rows.
    @Setup
    public void write() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= COUNT; i++) {
            double value = random.nextDouble() * 10;
            String number = kind.equals("shortest")
                    ? String.valueOf(value)
                    : String.format(Locale.ROOT, "%.4f", value);
            expected = 31 * expected + Double.doubleToRawLongBits(Double.parseDouble(number));
            rows.append(number).append(i % COLUMNS == 0 ? '\n' : ',');
        }
        text = rows.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void check(long found) {
        if (found != expected) {
            throw new AssertionError("other doubles");
        }
    }

    /// By [NumberParser].
    @Benchmark
    public void own() {
        NumberParser numbers = new NumberParser(text);
        long found = 0;
        for (int at = 0; at < text.length; at = numbers.end() + 1) {
            found = 31 * found + Double.doubleToRawLongBits(numbers.prefix(at, text.length));
        }
        check(found);
    }

    /// By the library.
    @Benchmark
    public void fastDoubleParser() {
        long found = 0;
        int end;
        for (int at = 0; at < text.length; at = end + 1) {
            end = end(at);
            found = 31 * found + Double.doubleToRawLongBits(JavaDoubleParser.parseDouble(text, at, end - at));
        }
        check(found);
    }

    private int end(int from) {
        int k = from;
        while (k < text.length && text[k] != ',' && text[k] != '\n') {
            k++;
        }
        return k;
    }
}
