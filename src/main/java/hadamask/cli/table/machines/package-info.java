/// The rows of a long table, done by other machines: what is asked of these, and the parts that they do.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.table.machines;

import org.jspecify.annotations.NullMarked;
