package hadamask.segment.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {
    @Test
    void isTheLogarithmToThePrecisionOfAFloat() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            float x = Math.max(Float.MIN_NORMAL, (float) Math.exp(176 * random.nextDouble() - 88));
            double exact = StrictMath.log(x);
            assertEquals(exact, Logarithm.of(x), 3e-7 * Math.max(1, Math.abs(exact)), "ln " + x);
        }
    }

    @Test
    void isExactWhereItMustBe() {
        assertEquals(0, Logarithm.of(1));
        assertEquals(StrictMath.log(Float.MIN_NORMAL), Logarithm.of(Float.MIN_NORMAL), 1e-5);
        assertEquals(StrictMath.log(Float.MAX_VALUE), Logarithm.of(Float.MAX_VALUE), 1e-5);
    }

    @Test
    void undoesTheExponentialFunction() {
        for (float x = -80; x < 80; x += 0.37f) {
            assertEquals(x, Logarithm.of(Exponential.of(x)), 2e-5f);
        }
    }
}
