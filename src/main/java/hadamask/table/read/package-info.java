/// Tables in: text, packed text, workbooks, NumPy's arrays, sparse matrices.
///
/// Start at [hadamask.table.read.TableReader].
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.table.read;

import org.jspecify.annotations.NullMarked;
