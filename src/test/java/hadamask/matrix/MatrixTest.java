package hadamask.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
    private static final Matrix MATRIX = new Matrix(2, 3, new double[]{1, 2, 3, 4, 5, 6});

    @Test
    void entriesStandRowByRow() {
        assertEquals(3, MATRIX.get(0, 2));
        assertEquals(4, MATRIX.get(1, 0));
    }

    /// It was an entry of another row.
    @ParameterizedTest
    @CsvSource({"0, 3", "1, -1", "-1, 5", "2, 0", "1431655766, 0", "0, 2147483647"})
    void anEntryThatIsNotThereIsNotMadeUp(int i, int j) {
        assertThrows(IndexOutOfBoundsException.class, () -> MATRIX.get(i, j));
    }

    @Test
    void unitsAreOfAsManyColumns() {
        Units units = Units.of(new Matrix(2, 2, new double[]{1e-200, 1, 2e-200, 2}));
        assertThrows(IllegalArgumentException.class, () -> units.divide(MATRIX));
    }
}
