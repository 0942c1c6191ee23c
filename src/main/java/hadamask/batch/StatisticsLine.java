package hadamask.batch;

import hadamask.file.Plain;
import hadamask.image.Rectangle;
import hadamask.segment.Certificate;
import hadamask.segment.Clusters;
import hadamask.segment.Clusters.Cluster;
import hadamask.segment.GrayClusters;
import hadamask.segment.Statistics;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The statistics of one image as one line: JSON or CSV.
final class StatisticsLine {
    private final Statistics statistics;

    private StatisticsLine(Statistics statistics) {
        this.statistics = statistics;
    }

    /// @param input the argument that names the image
    /// @param output where its cut-out went; null when none was written
    /// @param seconds the time that each stage took
    static String of(String input, @Nullable String output, Statistics statistics, Map<String, Double> seconds) {
        return Plain.text(new StatisticsLine(statistics).toJson(input, output, seconds));
    }

    /// The names of the columns of [#csv(String, String, Statistics, Map)].
    static String csvHeader() {
        return CsvLine.of(List.of("input", "output", "width", "height", "bitDepth", "centroids", "clusterPixels",
                "clusterForeground", "threshold", "wcss", "globalOptimum", "kmeans", "kmeansWcss", "foregroundPixels",
                "foregroundFraction",
                "boxX", "boxY", "boxWidth", "boxHeight", "regions", "seconds"));
    }

    /// The same as a line of CSV: what clusters have is one column, its values parted by blanks; seconds are those of all
    /// stages together.
    static String csv(String input, @Nullable String output, Statistics s, Map<String, Double> seconds) {
        GrayClusters found = gray(s);
        List<Cluster> clusters = found.clusters().all();
        List<Object> fields = new ArrayList<>(List.of(input, output == null ? "" : output, s.width(), s.height(),
                s.bitDepth(),
                parted(clusters.stream().map(cluster -> number(cluster.centroid()))),
                parted(clusters.stream().map(Cluster::pixels)), parted(found.foreground().stream()),
                parted(found.clusters().thresholds().stream().map(StatisticsLine::number)), found.clusters().wcss(),
                found.clusters().globalOptimum(), kmeans(found), kmeansWcss(found), s.foregroundPixels(),
                s.foregroundFraction()));
        Rectangle box = s.boundingBox();
        fields.addAll(box == null
                ? List.of("", "", "", "")
                : List.of(box.x(), box.y(), box.width(), box.height()));
        fields.add(s.regions());
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        fields.add(Math.round(all * 1e6) / 1e6);
        return CsvLine.of(fields);
    }

    private static GrayClusters gray(Statistics s) {
        return switch (s.evidence()) {
            case GrayClusters found -> found;
        };
    }

    /// Whether the global optimum confirmed or corrected what K-Means found; nothing where it did not run.
    private static String kmeans(GrayClusters found) {
        Certificate certificate = found.clusters().certificate();
        return certificate == null ? "" : word(certificate.verdict());
    }

    private static Object kmeansWcss(GrayClusters found) {
        Certificate certificate = found.clusters().certificate();
        return certificate == null ? "" : certificate.kmeansWcss();
    }

    private static String word(Certificate.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String parted(Stream<?> values) {
        return values.map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "nan" : Double.toString(value);
    }

    private String toJson(String input, @Nullable String output, Map<String, Double> seconds) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("input", input);
            if (output == null) {
                json.writeNullProperty("output");
            } else {
                json.writeStringProperty("output", output);
            }
            json.writeNumberProperty("width", statistics.width());
            json.writeNumberProperty("height", statistics.height());
            json.writeNumberProperty("bitDepth", statistics.bitDepth());
            switch (statistics.evidence()) {
                case GrayClusters found -> write(json, found);
            }
            writeMask(json);
            json.writeObjectPropertyStart("seconds");
            seconds.forEach((stage, time) -> json.writeNumberProperty(stage, Math.round(time * 1e6) / 1e6));
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, GrayClusters found) {
        Clusters clusters = found.clusters();
        json.writeArrayPropertyStart("clusters");
        for (int c = 0; c < clusters.size(); c++) {
            Cluster cluster = clusters.all().get(c);
            json.writeStartObject();
            writeNumber(json, "centroid", cluster.centroid());
            json.writeNumberProperty("pixels", cluster.pixels());
            json.writeBooleanProperty("foreground", found.foreground().get(c));
            json.writeEndObject();
        }
        json.writeEndArray();
        if (clusters.size() == 2) {
            writeNumber(json, "threshold", clusters.thresholds().getFirst());
        } else {
            json.writeArrayPropertyStart("threshold");
            clusters.thresholds().forEach(json::writeNumber);
            json.writeEndArray();
        }
        json.writeNumberProperty("wcss", clusters.wcss());
        json.writeBooleanProperty("globalOptimum", clusters.globalOptimum());
        Certificate certificate = clusters.certificate();
        if (certificate != null) {
            json.writeStringProperty("kmeans", word(certificate.verdict()));
            json.writeNumberProperty("kmeansWcss", certificate.kmeansWcss());
        }
    }

    private void writeMask(JsonGenerator json) {
        json.writeNumberProperty("foregroundPixels", statistics.foregroundPixels());
        json.writeNumberProperty("foregroundFraction", statistics.foregroundFraction());
        Rectangle box = statistics.boundingBox();
        if (box == null) {
            json.writeNullProperty("boundingBox");
        } else {
            json.writeArrayPropertyStart("boundingBox");
            for (int number : new int[]{box.x(), box.y(), box.width(), box.height()}) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        }
        json.writeNumberProperty("regions", statistics.regions());
    }

    private static void writeNumber(JsonGenerator json, String name, double value) {
        if (Double.isNaN(value)) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}
