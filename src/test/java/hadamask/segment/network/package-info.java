@NullMarked
package hadamask.segment.network;

import org.jspecify.annotations.NullMarked;
