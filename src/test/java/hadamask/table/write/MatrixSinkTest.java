package hadamask.table.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hadamask.parallel.Workers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Rows that come in another order, or not at all, would stand under the labels of others.
class MatrixSinkTest {
    private static final Precision ALL = Precision.SHORTEST;
    private static final Workers ALONE = new Workers(1);
    private static final MatrixFrame FRAME = new MatrixFrame(Shape.SQUARE, 3, 3, null, null);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private MatrixSink begun(Format format) throws IOException {
        MatrixSink sink = format.matrix(out, ALL, ALONE);
        sink.begin(FRAME);
        return sink;
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NPZ", "MTX", "GRAPHML", "EDGES"})
    void rowsComeInOrderWithoutAGap(Format format) throws IOException {
        MatrixSink sink = begun(format);
        assertThrows(IllegalStateException.class, () -> sink.accept(1, 1, new double[3]));
        sink.accept(0, 2, new double[6]);
        assertThrows(IllegalStateException.class, () -> sink.accept(0, 2, new double[6]));
        assertThrows(IllegalStateException.class, () -> sink.accept(2, 2, new double[6]));
        assertThrows(IllegalStateException.class, () -> sink.accept(2, -1, new double[3]));
        sink.accept(2, 1, new double[3]);
        sink.finish();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NPZ", "MTX", "GRAPHML", "EDGES"})
    void noRowIsLeftOut(Format format) throws IOException {
        MatrixSink sink = begun(format);
        assertThrows(IllegalStateException.class, sink::finish);
        sink.accept(0, 2, new double[6]);
        assertThrows(IllegalStateException.class, sink::finish);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NPZ", "MTX", "GRAPHML", "EDGES"})
    void aBlockWithTooFewEntriesWritesNothing(Format format) throws IOException {
        MatrixSink sink = begun(format);
        int before = out.size();
        assertThrows(IllegalArgumentException.class, () -> sink.accept(0, 2, new double[5]));
        assertEquals(before, out.size());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"NPZ", "MTX", "GRAPHML", "EDGES"})
    void nothingComesBeforeTheBeginning(Format format) {
        MatrixSink sink = format.matrix(out, ALL, ALONE);
        assertThrows(IllegalStateException.class, () -> sink.accept(0, 1, new double[3]));
        assertThrows(IllegalStateException.class, sink::finish);
    }

    @Test
    void aFileOfRowsInAnyOrderHasOnlyWholeRowsOfItsMatrix(@TempDir Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve("m.npy"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            NpyFile file = new NpyFile(channel, FRAME, NumberType.FLOAT64);
            long header = channel.size();
            assertThrows(IndexOutOfBoundsException.class, () -> file.place(-1, ByteBuffer.allocate(24)));
            assertThrows(IndexOutOfBoundsException.class, () -> file.place(2, ByteBuffer.allocate(48)));
            assertThrows(IllegalArgumentException.class, () -> file.place(0, ByteBuffer.allocate(25)));
            assertEquals(header, channel.size());
            file.place(1, ByteBuffer.allocate(48));
            assertEquals(header + 72, channel.size());
            assertThrows(IllegalArgumentException.class,
                    () -> new NpyFile(channel, new MatrixFrame(Shape.CONDENSED, 3, 3, null, null),
                            NumberType.FLOAT64));
        }
    }
}
