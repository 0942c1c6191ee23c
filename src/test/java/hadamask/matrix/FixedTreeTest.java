package hadamask.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTreeTest {
    /// Words that show the order in which they were put together.
    private static final class Words implements FixedTree.Part<Words> {
        private String text;

        Words(int number) {
            text = String.valueOf(number);
        }

        @Override
        public void append(Words below) {
            text = "(" + text + " " + below.text + ")";
        }
    }

    private static Words of(int from, int to) {
        FixedTree<Words> tree = new FixedTree<>();
        for (int k = from; k < to; k++) {
            tree.add(new Words(k));
        }
        return tree.all();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129, 64 * 64 - 1, 64 * 64, 64 * 64 + 1, 64 * 64 + 70,
        3 * 64 * 64 + 64})
    void groupsThatOthersHaveMadeGiveTheSame(int count) {
        FixedTree<Words> tree = new FixedTree<>();
        for (int from = 0; from < count; from += FixedTree.GROUP) {
            tree.add(of(from, Math.min(count, from + FixedTree.GROUP)));
        }
        assertEquals(of(0, count).text, tree.all().text);
    }

    @Test
    void fewArePutTogetherInARow() {
        assertEquals("(((0 1) 2) 3)", of(0, 4).text);
        assertThrows(IllegalStateException.class, () -> of(0, 0));
    }
}
