/// Commands about pictures and masks, and their options.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.image;

import org.jspecify.annotations.NullMarked;
