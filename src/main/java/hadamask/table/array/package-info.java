/// Files of numbers without names: NumPy's `.npy` and `.npz`, SciPy's sparse matrices, Matrix Market.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.table.array;

import org.jspecify.annotations.NullMarked;
