package hadamask.segment.cut;

import hadamask.segment.saliency.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ways in which a photograph is cut when nobody says which: with all sides for ground, or with left and right alone, and with no
/// regard to the middle, or with much.
///
/// Each finds other objects: left and right alone such as stand or hang in the picture, the middle such as have the colours of
/// their surroundings.
public final class CutWays {
    private static final List<Set<Side>> GROUNDS = List.of(EnumSet.allOf(Side.class),
            EnumSet.of(Side.LEFT, Side.RIGHT));
    private static final List<Double> CENTRES = List.of(0.0, 0.5);

    private CutWays() {
    }

    /// The ways that are open.
    ///
    /// @param base all else; where it has hints, a person has decided, and what is not given is that of these options
    /// @param ground sides of ground; null for several
    /// @param centre the share of the middle; null for several
    /// @return at least one
    public static List<GraphCutOptions> of(GraphCutOptions base, @Nullable Set<Side> ground,
            @Nullable Double centre) {
        boolean open = base.hints().isEmpty();
        List<GraphCutOptions> ways = new ArrayList<>();
        for (Set<Side> sides : ground != null ? List.of(ground) : open ? GROUNDS : List.of(base.ground())) {
            for (double share : centre != null ? List.of(centre) : open ? CENTRES : List.of(base.centreShare())) {
                ways.add(base.withGround(sides).withCentreShare(share));
            }
        }
        return ways;
    }
}
