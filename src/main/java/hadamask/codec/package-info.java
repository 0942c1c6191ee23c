/// Pictures in and out: [hadamask.codec.ImageDecoder] and [hadamask.codec.ImageEncoder] are the doors; a room for
/// each format stands behind them.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.codec;

import org.jspecify.annotations.NullMarked;
