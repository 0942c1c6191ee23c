/// Hadamask: segments and masks images; computes distances, similarities and Mahalanobis transforms of tables.
///
/// Its packages say of themselves whether they are part of the API. Programs start at [hadamask.segment.Segmenter] (pictures) or
/// [hadamask.distance.Pairwise] (tables). This package itself is the program, which is not in the library's jar.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask;

import org.jspecify.annotations.NullMarked;
