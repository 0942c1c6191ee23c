/// Masks that a command is given, as pictures.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.image.mask;

import org.jspecify.annotations.NullMarked;
