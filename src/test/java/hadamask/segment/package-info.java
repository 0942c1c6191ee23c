@NullMarked
package hadamask.segment;

import org.jspecify.annotations.NullMarked;
