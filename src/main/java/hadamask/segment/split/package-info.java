/// Objects of a mask that touch, told apart by their shape.
///
/// Start at [hadamask.segment.split.Split].
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.split;

import org.jspecify.annotations.NullMarked;
