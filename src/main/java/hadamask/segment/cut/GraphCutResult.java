package hadamask.segment.cut;

import hadamask.image.Image;
import hadamask.image.Mask;
import hadamask.image.Rectangle;

/// What a graph cut found, and what it saw on the way.
///
/// @param mask the object, of the size of the picture
/// @param region the part of the picture that was looked at: all of it, or what is in and around a box
/// @param saliency grey picture of the reduced region: 0 ground, 255 object; what stands out, and what the middle has and the border has not
/// @param reducedMask the cut of the reduced region, before its edge was carried over
/// @param energy the costs of the cut at the reduced size, in nats: leanings it goes against, and neighbours it cuts apart
/// @param colors the number of colours of the reduced region that the mixtures were fitted to
/// @param rounds how often mixtures were fitted and the cut was made; fewer than asked for when nothing changed any more
/// @param way how it was cut: of several ways the one that was chosen
/// @param confidence how probable it is that the cut is right, from 0 to 1 ([CutChoice]); NaN when it was made in one way alone
public record GraphCutResult(Mask mask, Rectangle region, Image saliency, Mask reducedMask, double energy, int colors,
        int rounds, GraphCutOptions way, double confidence) {
    /// The object's share of the picture, from 0 to 1.
    public double foregroundShare() {
        return mask.count() / ((double) mask.width() * mask.height());
    }
}
