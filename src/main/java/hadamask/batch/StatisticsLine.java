package hadamask.batch;

import hadamask.file.Plain;
import hadamask.image.Rectangle;
import hadamask.segment.ColorClusters;
import hadamask.segment.GrayClusters;
import hadamask.segment.LocalLevels;
import hadamask.segment.NetworkMask;
import hadamask.segment.ObjectCut;
import hadamask.segment.Statistics;
import hadamask.segment.cluster.Certificate;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.Clusters.Cluster;
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
                "clusterForeground", "threshold", "wcss", "globalOptimum", "kmeans", "kmeansWcss", "energy",
                "confidence",
                "foregroundPixels",
                "foregroundFraction",
                "boxX", "boxY", "boxWidth", "boxHeight", "regions", "seconds"));
    }

    /// The same as a line of CSV: what clusters have is one column, its values parted by blanks; seconds are those of all
    /// stages together.
    static String csv(String input, @Nullable String output, Statistics s, Map<String, Double> seconds) {
        List<Object> fields = new ArrayList<>(List.of(input, output == null ? "" : output, s.width(), s.height(),
                s.bitDepth()));
        fields.addAll(switch (s.evidence()) {
            case GrayClusters found -> fields(found);
            case LocalLevels found -> fields(found);
            case ColorClusters found -> fields(found);
            case ObjectCut found -> fields(found);
            case NetworkMask found -> fields(found);
        });
        fields.add(s.foregroundPixels());
        fields.add(s.foregroundFraction());
        Rectangle box = s.boundingBox();
        fields.addAll(box == null
                ? List.of("", "", "", "")
                : List.of(box.x(), box.y(), box.width(), box.height()));
        fields.add(s.regions());
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        fields.add(Math.round(all * 1e6) / 1e6);
        return CsvLine.of(fields);
    }

    private static List<Object> fields(GrayClusters found) {
        List<Cluster> clusters = found.clusters().all();
        return List.of(parted(clusters.stream().map(cluster -> number(cluster.centroid()))),
                parted(clusters.stream().map(Cluster::pixels)), parted(found.foreground().stream()),
                parted(found.clusters().thresholds().stream().map(StatisticsLine::number)), found.clusters().wcss(),
                found.clusters().globalOptimum(), kmeans(found), kmeansWcss(found), "", "");
    }

    private static List<Object> fields(LocalLevels found) {
        List<LocalLevels.Side> sides = found.sides();
        return List.of(parted(sides.stream().map(side -> number(side.mean()))),
                parted(sides.stream().map(LocalLevels.Side::pixels)),
                parted(sides.stream().map(LocalLevels.Side::foreground)), found.threshold().word(), "", false,
                "", "", "", "");
    }

    private static List<Object> fields(ColorClusters found) {
        List<ColorClusters.Group> groups = found.groups();
        return List.of(parted(groups.stream().map(ColorClusters.Group::hex)),
                parted(groups.stream().map(ColorClusters.Group::pixels)),
                parted(groups.stream().map(ColorClusters.Group::foreground)), "", found.wcss(), false, "",
                found.kmeansWcss(), "", "");
    }

    private static List<Object> fields(ObjectCut found) {
        return List.of(number(found.rest().saliency()) + " " + number(found.object().saliency()),
                found.rest().pixels() + " " + found.object().pixels(), "false true", "", "", false, "", "",
                found.energy(), Double.isNaN(found.confidence()) ? "" : found.confidence());
    }

    private static List<Object> fields(NetworkMask found) {
        return List.of(number(found.rest().saliency()) + " " + number(found.object().saliency()),
                found.rest().pixels() + " " + found.object().pixels(), "false true", "", "", false, "", "", "", "");
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
                case LocalLevels found -> write(json, found);
                case ColorClusters found -> write(json, found);
                case ObjectCut found -> write(json, found);
                case NetworkMask found -> write(json, found);
            }
            writeMask(json);
            json.writeObjectPropertyStart("seconds");
            seconds.forEach((stage, time) -> json.writeNumberProperty(stage, Math.round(time * 1e6) / 1e6));
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, LocalLevels found) {
        json.writeArrayPropertyStart("clusters");
        for (LocalLevels.Side side : found.sides()) {
            json.writeStartObject();
            writeNumber(json, "centroid", side.mean());
            json.writeNumberProperty("pixels", side.pixels());
            json.writeBooleanProperty("foreground", side.foreground());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("threshold", found.threshold().word());
    }

    private static void write(JsonGenerator json, ObjectCut found) {
        json.writeStringProperty("method", "graphcut");
        if (!found.prior().equals(ObjectCut.SALIENCY)) {
            json.writeStringProperty("prior", found.prior());
        }
        json.writeArrayPropertyStart("ground");
        found.orderedGround().forEach(side -> json.writeString(side.name().toLowerCase(Locale.ROOT)));
        json.writeEndArray();
        json.writeNumberProperty("centre", found.centre());
        json.writeNumberProperty("ways", found.ways());
        writeNumber(json, "confidence", found.confidence());
        json.writeArrayPropertyStart("region");
        Rectangle region = found.region();
        for (int number : new int[]{region.x(), region.y(), region.width(), region.height()}) {
            json.writeNumber(number);
        }
        json.writeEndArray();
        writeNumber(json, "objectSaliency", found.object().saliency());
        writeNumber(json, "groundSaliency", found.rest().saliency());
        json.writeNumberProperty("energy", found.energy());
        json.writeNumberProperty("colors", found.colors());
        json.writeNumberProperty("rounds", found.rounds());
    }

    private static void write(JsonGenerator json, NetworkMask found) {
        json.writeStringProperty("method", "network");
        json.writeStringProperty("network", found.network());
        json.writeArrayPropertyStart("map");
        json.writeNumber(found.width());
        json.writeNumber(found.height());
        json.writeEndArray();
        writeNumber(json, "objectProbability", found.object().saliency());
        writeNumber(json, "groundProbability", found.rest().saliency());
    }

    private static void write(JsonGenerator json, ColorClusters found) {
        json.writeStringProperty("features", found.features().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("clusters");
        for (ColorClusters.Group group : found.groups()) {
            json.writeStartObject();
            json.writeStringProperty("color", group.hex());
            json.writeNumberProperty("pixels", group.pixels());
            json.writeBooleanProperty("foreground", group.foreground());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("wcss", found.wcss());
        json.writeBooleanProperty("globalOptimum", false);
        json.writeNumberProperty("kmeansWcss", found.kmeansWcss());
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
