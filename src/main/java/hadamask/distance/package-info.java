/// Distances and similarities of the rows of tables: measures, all pairs, nearest rows.
///
/// Start at [hadamask.distance.Pairwise] and, for the measures, at [hadamask.distance.Metric].
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.distance;

import org.jspecify.annotations.NullMarked;
