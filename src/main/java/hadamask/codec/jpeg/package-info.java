/// JPEG: what its markers say, its entropy-coded data, and the codec of the platform.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.codec.jpeg;

import org.jspecify.annotations.NullMarked;
