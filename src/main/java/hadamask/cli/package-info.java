/// What every command shares: how it is found and run, the console, the wording of errors, exit statuses.
@NullMarked
package hadamask.cli;

import org.jspecify.annotations.NullMarked;
