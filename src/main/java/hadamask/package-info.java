@NullMarked
package hadamask;

import org.jspecify.annotations.NullMarked;
