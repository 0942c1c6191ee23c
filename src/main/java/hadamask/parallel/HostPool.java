package hadamask.parallel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The threads of whoever calls: the fork/join pool that the current thread belongs to, or that of the virtual machine. It is
/// there whether anything is computed here or not, and nothing is left behind in it.
///
/// @param threads that are at work at most
record HostPool(int threads) implements Helpers {
    static HostPool current() {
        ForkJoinPool own = ForkJoinTask.getPool();
        return new HostPool(own == null ? ForkJoinPool.getCommonPoolParallelism() + 1 : own.getParallelism());
    }

    @Override
    public Call call(Loop<?> loop) {
        PoolCall call = new PoolCall(loop, threads - 1);
        call.ask(loop.claimable() - 1);
        return call;
    }

    /// Tasks that the pool may come to, as many as there are threads to help. It may come to them late, when the loop is done.
    private static final class PoolCall implements Call {
        private final int most;
        private final AtomicInteger asked = new AtomicInteger();
        private final Deque<Task> tasks = new ArrayDeque<>();
        private volatile @Nullable Loop<?> loop;

        PoolCall(Loop<?> loop, int most) {
            this.loop = loop;
            this.most = most;
        }

        void ask(int helpers) {
            try {
                for (int more = Math.min(helpers, most - asked.get()); more > 0; more--) {
                    Task task = new Task(this);
                    tasks.addLast(task);
                    asked.incrementAndGet();
                    task.fork();
                }
            } catch (OutOfMemoryError | RejectedExecutionException e) {
                // No thread, or a pool that is being closed: there is one who does all.
            }
        }

        void help() {
            Loop<?> wanted = loop;
            if (wanted != null) {
                wanted.help();
            }
            asked.decrementAndGet();
        }

        @Override
        public void renew() {
            Loop<?> wanted = loop;
            if (wanted != null && asked.get() < most) {
                tasks.removeIf(ForkJoinTask::isDone);
                ask(wanted.claimable());
            }
        }

        @Override
        public void close() {
            loop = null;
            while (!tasks.isEmpty()) {
                tasks.removeLast().tryUnfork();
            }
        }
    }

    private static final class Task extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final transient PoolCall call;

        Task(PoolCall call) {
            this.call = call;
        }

        @Override
        protected void compute() {
            call.help();
        }
    }
}
