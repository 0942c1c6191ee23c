package hadamask.batch;

import hadamask.image.Rectangle;
import hadamask.segment.Clusters;
import hadamask.segment.Clusters.Cluster;
import hadamask.segment.Statistics;
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
        json.writeArrayPropertyStart("clusters");
        for (Cluster cluster : s.clusters().all()) {
            json.writeStartArray();
            json.writeNumber(cluster.centroid());
            json.writeNumber(cluster.pixels());
            json.writeNumber(cluster.lastLevel());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("thresholds");
        s.clusters().thresholds().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeNumberProperty("maxLevel", s.clusters().maxLevel());
        json.writeNumberProperty("wcss", s.clusters().wcss());
        json.writeBooleanProperty("globalOptimum", s.clusters().globalOptimum());
        json.writeNumberProperty("localWcss", s.clusters().localWcss());
        json.writeArrayPropertyStart("foreground");
        s.foreground().forEach(json::writeBoolean);
        json.writeEndArray();
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

    /// The statistics of an object that was read; null when there is none.
    ///
    /// @throws RuntimeException if it is none that [#write(JsonGenerator, Statistics)] wrote
    static @Nullable Statistics statistics(@Nullable Object read) {
        if (!(read instanceof Map<?, ?> map)) {
            return null;
        }
        List<Cluster> clusters = new ArrayList<>();
        for (Object cluster : list(map, "clusters")) {
            List<?> parts = (List<?>) cluster;
            clusters.add(new Cluster(real(parts.get(0)), ((Number) parts.get(1)).longValue(), whole(parts.get(2))));
        }
        List<Double> thresholds = new ArrayList<>();
        list(map, "thresholds").forEach(value -> thresholds.add(real(value)));
        List<Boolean> foreground = new ArrayList<>();
        list(map, "foreground").forEach(value -> foreground.add((Boolean) value));
        List<?> box = map.containsKey("box") ? list(map, "box") : null;
        return new Statistics(whole(map.get("width")), whole(map.get("height")), whole(map.get("bitDepth")),
                new Clusters(clusters, thresholds, whole(map.get("maxLevel")), real(map.get("wcss")),
                        Boolean.TRUE.equals(map.get("globalOptimum")), real(map.get("localWcss"))),
                foreground, whole(map.get("foregroundPixels")),
                box == null
                        ? null
                        : new Rectangle(whole(box.get(0)), whole(box.get(1)), whole(box.get(2)), whole(box.get(3))),
                whole(map.get("regions")));
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

    private static List<?> list(Map<?, ?> map, String name) {
        return (List<?>) Objects.requireNonNull(map.get(name));
    }

    private static int whole(@Nullable Object number) {
        return ((Number) Objects.requireNonNull(number)).intValue();
    }

    private static double real(@Nullable Object number) {
        // What is no number is written as a word.
        return number instanceof String word
                ? Double.parseDouble(word)
                : ((Number) Objects.requireNonNull(number)).doubleValue();
    }
}
