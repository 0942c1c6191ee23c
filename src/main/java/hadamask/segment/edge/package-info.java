/// Soft edges of masks: a ramp by distance, or an alpha found in the picture, with the colours that go with it.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.edge;

import org.jspecify.annotations.NullMarked;
