/// The object of a photograph by a minimum cut: start reading at [hadamask.segment.cut.GraphCut].
@NullMarked
package hadamask.segment.cut;

import org.jspecify.annotations.NullMarked;
