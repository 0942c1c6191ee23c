/// Colour as the segmentation sees it: CIE Lab, and pictures reduced to the size at which objects are looked for.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.segment.color;

import org.jspecify.annotations.NullMarked;
