/// Where the results of `segment` go.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.image.result;

import org.jspecify.annotations.NullMarked;
