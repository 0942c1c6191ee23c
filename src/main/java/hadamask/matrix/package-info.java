/// Dense matrices and the statistics of their rows: covariance, principal axes, whitening; and the Hadamard product.
///
/// Start at [hadamask.matrix.Whitening]: a centre and a factor of the covariance give distances in the context of data.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.matrix;

import org.jspecify.annotations.NullMarked;
