/// Pictures of numbers: data with the ellipses of equal Mahalanobis distance.
@NullMarked
package hadamask.plot;

import org.jspecify.annotations.NullMarked;
