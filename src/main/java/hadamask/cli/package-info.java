/// The commands: their options, what they print, the wording of errors, exit statuses.
@NullMarked
package hadamask.cli;

import org.jspecify.annotations.NullMarked;
