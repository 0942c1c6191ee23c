/// What the formats of pictures share: which there are, how much is read of a file, what is damaged, rows as bytes,
/// tags.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.codec.format;

import org.jspecify.annotations.NullMarked;
