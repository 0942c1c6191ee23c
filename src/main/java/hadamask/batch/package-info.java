/// Many images: which there are, where their results go, in what order they are done, and what is remembered of it.
@NullMarked
package hadamask.batch;

import org.jspecify.annotations.NullMarked;
