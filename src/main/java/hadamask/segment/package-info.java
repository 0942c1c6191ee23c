/// The pipeline, from an image to its parts: a method, whose stages are `plane`, `cluster` or `local`, then `refine` and `product`.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment;

import org.jspecify.annotations.NullMarked;
