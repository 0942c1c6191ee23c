/// What stands out in a picture: maps from 0 (ground) to 1 (object) without learning.
///
/// Three maps are averaged by [hadamask.segment.saliency.Saliency]: minimum barriers over pixels
/// ([hadamask.segment.saliency.MinimumBarrier]), and two over superpixels: robust background detection
/// ([hadamask.segment.saliency.BackgroundDetection]) and manifold ranking
/// ([hadamask.segment.saliency.ManifoldRanking]). All take it that most of the picture's rim is ground; [hadamask.segment.saliency.Side]
/// says which parts of it.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.saliency;

import org.jspecify.annotations.NullMarked;
