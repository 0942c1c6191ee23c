@NullMarked
package hadamask.table;

import org.jspecify.annotations.NullMarked;
