/// GIF, read.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.codec.gif;

import org.jspecify.annotations.NullMarked;
