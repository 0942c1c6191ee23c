package hadamask.batch;

import hadamask.image.Rectangle;
import hadamask.segment.ColorClusters;
import hadamask.segment.LocalLevels;
import hadamask.segment.NetworkMask;
import hadamask.segment.ObjectCut;
import hadamask.segment.cluster.ColorFeatures;
import hadamask.segment.local.LocalThreshold;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.BorderPlane;
import hadamask.segment.plane.ColorPlane;
import hadamask.segment.plane.FlattenedPlane;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;
import hadamask.segment.saliency.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// Planes, and the evidence of methods that do not cluster levels, as the journal writes them.
final class EvidenceText {
    private static final String BORDER = "BORDER";

    private EvidenceText() {
    }

    static void write(JsonGenerator json, Plane plane) {
        switch (plane) {
            case GrayScale gray -> json.writeStringProperty("gray", gray.name());
            case ColorPlane color -> json.writeStringProperty("plane", color.name());
            case BorderPlane() -> json.writeStringProperty("plane", BORDER);
            case FlattenedPlane(Plane uneven, int radius) -> {
                write(json, uneven);
                json.writeNumberProperty("flatten", radius);
            }
        }
    }

    static Plane plane(Map<?, ?> map) {
        String name = String.valueOf(map.get("plane"));
        Plane plane = map.containsKey("gray")
                ? GrayScale.valueOf(String.valueOf(map.get("gray")))
                : name.equals(BORDER) ? new BorderPlane() : ColorPlane.valueOf(name);
        return map.containsKey("flatten") ? new FlattenedPlane(plane, JsonText.whole(map.get("flatten"))) : plane;
    }

    static void write(JsonGenerator json, LocalLevels found) {
        write(json, found.plane());
        json.writeStringProperty("alpha", found.alpha().name());
        json.writeStringProperty("rule", found.threshold().rule().name());
        json.writeNumberProperty("window", found.threshold().width());
        json.writeNumberProperty("k", found.threshold().k());
        json.writeArrayPropertyStart("sides");
        for (LocalLevels.Side side : found.sides()) {
            json.writeStartArray();
            json.writeNumber(side.mean());
            json.writeNumber(side.pixels());
            json.writeBoolean(side.foreground());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    static LocalLevels local(Map<?, ?> map) {
        List<LocalLevels.Side> sides = new ArrayList<>();
        for (Object side : JsonText.list(map, "sides")) {
            List<?> parts = (List<?>) side;
            sides.add(new LocalLevels.Side(JsonText.real(parts.get(0)), ((Number) parts.get(1)).longValue(),
                    (Boolean) parts.get(2)));
        }
        return new LocalLevels(plane(map), AlphaUse.valueOf(String.valueOf(map.get("alpha"))),
                new LocalThreshold(LocalThreshold.Rule.valueOf(String.valueOf(map.get("rule"))),
                        JsonText.whole(map.get("window")), JsonText.real(map.get("k"))),
                sides);
    }

    static void write(JsonGenerator json, ObjectCut found) {
        json.writeStringProperty("alpha", found.alpha().name());
        json.writeStringProperty("prior", found.prior());
        json.writeArrayPropertyStart("ground");
        found.orderedGround().forEach(side -> json.writeString(side.name()));
        json.writeEndArray();
        json.writeNumberProperty("centre", found.centre());
        json.writeArrayPropertyStart("region");
        Rectangle region = found.region();
        for (int number : new int[]{region.x(), region.y(), region.width(), region.height()}) {
            json.writeNumber(number);
        }
        json.writeEndArray();
        writeParts(json, found.object(), found.rest());
        json.writeNumberProperty("energy", found.energy());
        json.writeNumberProperty("colors", found.colors());
        json.writeNumberProperty("rounds", found.rounds());
        json.writeNumberProperty("ways", found.ways());
        json.writeNumberProperty("confidence", found.confidence());
    }

    private static void writeParts(JsonGenerator json, ObjectCut.Part... parts) {
        json.writeArrayPropertyStart("parts");
        for (ObjectCut.Part part : parts) {
            json.writeStartArray();
            json.writeNumber(part.saliency());
            json.writeNumber(part.pixels());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static List<ObjectCut.Part> parts(Map<?, ?> map) {
        List<ObjectCut.Part> parts = new ArrayList<>();
        for (Object part : JsonText.list(map, "parts")) {
            List<?> numbers = (List<?>) part;
            parts.add(new ObjectCut.Part(JsonText.real(numbers.get(0)), ((Number) numbers.get(1)).longValue()));
        }
        return parts;
    }

    static void write(JsonGenerator json, NetworkMask found) {
        json.writeStringProperty("alpha", found.alpha().name());
        json.writeStringProperty("network", found.network());
        json.writeNumberProperty("mapWidth", found.width());
        json.writeNumberProperty("mapHeight", found.height());
        writeParts(json, found.object(), found.rest());
    }

    static NetworkMask network(Map<?, ?> map) {
        List<ObjectCut.Part> parts = parts(map);
        return new NetworkMask(AlphaUse.valueOf(String.valueOf(map.get("alpha"))), String.valueOf(map.get("network")),
                JsonText.whole(map.get("mapWidth")), JsonText.whole(map.get("mapHeight")), parts.get(0),
                parts.get(1));
    }

    static ObjectCut cut(Map<?, ?> map) {
        Set<Side> ground = EnumSet.noneOf(Side.class);
        JsonText.list(map, "ground").forEach(side -> ground.add(Side.valueOf(String.valueOf(side))));
        List<ObjectCut.Part> parts = parts(map);
        List<Integer> region = JsonText.list(map, "region").stream().map(JsonText::whole).toList();
        return new ObjectCut(AlphaUse.valueOf(String.valueOf(map.get("alpha"))), String.valueOf(map.get("prior")),
                ground,
                JsonText.real(map.get("centre")),
                new Rectangle(region.get(0), region.get(1), region.get(2), region.get(3)), parts.get(0), parts.get(1),
                JsonText.real(map.get("energy")), JsonText.whole(map.get("colors")),
                JsonText.whole(map.get("rounds")), JsonText.whole(map.get("ways")),
                JsonText.real(map.get("confidence")));
    }

    static void write(JsonGenerator json, ColorClusters found) {
        json.writeStringProperty("features", found.features().name());
        json.writeStringProperty("alpha", found.alpha().name());
        json.writeArrayPropertyStart("groups");
        for (ColorClusters.Group group : found.groups()) {
            json.writeStartArray();
            json.writeNumber(group.red());
            json.writeNumber(group.green());
            json.writeNumber(group.blue());
            json.writeNumber(group.pixels());
            json.writeBoolean(group.foreground());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeNumberProperty("wcss", found.wcss());
        json.writeNumberProperty("kmeansWcss", found.kmeansWcss());
    }

    static ColorClusters colors(Map<?, ?> map) {
        List<ColorClusters.Group> groups = new ArrayList<>();
        for (Object group : JsonText.list(map, "groups")) {
            List<?> parts = (List<?>) group;
            groups.add(new ColorClusters.Group(JsonText.real(parts.get(0)), JsonText.real(parts.get(1)),
                    JsonText.real(parts.get(2)), ((Number) parts.get(3)).longValue(), (Boolean) parts.get(4)));
        }
        return new ColorClusters(ColorFeatures.valueOf(String.valueOf(map.get("features"))),
                AlphaUse.valueOf(String.valueOf(map.get("alpha"))), groups, JsonText.real(map.get("wcss")),
                JsonText.real(map.get("kmeansWcss")));
    }
}
