/// TIFF, read and written.
@NullMarked
package hadamask.codec.tiff;

import org.jspecify.annotations.NullMarked;
