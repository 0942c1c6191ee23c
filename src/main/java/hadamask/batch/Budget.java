package hadamask.batch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The memory that images in flight may take together.
///
/// Each image has a share, which grows when its size becomes known. Whoever asks for more than is left waits, and those who
/// ask later wait behind it, so that a large image is not passed by small ones for ever. Where all who hold memory wait, the
/// first of them goes on: an image that is larger than the whole budget is done alone.
public final class Budget {
    private final long limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Queue<Share> waiting = new ArrayDeque<>();
    private long taken;
    /// Shares that hold memory and do not wait for more.
    private int working;

    /// @param limit bytes
    public Budget(long limit) {
        this.limit = limit;
    }

    /// What one image takes. It is used by one thread.
    public final class Share implements AutoCloseable {
        private long bytes;

        private Share() {
        }

        /// Waits until as much may be taken, and takes it.
        ///
        /// @param total bytes that the image takes from now on, with those that it took before; less changes nothing
        public void growTo(long total) {
            lock.lock();
            try {
                if (total <= bytes) {
                    return;
                }
                if (bytes > 0) {
                    working--;
                }
                waiting.add(this);
                change.signalAll(); // of those who hold memory, fewer work
                while (waiting.peek() != this || (taken - bytes + total > limit && working > 0)) {
                    change.awaitUninterruptibly();
                }
                waiting.remove();
                taken += total - bytes;
                bytes = total;
                working++;
                change.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /// Gives everything back.
        @Override
        public void close() {
            lock.lock();
            try {
                if (bytes > 0) {
                    working--;
                    taken -= bytes;
                    bytes = 0;
                    change.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /// A share that takes nothing yet.
    public Share share() {
        return new Share();
    }
}
