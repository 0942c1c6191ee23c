/// Many images: which there are, where their results go, in what order they are done, and what is remembered of it.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.batch;

import org.jspecify.annotations.NullMarked;
