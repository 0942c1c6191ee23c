/// What is measured on masks: their regions, the shapes and intensities of these, and how two masks agree.
///
/// Start at [hadamask.region.RegionLabels].
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.region;

import org.jspecify.annotations.NullMarked;
