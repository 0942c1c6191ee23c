/// Pictures of results, drawn with Java2D.
@NullMarked
package hadamask.plot;

import org.jspecify.annotations.NullMarked;
