/// Numbers of objects in files of NumPy.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.codec.npy;

import org.jspecify.annotations.NullMarked;
