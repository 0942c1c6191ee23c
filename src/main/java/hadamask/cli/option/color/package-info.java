/// Colours as people write them, and what stands behind a cut-out.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.option.color;

import org.jspecify.annotations.NullMarked;
