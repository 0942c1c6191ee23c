/// PNG, read and written.
@NullMarked
package hadamask.codec.png;

import org.jspecify.annotations.NullMarked;
