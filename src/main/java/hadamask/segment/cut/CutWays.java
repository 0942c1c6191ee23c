package hadamask.segment.cut;

import hadamask.segment.saliency.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ways in which a photograph is cut when nobody says which: by what stands out, with all sides for ground or with left and right
/// alone, and by colours, with a beginning in the middle.
///
/// Each finds other objects. Left and right alone find such as stand or hang in the picture. Where it begins in the middle, what stands out
/// counts little from the second round on: that finds the ground between legs, and what is far from the middle.
public final class CutWays {
    private static final Set<Side> ALL = EnumSet.allOf(Side.class);
    private static final Set<Side> UPRIGHT = EnumSet.of(Side.LEFT, Side.RIGHT);
    private static final double MUCH = 0.5;
    /// Rounds that begin in the middle, and what stands out counts from the second on.
    private static final int ROUNDS = 4;
    private static final double LATER_WEIGHT = 0.3;

    private CutWays() {
    }

    /// The ways that are open.
    ///
    /// @param base all else; where it has hints, a person has decided, and what is not given is that of these options
    /// @param ground sides of ground; null for several
    /// @param centre the share of the middle; null for several; more than 0 is by colours
    /// @return at least one
    public static List<GraphCutOptions> of(GraphCutOptions base, @Nullable Set<Side> ground,
            @Nullable Double centre) {
        if (!base.hints().isEmpty()) {
            return List.of(way(base, ground != null ? ground : base.ground(),
                    centre != null ? centre : base.centreShare()));
        }
        if (ground != null) {
            return centre != null
                    ? List.of(way(base, ground, centre))
                    : List.of(way(base, ground, 0), way(base, ground, MUCH));
        }
        return centre != null
                ? List.of(way(base, ALL, centre), way(base, UPRIGHT, centre))
                : List.of(way(base, ALL, 0), way(base, UPRIGHT, 0), way(base, UPRIGHT, MUCH));
    }

    private static GraphCutOptions way(GraphCutOptions base, Set<Side> ground, double centre) {
        GraphCutOptions way = base.withGround(ground).withCentreShare(centre);
        return centre == 0 ? way : way.withRounds(ROUNDS).withLaterWeight(LATER_WEIGHT);
    }
}
