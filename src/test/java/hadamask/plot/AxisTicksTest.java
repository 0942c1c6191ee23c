package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTicksTest {
    @Test
    void ticksAreRoundNumbers() {
        assertEquals(List.of(0.0, 5000.0, 10000.0, 15000.0), AxisTicks.between(0, 17000, 4));
        assertEquals(List.of(-2.0, 0.0, 2.0), AxisTicks.between(-2.5, 3.1, 4));
    }

    @Test
    void anEmptyRangeHasNoTicks() {
        assertEquals(List.of(), AxisTicks.between(3, 3, 5));
        assertEquals(List.of(), AxisTicks.between(0, Double.NaN, 5));
    }
}
