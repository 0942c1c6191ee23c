/// Commands about tables, and their options.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.table;

import org.jspecify.annotations.NullMarked;
