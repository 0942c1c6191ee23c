/// The pipeline, a file per stage in the order of the data: grey, clusters, foreground, refinement, product.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment;

import org.jspecify.annotations.NullMarked;
