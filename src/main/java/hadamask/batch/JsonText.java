package hadamask.batch;

import hadamask.image.Rectangle;
import hadamask.segment.ColorClusters;
import hadamask.segment.Evidence;
import hadamask.segment.GrayClusters;
import hadamask.segment.LocalLevels;
import hadamask.segment.NetworkMask;
import hadamask.segment.ObjectCut;
import hadamask.segment.Statistics;
import hadamask.segment.cluster.Certificate;
import hadamask.segment.cluster.Clusters;
import hadamask.segment.cluster.Clusters.Cluster;
import hadamask.segment.plane.AlphaUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Statistics and times as the journal writes them: every component of the records, so that they can be read again.
final class JsonText {
    private JsonText() {
    }

    static void write(JsonGenerator json, Statistics s) {
        json.writeStartObject();
        json.writeNumberProperty("width", s.width());
        json.writeNumberProperty("height", s.height());
        json.writeNumberProperty("bitDepth", s.bitDepth());
        switch (s.evidence()) {
            case GrayClusters found -> write(json, found);
            case LocalLevels found -> EvidenceText.write(json, found);
            case ColorClusters found -> EvidenceText.write(json, found);
            case ObjectCut found -> EvidenceText.write(json, found);
            case NetworkMask found -> EvidenceText.write(json, found);
        }
        json.writeNumberProperty("foregroundPixels", s.foregroundPixels());
        Rectangle box = s.boundingBox();
        if (box != null) {
            json.writeArrayPropertyStart("box");
            for (int number : new int[]{box.x(), box.y(), box.width(), box.height()}) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        }
        json.writeNumberProperty("regions", s.regions());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, GrayClusters found) {
        Clusters clusters = found.clusters();
        EvidenceText.write(json, found.plane());
        json.writeStringProperty("alpha", found.alpha().name());
        json.writeArrayPropertyStart("clusters");
        for (Cluster cluster : clusters.all()) {
            json.writeStartArray();
            json.writeNumber(cluster.centroid());
            json.writeNumber(cluster.pixels());
            json.writeNumber(cluster.lastLevel());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("thresholds");
        clusters.thresholds().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeNumberProperty("maxLevel", clusters.maxLevel());
        json.writeNumberProperty("wcss", clusters.wcss());
        Certificate certificate = clusters.certificate();
        if (certificate != null) {
            json.writeStringProperty("kmeans", certificate.verdict().name());
            json.writeNumberProperty("kmeansWcss", certificate.kmeansWcss());
        }
        json.writeArrayPropertyStart("foreground");
        found.foreground().forEach(json::writeBoolean);
        json.writeEndArray();
    }

    /// The statistics of an object that was read; null when there is none.
    ///
    /// @throws RuntimeException if it is none that [#write(JsonGenerator, Statistics)] wrote
    static @Nullable Statistics statistics(@Nullable Object read) {
        if (!(read instanceof Map<?, ?> map)) {
            return null;
        }
        Evidence evidence = evidence(map);
        List<?> box = map.containsKey("box") ? list(map, "box") : null;
        return new Statistics(whole(map.get("width")), whole(map.get("height")), whole(map.get("bitDepth")), evidence,
                whole(map.get("foregroundPixels")),
                box == null
                        ? null
                        : new Rectangle(whole(box.get(0)), whole(box.get(1)), whole(box.get(2)), whole(box.get(3))),
                whole(map.get("regions")));
    }

    /// Each kind has a field that no other has.
    private static Evidence evidence(Map<?, ?> map) {
        if (map.containsKey("rule")) {
            return EvidenceText.local(map);
        }
        if (map.containsKey("features")) {
            return EvidenceText.colors(map);
        }
        if (map.containsKey("network")) {
            return EvidenceText.network(map);
        }
        return map.containsKey("parts") ? EvidenceText.cut(map) : gray(map);
    }

    private static Evidence gray(Map<?, ?> map) {
        List<Cluster> clusters = new ArrayList<>();
        for (Object cluster : list(map, "clusters")) {
            List<?> parts = (List<?>) cluster;
            clusters.add(new Cluster(real(parts.get(0)), ((Number) parts.get(1)).longValue(), whole(parts.get(2))));
        }
        List<Double> thresholds = new ArrayList<>();
        list(map, "thresholds").forEach(value -> thresholds.add(real(value)));
        List<Boolean> foreground = new ArrayList<>();
        list(map, "foreground").forEach(value -> foreground.add((Boolean) value));
        Certificate certificate = map.containsKey("kmeans")
                ? new Certificate(Certificate.Verdict.valueOf(String.valueOf(map.get("kmeans"))),
                        real(map.get("kmeansWcss")))
                : null;
        return new GrayClusters(EvidenceText.plane(map),
                AlphaUse.valueOf(String.valueOf(map.get("alpha"))),
                new Clusters(clusters, thresholds, whole(map.get("maxLevel")), real(map.get("wcss")), certificate),
                foreground);
    }

    static void write(JsonGenerator json, Measured measured) {
        json.writeStartObject();
        json.writeArrayPropertyStart("columns");
        measured.columns().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("values");
        for (double value : measured.values()) {
            if (value == (long) value && Math.abs(value) < 1L << 53
                    && Double.doubleToRawLongBits(value) != Long.MIN_VALUE) {
                json.writeNumber((long) value);
            } else {
                json.writeNumber(value);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// What was measured, without the notes; null when there is none.
    ///
    /// @throws RuntimeException if it is none that [#write(JsonGenerator, Measured)] wrote
    static @Nullable Measured measured(@Nullable Object read) {
        if (!(read instanceof Map<?, ?> map)) {
            return null;
        }
        List<String> columns = new ArrayList<>();
        list(map, "columns").forEach(name -> columns.add(String.valueOf(name)));
        double[] values = list(map, "values").stream().mapToDouble(JsonText::real).toArray();
        if (columns.isEmpty() ? values.length != 0 : values.length % columns.size() != 0) {
            throw new IllegalArgumentException(values.length + " numbers in rows of " + columns.size());
        }
        return new Measured(columns, values, List.of());
    }

    static Map<String, Double> seconds(@Nullable Object read) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        if (read instanceof Map<?, ?> map) {
            map.forEach((stage, time) -> seconds.put(String.valueOf(stage), real(time)));
        }
        return seconds;
    }

    /// The value at which a parser stands: a map, a list, a string, a number, a truth value or null.
    static @Nullable Object read(JsonParser json) {
        JsonToken token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    map.put(name, read(json));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(json));
                }
                yield list;
            }
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    static List<?> list(Map<?, ?> map, String name) {
        return (List<?>) Objects.requireNonNull(map.get(name));
    }

    static int whole(@Nullable Object number) {
        return ((Number) Objects.requireNonNull(number)).intValue();
    }

    static double real(@Nullable Object number) {
        // What is no number is written as a word.
        return number instanceof String word
                ? Double.parseDouble(word)
                : ((Number) Objects.requireNonNull(number)).doubleValue();
    }
}
