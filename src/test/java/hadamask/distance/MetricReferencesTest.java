package hadamask.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.matrix.Matrix;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Metrics against values of 50 digits, and against SciPy 1.10.1 and scikit-learn 1.2.1, which
/// `src/test/resources/hadamask/distance/metric_references.py` prints.
class MetricReferencesTest {
    private static final double[] U = {0.5, 1.25, 3.0, 0.0, 2.75, 7.5};
    private static final double[] V = {0.625, 1.0, 2.0, 4.5, 0.0, 6.0};
    private static final List<Double> W = List.of(1.0, 0.5, 2.0, 0.25, 3.0, 1.5);
    private static final double[] A = {1, 0, 1, 1, 0, 0, 1, 0};
    private static final double[] B = {1, 1, 0, 1, 0, 1, 1, 0};
    private static final List<Double> SET_WEIGHTS = List.of(1.0, 0.5, 2.0, 0.25, 3.0, 1.5, 0.75, 1.25);
    private static final double[] BERLIN = {52.520008, 13.404954};

    private static Measure distance(String name) {
        Measure found = Metrics.named(name, Metrics.distances());
        return found == null ? Metrics.named(name, Metrics.similarities()) : found;
    }

    /// By the definition and by the engine, to some units of the last place.
    private static void assertValue(String expected, Measure measure, double[] u, double[] v, List<Double> weights,
            double ulps) {
        double exact = new BigDecimal(expected).doubleValue();
        double[] perColumn = weights.isEmpty() ? Norm.ones(u.length) : weights.stream().mapToDouble(w -> w).toArray();
        Matrix rows = Matrix.of(new double[][]{u, v});
        Block block = Pairwise.of(measure, rows, PairwiseOptions.DEFAULT.withWeights(weights), Samples.ALONE)
                .block(0, 2, 0, 2);
        assertEquals(exact, measure.between(u, v, perColumn), ulps * Math.ulp(exact), measure.toString());
        assertEquals(exact, block.get(0, 1), ulps * Math.ulp(exact), () -> measure + " by the engine");
        assertEquals(block.get(0, 1), block.get(1, 0), measure.toString());
    }

    @ParameterizedTest
    @CsvSource({"jensenshannon, 0.42264876680412530068784742077796447761688334298528, "
            + "0.37831853261878874827757784867994674010831556009949",
        "hellinger, 0.50561567000381335292297537966347233809842745506851, "
                + "0.44947468003555875568923596476846779696304458260358",
        "bhattacharyya, 0.29524017072429522201426636706844357575557854641451, "
                + "0.2256811282322104446542807016512763722597185626014",
        "chisquare, 7.6583333333333333333333333333333333333333333333333, "
                + "10.052777777777777777777777777777777777777777777778",
        "angular, 0.21775105780687216926699840531321173100544193120287, "
                + "0.1647794686030181804600153842512685736819281701025",
        "spearman, 0.74285714285714285714285714285714285714285714285714, "
                + "0.44162534914372632136210961758629587312404222921535"})
    void valuesOfFiftyDigits(String name, String plain, String weighted) {
        assertValue(plain, distance(name), U, V, List.of(), 4);
        assertValue(weighted, distance(name), U, V, W, 4);
    }

    @Test
    void theCoefficientOfBhattacharyya() {
        assertValue("0.74435279424659491801379214837538295361992967811849", Similarity.BHATTACHARYYA, U, V, List.of(),
                4);
        assertValue("0.79797251200693207932950054547623655464763375745152", Similarity.BHATTACHARYYA, U, V, W, 4);
    }

    /// SciPy's are the same to the last bit or two; it has no `kulczynski`, and no weights for `kulczynski1`.
    @ParameterizedTest
    @CsvSource({"jaccard, 0.5, 0.6666666666666666", "dice, 0.3333333333333333, 0.5", "kulczynski, 0.325, 0.5",
        "rogerstanimoto, 0.5454545454545454, 0.5614035087719298", "russellrao, 0.625, 0.8048780487804879",
        "sokalsneath, 0.6666666666666666, 0.8", "yule, 0.5, 0.64", "kulczynski1, 1, 0.5"})
    void setsAsSciPyHasThem(String name, String plain, String weighted) {
        assertValue(plain, distance(name), A, B, List.of(), 2);
        assertValue(weighted, distance(name), A, B, SET_WEIGHTS, 2);
    }

    @Test
    void othersAsSciPyAndScikitLearnHaveThem() {
        double[] ones = Norm.ones(6);
        assertEquals(0.42264876680412533, distance("jensenshannon").between(U, V, ones), 1e-15);
        assertEquals(0.7428571428571429, distance("spearman").between(U, V, ones), 1e-15);
        assertEquals(7.658333333333333, distance("chi2").between(U, V, ones), 1e-14);
        assertEquals(877.5022496058978, new Haversine(6371.0088).between(BERLIN, new double[]{48.8566969, 2.3514616},
                Norm.ones(2)), 1e-11);
    }

    @Test
    void similaritiesOfSetsAreOneMinusTheDistance() {
        for (SetMetric metric : SetMetric.values()) {
            double distance = metric.between(A, B, Norm.ones(8));
            assertEquals(1 - distance, new SetSimilarity(metric).between(A, B, Norm.ones(8)), 1e-15, metric.toString());
        }
        assertEquals(3.0 / 8, new SetSimilarity(SetMetric.RUSSELL_RAO).between(A, B, Norm.ones(8)));
    }

    /// Within 4 units of the last place: near, opposite, over the date line, near the pole.
    @ParameterizedTest
    @CsvSource({"48.8566969, 2.3514616, 877.50224960589783893454656535891428456454660522261",
        "52.520008, 13.40495400000091, 0.000000000061536835309723287293796557080652525519561460632452",
        "-52.520008, -166.59504504632568, 20015.114377509875450319331309226493415374033074871"})
    void placesOnTheEarth(double latitude, double longitude, String kilometres) {
        assertValue(kilometres, new Haversine(Haversine.EARTH), BERLIN, new double[]{latitude, longitude}, List.of(),
                4);
    }

    @Test
    void placesAcrossTheDateLineAndTheParts() {
        Haversine earth = new Haversine(Haversine.EARTH);
        assertValue("0.000022238167932880128904911388043195406202744168538196", earth, new double[]{0.5, 179.9999999},
                new double[]{0.5, -179.9999999}, List.of(), 4);
        assertValue("0.000011119507363208380220328181590874208954026516077046", earth, new double[]{90, 10},
                new double[]{89.9999999, -100}, List.of(), 4);
        assertEquals(0, earth.between(new double[]{90, 10}, new double[]{90, -77}, Norm.ones(2)));
        assertEquals(0, earth.between(new double[]{3, 180}, new double[]{3, -180}, Norm.ones(2)));
        assertEquals(Math.PI, new Haversine(1).between(new double[]{3, 20}, new double[]{-3, -160}, Norm.ones(2)));
    }

    /// Rows that differ in the last bit, or by a ten millionth: within 4 units of the last place. SciPy's Jensen-Shannon distance of the
    /// latter is 2.277e-8.
    @ParameterizedTest
    @CsvSource({"jensenshannon, 2.2812914531392950837994644531228257232769447082161e-17, "
            + "0.000000025178985481951401413373209184385942935767627599329",
        "hellinger, 2.2812914531392950837994644532080710962002757747557e-17, "
                + "0.000000025178985481951402775296386423606574256075383008201",
        "bhattacharyya, 5.2042906941663965772526771664920584391352319496431e-34, "
                + "6.339813099003197156595974571669228521293229390699e-16",
        "angular, 1.6186162935089953100250871122627188258408493959631e-17, "
                + "0.000000018904863575938034031965348537588035501422206518142"})
    void nearRowsKeepTheirDigits(String name, String oneBit, String tenMillionth) {
        double[] next = U.clone();
        for (int k = 1; k < U.length; k += 2) {
            next[k] = Math.nextUp(U[k]);
        }
        assertValue(oneBit, distance(name), U, next, List.of(), 4);
        assertValue(tenMillionth, distance(name), new double[]{0.1, 0.2, 0.3, 0.7},
                new double[]{0.1, 0.2, 0.3, 0.7000001}, List.of(), 4);
        assertEquals(0, distance(name).between(U, Arrays.stream(U).map(x -> 4 * x).toArray(), Norm.ones(6)));
    }

    @Test
    void oppositeRowsAreAHalfTurnApart() {
        double[] opposite = Arrays.stream(U).map(x -> -3 * x).toArray();
        assertEquals(1, AngleMetric.ANGULAR.between(U, opposite, Norm.ones(6)));
        assertEquals(2, AngleMetric.SPEARMAN.between(U, opposite, Norm.ones(6)));
    }

    /// Rows that share no column, and one alone that is empty.
    @Test
    void whatHasNothingInCommon() {
        double[] first = {1, 2, 0, 0};
        double[] second = {0, 0, 3, 5};
        double[] ones = Norm.ones(4);
        assertEquals(Math.sqrt(Math.log(2)), DistributionMetric.JENSEN_SHANNON.between(first, second, ones), 2e-16);
        assertEquals(1, DistributionMetric.HELLINGER.between(first, second, ones));
        assertEquals(Double.POSITIVE_INFINITY, DistributionMetric.BHATTACHARYYA.between(first, second, ones));
        double[] empty = new double[4];
        double[] full = {1, 1, 0, 0};
        assertEquals(1, SetMetric.KULCZYNSKI.between(empty, full, ones));
        assertEquals(0, SetMetric.KULCZYNSKI.between(empty, empty, ones));
        assertEquals(0, SetMetric.YULE.between(ones, ones, ones));
        assertEquals(1, SetMetric.RUSSELL_RAO.between(empty, empty, ones));
        assertEquals(Double.POSITIVE_INFINITY, Similarity.KULCZYNSKI1.between(full, full, ones));
    }
}
