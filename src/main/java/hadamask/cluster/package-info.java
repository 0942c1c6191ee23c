/// Rows in clusters: by a tree of merges, by means, by density; and how well they lie in them.
///
/// Start reading at [hadamask.cluster.Agglomeration].
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.cluster;

import org.jspecify.annotations.NullMarked;
