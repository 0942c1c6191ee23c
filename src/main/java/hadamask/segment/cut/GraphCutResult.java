package hadamask.segment.cut;

import hadamask.image.Image;
import hadamask.image.Mask;

/// What a graph cut found, and what it saw on the way.
///
/// @param mask the object, of the size of the picture
/// @param saliency grey picture of the reduced size: 0 ground, 255 object
/// @param reducedMask the cut at the reduced size, before its edge was carried over
/// @param energy the costs of the cut at the reduced size, in nats: leanings it goes against, and neighbours it cuts apart
/// @param colors the number of colours of the reduced picture that the mixtures were fitted to
public record GraphCutResult(Mask mask, Image saliency, Mask reducedMask, double energy, int colors) {}
