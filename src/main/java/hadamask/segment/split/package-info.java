/// Objects of a mask that touch, told apart by their shape.
///
/// Start at [hadamask.segment.split.Split].
@NullMarked
package hadamask.segment.split;

import org.jspecify.annotations.NullMarked;
