package hadamask.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseMatrixTest {
    private static Matrix dense(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[] values = new double[rows * columns];
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextInt(3) == 0 ? random.nextInt(9) - 4 : 0;
        }
        return new Matrix(rows, columns, values);
    }

    @Test
    void withItsZerosItIsTheMatrixAgain() {
        for (int n = 1; n < 20; n++) {
            Matrix matrix = dense(n, 21 - n, n);
            SparseMatrix sparse = SparseMatrix.of(matrix);
            assertEquals(matrix, sparse.filled());
            assertEquals(matrix.transposed(), sparse.transposed().filled());
            assertEquals(matrix, sparse.transposed().transposed().filled());
            assertEquals(matrix.get(n - 1, 20 - n), sparse.get(n - 1, 20 - n));
        }
    }

    @Test
    void entriesOfOnePlaceAreAddedUpInTheirOrder() {
        SparseEntries entries = new SparseEntries(2, 3, 0);
        entries.add(1, 2, 1e16);
        entries.add(0, 1, 5);
        entries.add(1, 0, 7);
        entries.add(1, 2, 1);
        entries.add(1, 2, -1e16);
        entries.add(0, 1, -5);
        SparseMatrix matrix = entries.matrix();
        assertEquals(Matrix.of(new double[][]{{0, 0, 0}, {7, 0, 0}}), matrix.filled());
        assertEquals(1, matrix.entries());
        assertEquals(3, entries.repeated());
    }

    @Test
    void columnsAndRowsAreChosen() {
        SparseMatrix matrix = SparseMatrix.of(Matrix.of(new double[][]{{1, 2, 0}, {0, 3, 4}, {0, 0, 5}}));
        assertEquals(Matrix.of(new double[][]{{0, 1}, {4, 0}, {5, 0}}), matrix.select(new int[]{2, 0}).filled());
        assertEquals(Matrix.of(new double[][]{{0, 0, 5}, {1, 2, 0}}), matrix.rows(new int[]{2, 0}).filled());
    }

    @Test
    void aLargeMatrixIsTransposedPlaceByPlace() {
        Matrix matrix = dense(70, 45, 9);
        Matrix turned = matrix.transposed();
        for (int i = 0; i < 70; i++) {
            for (int j = 0; j < 45; j++) {
                assertEquals(matrix.get(i, j), turned.get(j, i));
            }
        }
    }

    @Test
    void whatIsOutsideIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> new SparseEntries(2, 2, 1).add(2, 0, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> SparseMatrix.of(dense(2, 2, 1)).get(0, 2));
    }
}
