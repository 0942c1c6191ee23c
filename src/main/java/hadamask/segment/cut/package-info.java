/// The object of a photograph by a minimum cut: start reading at [hadamask.segment.cut.GraphCut].
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.cut;

import org.jspecify.annotations.NullMarked;
