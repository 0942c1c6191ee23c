/// WebP, read by libwebp.
@NullMarked
package hadamask.codec.webp;

import org.jspecify.annotations.NullMarked;
