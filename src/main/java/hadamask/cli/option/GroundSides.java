package hadamask.cli.option;

import hadamask.segment.saliency.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `--ground` says: the sides of a picture that show ground.
///
/// @param sides those that were named; none when the picture decides
public record GroundSides(Set<Side> sides) {
    /// The picture decides.
    public static final GroundSides AUTO = new GroundSides(EnumSet.noneOf(Side.class));
    /// Every side.
    public static final GroundSides ALL = new GroundSides(EnumSet.allOf(Side.class));

    public GroundSides {
        sides = Set.copyOf(sides);
    }

    /// The sides of a word such as `top,left,right`, all or auto.
    public static GroundSides of(String word) {
        if (word.equalsIgnoreCase("all")) {
            return ALL;
        }
        if (word.equalsIgnoreCase("auto")) {
            return AUTO;
        }
        Set<Side> sides = EnumSet.noneOf(Side.class);
        for (String name : word.split(",", -1)) {
            sides.add(side(name.strip()));
        }
        return new GroundSides(sides);
    }

    private static Side side(String name) {
        for (Side side : Side.values()) {
            if (name(side).equalsIgnoreCase(name)) {
                return side;
            }
        }
        throw OptionValues.unexpected(name, "auto, all, or some of top, left, bottom and right, as in top,left,right",
                Stream.concat(Stream.of("auto", "all"), Stream.of(Side.values()).map(GroundSides::name)).toList());
    }

    private static String name(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /// As it is written.
    @Override
    public String toString() {
        if (sides.isEmpty()) {
            return "auto";
        }
        return equals(ALL)
                ? "all"
                : EnumSet.copyOf(sides).stream().map(GroundSides::name).collect(Collectors.joining(","));
    }
}
