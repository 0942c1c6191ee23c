package hadamask.segment.cut;

import hadamask.segment.saliency.SaliencyMap;
import hadamask.segment.saliency.Side;
import java.util.EnumSet;
import java.util.Set;

/// How a photograph is cut.
///
/// @param longerSide the picture is reduced to so many pixels on its longer side, from 16
/// @param smoothness what it costs to cut two neighbours of the same colour apart ("gamma"), from 0 to 200
/// @param priorWeight how much what stands out counts beside the colours, from 0 to 10
/// @param laterWeight the same from the second round on, when the colours of the first cut are known, from 0 to 10
/// @param placeShare the part of the [PlacePrior] in what stands out, the rest being saliency, from 0 to 1
/// @param centreShare the part of the [CentrePrior] in what stands out, the rest being all else, from 0 to 1
/// @param saliency which map of saliency counts in what stands out
/// @param colors parts of the mixture of each side, from 1 to 64
/// @param rounds how often mixtures and cut follow each other at most, from 1 to 50
/// @param ground the sides of the picture on which ground is expected, at least one
/// @param hints what is known beforehand
public record GraphCutOptions(int longerSide, double smoothness, double priorWeight, double laterWeight,
        double placeShare, double centreShare, SaliencyMap saliency, int colors, int rounds,
        Set<Side> ground, Hints hints) {
    /// One setting for photographs of all kinds.
    public static final GraphCutOptions DEFAULT = new GraphCutOptions(300, 10, 1.2, 1.2, 0.65, 0,
            SaliencyMap.MEAN, 5, 2, EnumSet.allOf(Side.class), Hints.NONE);

    public GraphCutOptions {
        require(longerSide >= 16, "a longer side of " + longerSide + " pixels");
        require(smoothness >= 0 && smoothness <= 200, "a smoothness of " + smoothness);
        require(priorWeight >= 0 && priorWeight <= 10, "a weight of what stands out of " + priorWeight);
        require(laterWeight >= 0 && laterWeight <= 10, "a later weight of what stands out of " + laterWeight);
        require(placeShare >= 0 && placeShare <= 1, "a share of the place of " + placeShare);
        require(centreShare >= 0 && centreShare <= 1, "a share of the centre of " + centreShare);
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

    /// Whether colours decide in the end: what stands out is where to begin, and counts less from the second round on.
    public boolean colorsDecide() {
        return laterWeight < priorWeight;
    }

    /// These options with pictures reduced to another size.
    public GraphCutOptions withLongerSide(int pixels) {
        return new GraphCutOptions(pixels, smoothness, priorWeight, laterWeight, placeShare, centreShare, saliency,
                colors, rounds, ground, hints);
    }

    /// These options with another cost of edges.
    public GraphCutOptions withSmoothness(double gamma) {
        return new GraphCutOptions(longerSide, gamma, priorWeight, laterWeight, placeShare, centreShare, saliency,
                colors, rounds, ground, hints);
    }

    /// These options with another weight of what stands out, in all rounds.
    public GraphCutOptions withPriorWeight(double weight) {
        return new GraphCutOptions(longerSide, smoothness, weight, weight, placeShare, centreShare, saliency,
                colors, rounds, ground, hints);
    }

    /// These options with another weight of what stands out from the second round on.
    public GraphCutOptions withLaterWeight(double weight) {
        return new GraphCutOptions(longerSide, smoothness, priorWeight, weight, placeShare, centreShare, saliency,
                colors, rounds, ground, hints);
    }

    /// These options with another share of the two places.
    public GraphCutOptions withPlaceShare(double share) {
        return new GraphCutOptions(longerSide, smoothness, priorWeight, laterWeight, share, centreShare, saliency,
                colors, rounds, ground, hints);
    }

    /// These options with another share of the centre.
    public GraphCutOptions withCentreShare(double share) {
        return new GraphCutOptions(longerSide, smoothness, priorWeight, laterWeight, placeShare, share, saliency,
                colors, rounds, ground, hints);
    }

    /// These options with another map of saliency.
    public GraphCutOptions withSaliency(SaliencyMap map) {
        return new GraphCutOptions(longerSide, smoothness, priorWeight, laterWeight, placeShare, centreShare, map,
                colors, rounds, ground, hints);
    }

    /// These options with another number of colours.
    public GraphCutOptions withColors(int parts) {
        return new GraphCutOptions(longerSide, smoothness, priorWeight, laterWeight, placeShare, centreShare, saliency,
                parts, rounds, ground, hints);
    }

    /// These options with another number of rounds.
    public GraphCutOptions withRounds(int most) {
        return new GraphCutOptions(longerSide, smoothness, priorWeight, laterWeight, placeShare, centreShare, saliency,
                colors, most, ground, hints);
    }

    /// These options with other sides of ground.
    public GraphCutOptions withGround(Set<Side> sides) {
        return new GraphCutOptions(longerSide, smoothness, priorWeight, laterWeight, placeShare, centreShare, saliency,
                colors, rounds, sides, hints);
    }

    /// These options with hints.
    public GraphCutOptions withHints(Hints known) {
        return new GraphCutOptions(longerSide, smoothness, priorWeight, laterWeight, placeShare, centreShare, saliency,
                colors, rounds, ground, known);
    }
}
