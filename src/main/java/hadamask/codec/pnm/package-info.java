/// PBM, PGM, PPM and PAM, read and written.
@NullMarked
package hadamask.codec.pnm;

import org.jspecify.annotations.NullMarked;
