/// Levels and colours into clusters: K-Means by Smile, refined, the certified optimum, and thresholds of histograms.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.cluster;

import org.jspecify.annotations.NullMarked;
