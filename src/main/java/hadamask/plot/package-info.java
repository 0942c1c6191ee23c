/// Pictures of results, drawn with Java2D.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.plot;

import org.jspecify.annotations.NullMarked;
