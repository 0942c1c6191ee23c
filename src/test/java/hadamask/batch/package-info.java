@NullMarked
package hadamask.batch;

import org.jspecify.annotations.NullMarked;
