package hadamask.cli.image.measure;

import hadamask.cli.option.OptionValues;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What `measure` can measure beside what it always does.
public enum MeasureGroup {
    /// Circularity, convex area, Feret diameters, Euler number.
    SHAPE,
    /// Hu's seven moments.
    HU,
    /// Regions that are touched, the distance to the nearest.
    NEIGHBOURS,
    /// Percentiles of the grey, its sum, the ground.
    GRAYS,
    /// The grey of a ring around each region, and what is above it.
    BACKGROUND;

    /// Names between commas, `all`, or `none`.
    public static Set<MeasureGroup> of(String value) {
        Set<MeasureGroup> groups = EnumSet.noneOf(MeasureGroup.class);
        for (String word : value.split(",", -1)) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "all" -> groups.addAll(EnumSet.allOf(MeasureGroup.class));
                case "none" -> groups.clear();
                case "shape" -> groups.add(SHAPE);
                case "hu" -> groups.add(HU);
                case "neighbours", "neighbors" -> groups.add(NEIGHBOURS);
                case "grays", "greys" -> groups.add(GRAYS);
                case "background" -> groups.add(BACKGROUND);
                default -> throw OptionValues.unexpected(word, "all, none or names between commas of shape, hu, neighbours,"
                        + " grays, background", Stream.concat(Stream.of(values()).map(group -> group.name().toLowerCase(Locale.ROOT)),
                                Stream.of("all")).toList());
            }
        }
        return groups;
    }
}
