package hadamask.segment.cut;

import hadamask.segment.saliency.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ways in which a photograph is cut when nobody says which: by colours, with a beginning in the middle, and with all sides but the
/// lower one for ground, or with left and right alone.
///
/// Each finds other objects: most stand on the lower side, some hang from the upper one, too. Where it begins in the middle, what stands
/// out counts little from the second round on: that finds the ground between legs, and what is far from the middle.
public final class CutWays {
    private static final Set<Side> ALL = EnumSet.allOf(Side.class);
    private static final Set<Side> STANDING = EnumSet.of(Side.TOP, Side.LEFT, Side.RIGHT);
    private static final Set<Side> UPRIGHT = EnumSet.of(Side.LEFT, Side.RIGHT);
    private static final double MUCH = 0.5;
    /// Rounds that begin in the middle, and what stands out counts from the second on.
    private static final int ROUNDS = 4;
    private static final double LATER_WEIGHT = 0.2;

    private CutWays() {
    }

    /// The ways that are open.
    ///
    /// @param base all else; where it has hints, a person has decided, and what is not given is that of these options
    /// @param ground sides of ground; null for several
    /// @param centre the share of the middle; null for one half, where sides are given for none, too; more than 0 is by colours
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
        double share = centre != null ? centre : MUCH;
        return List.of(way(base, share == 0 ? ALL : STANDING, share), way(base, UPRIGHT, share));
    }

    private static GraphCutOptions way(GraphCutOptions base, Set<Side> ground, double centre) {
        GraphCutOptions way = base.withGround(ground).withCentreShare(centre);
        return centre == 0 ? way : way.withRounds(ROUNDS).withLaterWeight(LATER_WEIGHT);
    }
}
