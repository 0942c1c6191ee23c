/// Colour as the segmentation sees it: CIE Lab, and pictures reduced to the size at which objects are looked for.
@NullMarked
package hadamask.segment.color;

import org.jspecify.annotations.NullMarked;
