/// Work in parts, at the same time.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.parallel;

import org.jspecify.annotations.NullMarked;
