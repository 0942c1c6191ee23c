/// Matrices and pairs of rows out: CSV, TSV, JSON, PHYLIP, `.npy`, `.npz`, Matrix Market, graphs.
///
/// Start at [hadamask.table.write.Format], which opens a [hadamask.table.write.MatrixSink] or a
/// [hadamask.table.write.PairSink].
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.table.write;

import org.jspecify.annotations.NullMarked;
