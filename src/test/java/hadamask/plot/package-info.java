@NullMarked
package hadamask.plot;

import org.jspecify.annotations.NullMarked;
