package hadamask.table.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.matrix.Matrix;
import hadamask.parallel.Workers;
import hadamask.table.ReadOptions;
import hadamask.table.Table;
import hadamask.table.read.TableReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
    private static final double[] SQUARE = {0, 1.5, 2, 1.5, 0, 1e-9, 2, 1e-9, 0};
    private static final double[] LOWER = {0, 1.5, 0, 2, 1e-9, 0};
    private static final double[] CONDENSED = {1.5, 2, Double.NaN};
    private static final List<String> LABELS = List.of("a", "b b", "c,\"d");

    private static byte[] bytes(Format format, MatrixFrame frame, double[] values, int threads, int blockRows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workers workers = new Workers(threads)) {
            MatrixSink sink = format.matrix(out, Precision.SHORTEST, workers);
            sink.begin(frame);
            int from = 0;
            for (int row = 0; row < frame.rows(); row += blockRows) {
                int end = Math.min(frame.rows(), row + blockRows);
                int to = from;
                for (int i = row; i < end; i++) {
                    to += frame.shape().to(i, frame.columns()) - frame.shape().from(i);
                }
                sink.accept(row, end - row, java.util.Arrays.copyOfRange(values, from, to));
                from = to;
            }
            sink.finish();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String text(Format format, Shape shape, @Nullable List<String> labels) {
        double[] values = switch (shape) {
            case LOWER -> LOWER;
            case CONDENSED -> CONDENSED;
            default -> SQUARE;
        };
        byte[] bytes = bytes(format, new MatrixFrame(shape, 3, 3, labels, labels), values, 1, 3);
        return new String(bytes, StandardCharsets.UTF_8).replace("\n", "|");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {"CSV > SQUARE > 0,1.5,2|1.5,0,1e-9|2,1e-9,0|",
        "CSV > LOWER > 0|1.5,0|2,1e-9,0|", "CSV > CONDENSED > 1.5|2|nan|",
        "JSON > SQUARE > {\"values\": [|[0,1.5,2],|[1.5,0,1e-9],|[2,1e-9,0]|]}|",
        "JSON > CONDENSED > {\"values\": [|1.5,2,|null|]}|",
        "PHYLIP > SQUARE > 3|1          0 1.5 2|2          1.5 0 1e-9|3          2 1e-9 0|",
        "PHYLIP > LOWER > '3|1         |2          1.5|3          2 1e-9|'"})
    void aMatrixWithoutLabelsIsBareNumbers(Format format, Shape shape, String expected) {
        assertEquals(expected, text(format, shape, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\'', value = {
        "CSV > SQUARE > ,a,b b,\"c,\"\"d\"|a,0,1.5,2|b b,1.5,0,1e-9|\"c,\"\"d\",2,1e-9,0|",
        "JSON > LOWER > {\"rows\": [\"a\",\"b b\",\"c,\\\"d\"],|\"columns\": [\"a\",\"b b\",\"c,\\\"d\"],|\"values\": [|[0],|[1.5,0],|[2,1e-9,0]|]}|",
        "PHYLIP > SQUARE > 3|a          0 1.5 2|b_b        1.5 0 1e-9|c_\"d       2 1e-9 0|"})
    void labelsStandAroundTheNumbers(Format format, Shape shape, String expected) {
        assertEquals(expected, text(format, shape, LABELS));
    }

    @Test
    void namesThatPhylipCannotTellApartAreRefused() {
        MatrixFrame frame = new MatrixFrame(Shape.SQUARE, 2, 2, List.of("a b", "a_b"), null);
        assertThrows(InputException.class, () -> bytes(Format.PHYLIP, frame, new double[4], 1, 2));
    }

    @Test
    void pairsAreListedWithTheirLabels() throws IOException {
        for (Format format : List.of(Format.CSV, Format.JSON)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Workers workers = new Workers(2)) {
                PairSink sink = format.pairs(out, Precision.SHORTEST, workers, Listing.ONCE);
                sink.begin(new MatrixFrame(Shape.LONG, 3, 3, LABELS, null), "distance");
                sink.accept(1, new int[]{0}, new int[]{1}, new double[]{1.5});
                sink.accept(1, new int[]{2}, new int[]{2}, new double[]{Double.POSITIVE_INFINITY});
                sink.finish();
            }
            String expected = format == Format.CSV
                    ? "id1,id2,distance\na,2,1.5\n\"c,\"\"d\",3,inf\n"
                    : "[\n{\"id1\":\"a\",\"id2\":2,\"distance\":1.5},\n{\"id1\":\"c,\\\"d\",\"id2\":3,\"distance\":null}\n]\n";
            assertEquals(expected, out.toString(StandardCharsets.UTF_8));
        }
    }

    /// The trap: threads reorder or lose rows.
    @ParameterizedTest
    @EnumSource(Format.class)
    void theBytesDoNotDependOnThreadsOrBlocks(Format format) {
        int n = 400;
        SplittableRandom random = new SplittableRandom(5);
        for (Shape shape : List.of(Shape.SQUARE, Shape.LOWER, Shape.CONDENSED)) {
            if (format.has(shape)) {
                double[] values = random.doubles(shape.size(n, n)).toArray();
                MatrixFrame frame = new MatrixFrame(shape, n, n, null, null);
                byte[] expected = bytes(format, frame, values, 1, n);
                assertArrayEquals(expected, bytes(format, frame, values, 2, 64));
                assertArrayEquals(expected, bytes(format, frame, values, 7, 399));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"CSV, data.csv", "TSV, data.tsv", "NPY, data.npy"})
    void whatIsWrittenReadsBackToTheSameNumbers(Format format, String name) {
        double[] values = new SplittableRandom(6).doubles(300, -1e6, 1e6).toArray();
        byte[] bytes = bytes(format, new MatrixFrame(Shape.SQUARE, 100, 3, null, null), values, 2, 100);
        Table table = TableReader.read(Input.stream(name, new ByteArrayInputStream(bytes)), ReadOptions.DEFAULT);
        assertEquals(new Matrix(100, 3, values), table.values());
    }

    @Test
    void npyHasTheHeaderOfVersionOne() {
        byte[] bytes = bytes(Format.NPY, new MatrixFrame(Shape.SQUARE, 3, 3, LABELS, LABELS), SQUARE, 1, 3);
        assertEquals(128 + 72, bytes.length);
        assertArrayEquals(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0},
                java.util.Arrays.copyOf(bytes, 10));
        assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 3), }",
                new String(bytes, 10, 118, StandardCharsets.US_ASCII).strip());
        byte[] condensed = bytes(Format.NPY, new MatrixFrame(Shape.CONDENSED, 3, 3, null, null), CONDENSED, 1, 2);
        assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }",
                new String(condensed, 10, 118, StandardCharsets.US_ASCII).strip());
    }

    @Test
    void npyOfSmallerNumbersAndOfColumnOrderIsRead() {
        String header = "{'descr': '<i2', 'fortran_order': True, 'shape': (2, 2), }\n";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[]{1, 0, 3, 0, 2, 0, -1, -1});
        Table table = TableReader.read(Input.stream("x", new ByteArrayInputStream(file.toByteArray())),
                ReadOptions.DEFAULT);
        assertEquals(new Matrix(2, 2, new double[]{1, 2, 3, -1}), table.values());
    }
}
