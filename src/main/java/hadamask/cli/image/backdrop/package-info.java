/// Pictures that stand behind cut-outs.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.image.backdrop;

import org.jspecify.annotations.NullMarked;
