/// What is done to a mask: holes are filled, it is closed, small regions are dropped.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.refine;

import org.jspecify.annotations.NullMarked;
