/// PBM, PGM, PPM and PAM, read and written.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.codec.pnm;

import org.jspecify.annotations.NullMarked;
