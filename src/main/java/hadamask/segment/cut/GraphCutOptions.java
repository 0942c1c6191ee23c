package hadamask.segment.cut;

import hadamask.segment.saliency.Side;
import java.util.EnumSet;
import java.util.Set;

/// How a photograph is cut.
///
/// @param longerSide the picture is reduced to so many pixels on its longer side, from 16
/// @param smoothness what it costs to cut two neighbours of the same colour apart ("gamma"), from 0 to 200
/// @param saliencyWeight how much the saliency counts beside the colours, from 0 to 10
/// @param colors parts of the mixture of each side, from 1 to 64
/// @param rounds how often mixtures and cut follow each other, from 1 to 50
/// @param ground the sides of the picture on which ground is expected, at least one
/// @param hints what is known beforehand
public record GraphCutOptions(int longerSide, double smoothness, double saliencyWeight, int colors, int rounds,
        Set<Side> ground, Hints hints) {
    /// One setting for photographs of all kinds.
    public static final GraphCutOptions DEFAULT = new GraphCutOptions(300, 20, 0.5, 5, 3, EnumSet.allOf(Side.class),
            Hints.NONE);

    public GraphCutOptions {
        require(longerSide >= 16, "a longer side of " + longerSide + " pixels");
        require(smoothness >= 0 && smoothness <= 200, "a smoothness of " + smoothness);
        require(saliencyWeight >= 0 && saliencyWeight <= 10, "a saliency weight of " + saliencyWeight);
        require(colors >= 1 && colors <= 64, colors + " colours");
        require(rounds >= 1 && rounds <= 50, rounds + " rounds");
        require(!ground.isEmpty(), "no side of ground");
        ground = Set.copyOf(ground);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /// These options with other sides of ground.
    public GraphCutOptions withGround(Set<Side> sides) {
        return new GraphCutOptions(longerSide, smoothness, saliencyWeight, colors, rounds, sides, hints);
    }

    /// These options with hints.
    public GraphCutOptions withHints(Hints known) {
        return new GraphCutOptions(longerSide, smoothness, saliencyWeight, colors, rounds, ground, known);
    }
}
