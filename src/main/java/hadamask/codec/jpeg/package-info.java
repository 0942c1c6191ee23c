/// JPEG: what its markers say, its entropy-coded data, and the codec of the platform.
@NullMarked
package hadamask.codec.jpeg;

import org.jspecify.annotations.NullMarked;
