package hadamask.file;

import hadamask.parallel.Daemon;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Has a file written to disk while it is filled, in a thread of its own.
///
/// When a file gets the name of another, some file systems (ext4, Btrfs) write all of it to disk first, so that a crash leaves one
/// of the two; who renames it waits. What was written before is not waited for.
final class WriteBack implements AutoCloseable {
    /// Bytes that are worth a call.
    private static final long PIECE = 16 << 20;
    /// Milliseconds from one look at the file to the next.
    private static final long PAUSE = 10;

    private final FileChannel channel;
    private final CountDownLatch filled = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable IOException failure;

    private WriteBack(FileChannel channel) {
        this.channel = channel;
    }

    /// Starts. Where the system gives no thread for it, the file is written when it gets its name.
    ///
    /// @param channel a file; it is closed after this
    static WriteBack of(FileChannel channel) {
        WriteBack started = new WriteBack(channel);
        if (!Daemon.start("write-back", started::run)) {
            started.done.countDown();
        }
        return started;
    }

    private void run() {
        long written = 0;
        try {
            while (!filled.await(PAUSE, TimeUnit.MILLISECONDS)) {
                long size = channel.size();
                if (size - written >= PIECE) {
                    channel.force(false);
                    written = size;
                }
            }
        } catch (ClosedChannelException | InterruptedException e) {
            // Who fills the file has failed, and says why.
        } catch (IOException e) {
            failure = e;
        } finally {
            done.countDown();
        }
    }

    /// Ends it. What is left is not waited for.
    ///
    /// @throws IOException if the disk has failed, or is full
    @Override
    public void close() throws IOException {
        filled.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        IOException found = failure;
        if (found != null) {
            throw found;
        }
    }
}
