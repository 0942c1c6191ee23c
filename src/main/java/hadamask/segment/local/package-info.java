/// A threshold for each pixel, from its surroundings.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.local;

import org.jspecify.annotations.NullMarked;
