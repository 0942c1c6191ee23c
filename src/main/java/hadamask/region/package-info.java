/// What is measured on masks: their regions, the shapes and intensities of these, and how two masks agree.
///
/// Start at [hadamask.region.RegionLabels].
@NullMarked
package hadamask.region;

import org.jspecify.annotations.NullMarked;
