/// Files of networks: the options that name one, and what opens it for a run.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.image.model;

import org.jspecify.annotations.NullMarked;
