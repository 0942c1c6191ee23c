package hadamask.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColorScaleTest {
    @Test
    void coloursGrowLighterAllTheWay() {
        double before = -1;
        for (int i = 0; i <= 100; i++) {
            Color color = ColorScale.at(i / 100.0);
            double luma = 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
            assertTrue(luma > before - 0.5, "at " + i);
            before = luma;
        }
    }
}
