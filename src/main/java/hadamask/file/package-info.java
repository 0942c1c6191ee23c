/// Inputs and outputs: files and standard streams; outputs are whole or absent.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.file;

import org.jspecify.annotations.NullMarked;
