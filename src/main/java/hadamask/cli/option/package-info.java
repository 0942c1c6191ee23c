/// Options, the words of their values, and settings that stand for them.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.option;

import org.jspecify.annotations.NullMarked;
