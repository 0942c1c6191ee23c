/// Hadamask: segments and masks images; computes distances, similarities and Mahalanobis transforms of tables.
@NullMarked
package hadamask;

import org.jspecify.annotations.NullMarked;
