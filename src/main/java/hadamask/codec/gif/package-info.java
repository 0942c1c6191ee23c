/// GIF, read.
@NullMarked
package hadamask.codec.gif;

import org.jspecify.annotations.NullMarked;
