@NullMarked
package hadamask.region;

import org.jspecify.annotations.NullMarked;
