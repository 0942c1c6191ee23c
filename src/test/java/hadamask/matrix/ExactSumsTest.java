package hadamask.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumsTest {
    private static double sum(double... terms) {
        ExactSums sums = new ExactSums(1);
        for (double term : terms) {
            sums.add(new double[]{term});
        }
        return sums.mean(0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 300, 1000})
    void isTheNearestDouble(int exponents) {
        Random random = new Random(exponents);
        for (int round = 0; round < 20; round++) {
            double[] terms = new double[3000];
            BigDecimal exact = BigDecimal.ZERO;
            for (int k = 0; k < terms.length; k++) {
                terms[k] = Math.scalb(random.nextGaussian(), random.nextInt(exponents) - exponents / 2);
                exact = exact.add(new BigDecimal(terms[k]));
            }
            assertEquals(exact.doubleValue(), sum(terms));
        }
    }

    @Test
    void partsInAnyOrderGiveTheSame() {
        Random random = new Random(5);
        ExactSums all = new ExactSums(2);
        ExactSums[] parts = {new ExactSums(2), new ExactSums(2), new ExactSums(2)};
        for (int k = 0; k < 5000; k++) {
            double[] terms = {1e20 * random.nextGaussian(), Math.exp(40 * random.nextGaussian())};
            all.add(terms);
            parts[random.nextInt(3)].add(terms);
        }
        parts[2].addAll(parts[0]);
        parts[2].addAll(parts[1]);
        assertEquals(all.mean(0, 7), parts[2].mean(0, 7));
        assertEquals(all.mean(1, 7), parts[2].mean(1, 7));
    }

    @Test
    void nothingIsLostBetweenLargeAndSmall() {
        assertEquals(1, sum(1e300, 1, -1e300));
        assertEquals(Double.MIN_VALUE, sum(Double.MIN_VALUE, 1e308, -1e308));
        assertEquals(0, sum(0.1, 0.2, -0.1, -0.2));
        assertEquals(0, sum());
        assertEquals(1,
                sum(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1));
    }

    @Test
    void aMeanIsFiniteWhereTheSumIsNot() {
        ExactSums sums = new ExactSums(2);
        for (int k = 0; k < 4; k++) {
            sums.add(new double[]{Double.MAX_VALUE, k == 2 ? Double.POSITIVE_INFINITY : 1});
        }
        assertEquals(Double.MAX_VALUE, sums.mean(0, 4));
        assertFalse(sums.isBroken(0));
        assertTrue(sums.isBroken(1));
        assertTrue(Double.isNaN(sums.mean(1, 4)));
    }
}
