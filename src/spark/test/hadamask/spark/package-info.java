@NullMarked
package hadamask.spark;

import org.jspecify.annotations.NullMarked;
