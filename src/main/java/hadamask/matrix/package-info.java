@NullMarked
package hadamask.matrix;

import org.jspecify.annotations.NullMarked;
