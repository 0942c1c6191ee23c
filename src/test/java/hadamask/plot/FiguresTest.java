package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void numbersAreShort() {
        assertEquals("1 234 567 pixels", Figures.count(1_234_567, "pixel"));
        assertEquals("1 region", Figures.count(1, "region"));
        assertEquals("< 0.1 %", Figures.percent(1, 1_000_000));
        assertEquals("> 99.9 %", Figures.percent(999_999, 1_000_000));
        assertEquals("0.0 %", Figures.percent(0, 5));
        assertEquals("0.25", Figures.number(0.25));
        assertEquals("1234.57", Figures.number(1234.5678));
        assertEquals("20k", Figures.tick(20_000));
    }
}
