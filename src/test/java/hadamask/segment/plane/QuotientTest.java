package hadamask.segment.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuotientTest {
    @Test
    void aQuotientIsThatOfADivision() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int divisor = 1 + random.nextInt(1 << (1 + random.nextInt(16)));
            int largest = 1 + random.nextInt(Integer.MAX_VALUE - 1);
            Quotient quotient = Quotient.by(divisor, largest);
            int multiple = largest / divisor * divisor;
            for (int dividend : new int[]{0, largest, multiple, Math.max(0, multiple - 1), random.nextInt(largest)}) {
                assertEquals(dividend / divisor, quotient.of(dividend), dividend + " / " + divisor);
            }
        }
    }

    @Test
    void aRoundedQuotientIsTheNearestHalvesUp() {
        Random random = new Random(2);
        for (int divisor = 1; divisor <= Quotient.MAX_DIVISOR; divisor++) {
            int multiple = Quotient.MAX_DIVIDEND / divisor * divisor;
            for (int dividend : new int[]{0, divisor / 2, (divisor + 1) / 2, Quotient.MAX_DIVIDEND, multiple,
                multiple - divisor / 2, multiple - (divisor + 1) / 2, random.nextInt(Quotient.MAX_DIVIDEND)}) {
                assertEquals((2L * dividend + divisor) / (2L * divisor), Quotient.rounded(dividend, divisor),
                        dividend + " / " + divisor);
            }
        }
    }
}
