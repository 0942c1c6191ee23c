/// Tables of numbers in and out: CSV, TSV, NPY, PHYLIP, JSON; row labels, column names, missing values.
///
/// Start at [hadamask.table.TableReader] for what comes in and at [hadamask.table.MatrixSink] for what goes out.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.table;

import org.jspecify.annotations.NullMarked;
