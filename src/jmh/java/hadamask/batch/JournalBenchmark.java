package hadamask.batch;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hadamask.image.Rectangle;
import hadamask.segment.Evidence;
import hadamask.segment.GrayClusters;
import hadamask.segment.Statistics;
import hadamask.segment.cluster.Certificate;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.Clusters.Cluster;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

/// The statistics of one image written as JSON and read again, in a new virtual machine: by [JsonText], and by Jackson's
/// databind, which finds the components of records by itself.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 11, jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Measurement(iterations = 1)
public class JournalBenchmark {
    private static final Statistics FOUND = new Statistics(4, 3, 8,
            new GrayClusters(GrayScale.REC709, AlphaUse.IGNORE,
                    new Clusters(List.of(new Cluster(0.1, 5, 10), new Cluster(0.3, 12, 765)), List.of(0.2), 765, 1e-3,
                            new Certificate(Certificate.Verdict.CORRECTED, 1e-3)),
                    List.of(false, true)),
            12, new Rectangle(0, 1, 2, 3), 1);

    /// What tells the kinds of evidence apart.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = GrayClusters.class, name = "gray"))
    private interface Kinds {
    }

    /// Which plane an evidence has: those of others would be told apart as evidence is.
    @JsonDeserialize(as = GrayScale.class)
    private interface Grays {
    }

    private static void check(Object read) {
        if (!FOUND.equals(read)) {
            throw new AssertionError(read);
        }
    }

    /// By [JsonText].
    @Benchmark
    public void own() {
        JsonFactory factory = new JsonFactory();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), text)) {
            JsonText.write(json, FOUND);
        }
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text.toString())) {
            json.nextToken();
            check(JsonText.statistics(JsonText.read(json)));
        }
    }

    /// By the library.
    @Benchmark
    public void databind() {
        JsonMapper mapper = JsonMapper.builder().addMixIn(Evidence.class, Kinds.class)
                .addMixIn(Plane.class, Grays.class).build();
        check(mapper.readValue(mapper.writeValueAsString(FOUND), Statistics.class));
    }
}
