/// Inputs and outputs: files and standard streams; outputs are whole or absent.
@NullMarked
package hadamask.file;

import org.jspecify.annotations.NullMarked;
