/// WebP, read and written by libwebp.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.codec.webp;

import org.jspecify.annotations.NullMarked;
