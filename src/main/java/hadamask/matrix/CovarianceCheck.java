package hadamask.matrix;

import hadamask.file.InputException;

/// Whether a given matrix can be a covariance.
final class CovarianceCheck {
    private static final double ASYMMETRY = 1e-9;

    private CovarianceCheck() {
    }

    /// The standard deviations: the roots of the diagonal.
    static double[] deviations(Matrix covariance) {
        int d = covariance.columns();
        if (covariance.rows() != d) {
            throw new InputException("is " + covariance + ", expected a square matrix");
        }
        double[] deviations = new double[d];
        for (int j = 0; j < d; j++) {
            double variance = covariance.get(j, j);
            if (!(variance >= 0 && variance <= Double.MAX_VALUE)) {
                throw new InputException("entry " + (j + 1) + ", " + (j + 1) + " is " + variance
                        + ", expected a variance, which is at least 0");
            }
            deviations[j] = Math.sqrt(variance);
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                double difference = Math.abs(covariance.get(i, j) - covariance.get(j, i));
                if (!(difference <= ASYMMETRY * deviations[i] * deviations[j])) {
                    throw new InputException("is not symmetric at " + (i + 1) + ", " + (j + 1)
                            + ", expected a covariance matrix");
                }
            }
        }
        return deviations;
    }

    /// An eigenvalue of the scaled covariance, or 0 for one that only rounding made negative.
    static double eigenvalue(double value, double tolerance) {
        if (value < -Math.sqrt(tolerance)) {
            throw new InputException("has a negative eigenvalue, expected a covariance matrix");
        }
        return Math.max(value, 0);
    }
}
