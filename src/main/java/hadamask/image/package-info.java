@NullMarked
package hadamask.image;

import org.jspecify.annotations.NullMarked;
