/// BMP, read and written.
@NullMarked
package hadamask.codec.bmp;

import org.jspecify.annotations.NullMarked;
