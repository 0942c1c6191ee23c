package hadamask.segment.saliency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SideTest {
    @ParameterizedTest
    @EnumSource(Side.class)
    void theBandOfASideIsGoneThroughRowByRow(Side side) {
        for (int[] size : new int[][]{{1, 1}, {1, 5}, {7, 4}, {12, 9}}) {
            for (int band = 1; band < 6; band++) {
                List<Integer> held = new ArrayList<>();
                for (int i = 0; i < size[0] * size[1]; i++) {
                    if (side.holds(i % size[0], i / size[0], size[0], size[1], band)) {
                        held.add(i);
                    }
                }
                List<Integer> met = new ArrayList<>();
                side.forEach(size[0], size[1], band, met::add);
                assertEquals(held, met, side + " of " + size[0] + " x " + size[1] + ", band " + band);
            }
        }
    }
}
