/// What is measured of the regions of an image, shared by `measure` and `segment --measure`: options, and the rows of the table.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.image.measure;

import org.jspecify.annotations.NullMarked;
