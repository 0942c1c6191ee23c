package hadamask.segment;

import hadamask.image.Mask;
import hadamask.image.Rectangle;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.Levels;
import hadamask.segment.saliency.Side;
import java.util.EnumSet;
import java.util.Set;

/// The evidence of [GraphCutting]: how much object and ground stand out, and what the cut between them cost.
///
/// @param alpha what the alpha of a pixel means
/// @param prior what told how much each pixel stands out: [#SALIENCY], or the name of a network
/// @param ground the sides of the picture that were taken for ground
/// @param centre the part of nearness to the middle in what stands out, from 0 to 1
/// @param region the part of the picture that was looked at: all of it, without its frame, or what is in and around a box
/// @param object pixels of the mask that the cut gave
/// @param rest the other pixels
/// @param energy costs of the cut at the reduced size, in nats
/// @param colors different colours of the reduced picture
/// @param rounds how often colours were learned and the cut was made
/// @param ways in how many ways the picture was cut; ground and centre are those of the best
/// @param confidence how probable it is that the cut is right, from 0 to 1; NaN when there was one way alone
public record ObjectCut(AlphaUse alpha, String prior, Set<Side> ground, double centre, Rectangle region, Part object,
        Part rest,
        double energy, int colors, int rounds, int ways, double confidence) implements Evidence {
    /// The prior where nothing else is known.
    public static final String SALIENCY = "saliency";

    /// Object or ground.
    ///
    /// @param saliency how much it stands out on average, from 0 to 1; NaN where there is none of it
    /// @param pixels how many it has
    public record Part(double saliency, long pixels) {
        /// Ground and object, in this order.
        static Part[] of(Levels saliency, Mask mask) {
            long[] sums = new long[2];
            long[] pixels = new long[2];
            byte[] values = mask.values();
            int[] row = new int[saliency.width()];
            for (int y = 0, i = 0; y < saliency.height(); y++) {
                saliency.row(y, row);
                for (int x = 0; x < row.length; x++, i++) {
                    sums[values[i]] += row[x];
                    pixels[values[i]]++;
                }
            }
            return new Part[]{new Part((double) sums[0] / saliency.maxLevel() / pixels[0], pixels[0]),
                new Part((double) sums[1] / saliency.maxLevel() / pixels[1], pixels[1])};
        }
    }

    public ObjectCut {
        ground = Set.copyOf(ground);
    }

    /// The sides of ground from the top on, against the clock.
    public Set<Side> orderedGround() {
        return EnumSet.copyOf(ground);
    }
}
