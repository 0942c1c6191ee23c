@NullMarked
package hadamask.file;

import org.jspecify.annotations.NullMarked;
