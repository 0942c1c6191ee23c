/// PNG, read and written.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.codec.png;

import org.jspecify.annotations.NullMarked;
