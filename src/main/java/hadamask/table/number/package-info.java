/// Numbers from text and to text, exact both ways.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.table.number;

import org.jspecify.annotations.NullMarked;
