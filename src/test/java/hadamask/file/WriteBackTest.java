package hadamask.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteBackTest {
    private static final int PIECE = 1 << 20;
    private static final int PIECES = 40;

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static boolean isRunning() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("write-back"));
    }

    /// Whether the thread ends soon: it is not waited for behind its last step.
    private static boolean ends() throws InterruptedException {
        for (int n = 0; n < 1000 && isRunning(); n++) {
            Thread.sleep(10);
        }
        return !isRunning();
    }

    @Test
    void whatReplacesAFileIsWhole() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("a.npy"), "old");
        byte[] bytes = new byte[PIECES * PIECE];
        new Random(28).nextBytes(bytes);
        Output.file(file).place(channel -> {
            for (int k = PIECES - 1; k >= 0; k--) { // the file has its size at once
                channel.write(ByteBuffer.wrap(bytes, k * PIECE, PIECE), (long) k * PIECE);
                assertTrue(isRunning());
            }
        });
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertEquals(List.of("a.npy"), names());
        assertTrue(ends());
    }

    @Test
    void aFailureLeavesTheOldFile() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("a.npy"), "old");
        InputException failure = assertThrows(InputException.class, () -> Output.file(file).place(channel -> {
            channel.write(ByteBuffer.allocate(PIECES * PIECE), 0);
            throw new IOException("no more");
        }));
        assertTrue(String.valueOf(failure.getMessage()).contains("no more"));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.npy"), names());
        assertTrue(ends());
    }

    @Test
    void whatTheDiskSaysIsNotLost() throws InterruptedException {
        FullDisk disk = new FullDisk();
        WriteBack beside = WriteBack.of(disk);
        assertTrue(disk.asked.await(10, TimeUnit.SECONDS));
        assertEquals("no space left", assertThrows(IOException.class, beside::close).getMessage());
    }

    @Test
    void aShortFileIsLeftToTheSystem() throws IOException, InterruptedException {
        FullDisk disk = new FullDisk();
        disk.size = PIECE;
        try (WriteBack _ = WriteBack.of(disk)) {
            assertFalse(disk.asked.await(100, TimeUnit.MILLISECONDS));
        }
    }

    /// A large file on a disk that is full.
    private static final class FullDisk extends FileChannel {
        final CountDownLatch asked = new CountDownLatch(1);
        volatile long size = 1L << 30;

        @Override
        public long size() {
            return size;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            asked.countDown();
            throw new IOException("no space left");
        }

        @Override
        public int read(ByteBuffer into) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] from, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel truncate(long length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer into, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer from, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long length, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long position, long length, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void implCloseChannel() {
        }
    }
}
