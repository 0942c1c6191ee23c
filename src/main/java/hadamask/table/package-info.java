/// Tables of numbers: rows with labels, columns with names, what is missing; and how one wants them read.
///
/// Start at [hadamask.table.read.TableReader] for what comes in and at [hadamask.table.write.MatrixSink] for what goes out.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.table;

import org.jspecify.annotations.NullMarked;
