/// Pictures in and out: [hadamask.codec.ImageDecoder] and [hadamask.codec.ImageEncoder] are the doors; a room for
/// each format stands behind them.
@NullMarked
package hadamask.codec;

import org.jspecify.annotations.NullMarked;
