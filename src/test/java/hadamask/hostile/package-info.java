/// Damaged and malicious files: seeds of every format, changed by a seeded generator, and attacks made by hand.
@NullMarked
package hadamask.hostile;

import org.jspecify.annotations.NullMarked;
