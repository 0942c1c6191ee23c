/// Numbers of objects in files of NumPy.
@NullMarked
package hadamask.codec.npy;

import org.jspecify.annotations.NullMarked;
