/// What the formats of pictures share: which there are, how much is read of a file, what is damaged, rows as bytes,
/// tags.
@NullMarked
package hadamask.codec.format;

import org.jspecify.annotations.NullMarked;
