package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.matrix.Matrix;
import hadamask.table.Missing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other tools get wrong.
class DistanceTrapsTest {
    private static final double NAN = Double.NaN;

    private static double distance(Measure measure, PairwiseOptions options, double[] u, double[] v) {
        double[] both = new double[2 * u.length];
        System.arraycopy(u, 0, both, 0, u.length);
        System.arraycopy(v, 0, both, u.length, u.length);
        return Pairwise.of(measure, new Matrix(2, u.length, both), options, Samples.ALONE).block(0, 2, 0, 2).get(0,
                1);
    }

    private static double distance(Measure measure, double[] u, double[] v) {
        return distance(measure, PairwiseOptions.DEFAULT, u, v);
    }

    @Test
    void squaresOfNormsDoNotCancel() {
        assertEquals(1, distance(new Metric.Euclidean(), new double[]{1e8}, new double[]{1e8 + 1}));
        assertEquals(1e-6, distance(new Metric.Euclidean(), new double[]{1e6, 1}, new double[]{1e6, 1.000001}), 1e-16);
    }

    @Test
    void squaresNeitherOverflowNorVanish() {
        for (double p : new double[]{2, 3, 2.5, 1.23, 300}) {
            Measure measure = new Metric.Minkowski(p);
            double unit = distance(measure, new double[]{3, 0}, new double[]{0, 4});
            assertEquals(unit * 1e200, distance(measure, new double[]{3e200, 0}, new double[]{0, 4e200}), unit * 1e186);
            assertEquals(unit * 1e-200, distance(measure, new double[]{3e-200, 0}, new double[]{0, 4e-200}),
                    unit * 1e-214);
        }
        assertEquals(5e200, distance(new Metric.Euclidean(), new double[]{3e200, 4e200}, new double[2]), 1e185);
        assertEquals(5e-200, distance(new Metric.Euclidean(), new double[]{3e-200, 4e-200}, new double[2]), 1e-215);
        assertEquals(Double.MIN_VALUE, distance(new Metric.Euclidean(), new double[]{Double.MIN_VALUE}, new double[1]));
    }

    @Test
    void cosineOfHugeAndTinyRowsIsRight() {
        double[] v = {4, 3};
        assertEquals(0.96, distance(Similarity.COSINE, new double[]{3e200, 4e200}, v), 1e-15);
        assertEquals(0.96, distance(Similarity.COSINE, new double[]{3e-200, 4e-200}, v), 1e-15);
        assertEquals(0.04, distance(AngleMetric.COSINE, new double[]{3e200, 4e200}, v), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 1000, 1e6, 1e300})
    void largePFactorsOutTheMaximum(double p) {
        assertEquals(Math.pow(2, 1 / p) * 1e9,
                distance(new Metric.Minkowski(p), new double[]{1e9, 0}, new double[]{0, 1e9}), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void minkowskiNeedsAFiniteOrderAboveZero(double p) {
        assertThrows(IllegalArgumentException.class, () -> new Metric.Minkowski(p));
    }

    @Test
    void aMissingValueIsNeverDropped() {
        Matrix rows = new Matrix(2, 3, new double[]{NAN, 1, 3, 5, 4, 7});
        for (Measure measure : Samples.measures(Samples.rows(9, 3, 1))) {
            Matrix suited = Samples.suited(measure, rows);
            assertTrue(Double.isNaN(distance(measure, Samples.row(suited, 0), Samples.row(suited, 1))),
                    measure.toString());
        }
    }

    @Test
    void missingPairwiseUsesTheSharedColumns() {
        PairwiseOptions pairwise = PairwiseOptions.DEFAULT.withMissing(Missing.PAIRWISE);
        double[] u = {1, NAN, 3, 2};
        double[] v = {4, 5, 7, NAN};
        assertEquals(Math.sqrt(2 * 25), distance(new Metric.Euclidean(), pairwise, u, v), 1e-14);
        assertEquals(2 * 7, distance(new Metric.Manhattan(), pairwise, u, v), 1e-14);
        assertEquals(4, distance(new Metric.Chebyshev(), pairwise, u, v));
        assertEquals(1, distance(RatioMetric.HAMMING, pairwise, u, v));
        assertEquals(7.0 / 15, distance(RatioMetric.BRAY_CURTIS, pairwise, u, v), 1e-15);
        assertTrue(Double.isNaN(distance(new Metric.Chebyshev(), pairwise, new double[]{NAN, 1},
                new double[]{1, NAN})));
    }

    @Test
    void cosineIsClampedAndEqualRowsAreExactlyAlike() {
        Matrix rows = Samples.rows(200, 11, 4);
        for (int i = 0; i < rows.rows(); i++) {
            double[] u = Samples.row(rows, i);
            double[] opposite = u.clone();
            for (int k = 0; k < u.length; k++) {
                opposite[k] = -u[k];
            }
            assertEquals(1.0, distance(Similarity.COSINE, u, u.clone()));
            assertEquals(-1.0, distance(Similarity.COSINE, u, opposite));
            assertEquals(0.0, distance(AngleMetric.COSINE, u, u.clone()));
            assertEquals(2.0, distance(AngleMetric.COSINE, u, opposite));
            assertEquals(0.0, distance(AngleMetric.CORRELATION, u, u.clone()));
        }
    }

    @Test
    void zeroVectorsAreFoundAndTreatedAsAskedFor() {
        Matrix rows = new Matrix(3, 2, new double[]{1, 2, 0, 0, 3, 3});
        assertEquals(List.of(1),
                ZeroVectors.among(rows, AngleMetric.COSINE, PairwiseOptions.DEFAULT, Samples.ALONE));
        assertEquals(List.of(1, 2),
                ZeroVectors.among(rows, Similarity.CORRELATION, PairwiseOptions.DEFAULT, Samples.ALONE));
        double[] zero = {0, 0};
        double[] one = {1, 2};
        PairwiseOptions nan = PairwiseOptions.DEFAULT.withZeroVectors(ZeroVectors.NAN);
        PairwiseOptions none = PairwiseOptions.DEFAULT.withZeroVectors(ZeroVectors.ZERO);
        assertTrue(Double.isNaN(distance(AngleMetric.COSINE, nan, zero, one)));
        assertEquals(0, distance(Similarity.COSINE, none, zero, one));
        assertEquals(1, distance(AngleMetric.COSINE, none, zero, one));
        assertEquals(0, distance(AngleMetric.COSINE, none, zero, zero));
    }

    @Test
    void zerosDividedByZeroAreNothing() {
        double[] zeros = {0, 0};
        assertEquals(0, distance(RatioMetric.CANBERRA, zeros, zeros));
        assertEquals(0, distance(SetMetric.JACCARD, zeros, zeros));
        assertEquals(0, distance(RatioMetric.BRAY_CURTIS, zeros, zeros));
        assertEquals(1, distance(RatioMetric.CANBERRA, new double[]{0, 1}, new double[]{0, 0}));
    }

    @Test
    void hugeSumsDoNotTurnRatiosIntoZero() {
        assertEquals(0.2, distance(RatioMetric.CANBERRA, new double[]{1.5e308}, new double[]{1e308}), 1e-15);
        assertEquals(0.2, distance(RatioMetric.BRAY_CURTIS, new double[]{1.5e308}, new double[]{1e308}), 1e-15);
    }

    @Test
    void infinityIsAtDistanceZeroFromItself() {
        double[] u = {Double.POSITIVE_INFINITY, 1};
        assertEquals(0, distance(new Metric.Euclidean(), u, u.clone()));
        assertEquals(Double.POSITIVE_INFINITY, distance(new Metric.Euclidean(), u, new double[]{0, 1}));
    }
}
