@NullMarked
package hadamask.cli;

import org.jspecify.annotations.NullMarked;
