/// The pipeline, a file per stage in the order of the data: grey, clusters, foreground, refinement, product.
@NullMarked
package hadamask.segment;

import org.jspecify.annotations.NullMarked;
