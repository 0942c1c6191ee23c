/// The Hadamard product of an image and a mask or weights, and what stands where the mask is 0.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.product;

import org.jspecify.annotations.NullMarked;
