@NullMarked
package hadamask.distance;

import org.jspecify.annotations.NullMarked;
