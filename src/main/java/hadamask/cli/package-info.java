/// What every command shares: how it is found and run, the console, the wording of errors, exit statuses.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli;

import org.jspecify.annotations.NullMarked;
