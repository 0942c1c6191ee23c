/// Work in parts, at the same time.
@NullMarked
package hadamask.parallel;

import org.jspecify.annotations.NullMarked;
