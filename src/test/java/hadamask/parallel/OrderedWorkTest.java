package hadamask.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {
    private static final int PARTS = 500;

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    /// Squares numbers, the even ones slowly; fails at one part.
    private final class Squares implements OrderedWork.Worker<Integer> {
        private final int failing;

        Squares(int failing) {
            this.failing = failing;
            opened.incrementAndGet();
        }

        @Override
        public Integer make(int part) {
            if (part == failing) {
                throw new IllegalStateException("part " + part);
            }
            made.incrementAndGet();
            for (int i = 0; part % 2 == 0 && i < 1000; i++) {
                Thread.onSpinWait();
            }
            return part * part;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private void run(int threads, int failing, OrderedWork.Sink<Integer> sink) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                pool.submit(() -> {
                    OrderedWork.parallel(PARTS, () -> new Squares(failing), sink);
                    return true;
                }).get();
            } finally {
                assertEquals(opened.get(), closed.get());
            }
        });
    }

    @Test
    void partsAreHandedOnInOrderByAnyNumberOfThreads() {
        for (int threads : new int[]{1, 2, 7}) {
            List<Integer> taken = new ArrayList<>();
            run(threads, -1, taken::add);
            assertEquals(IntStream.range(0, PARTS).mapToObj(i -> i * i).toList(), taken);
        }
    }

    @Test
    void nobodyRunsFarAheadOfTheSink() {
        AtomicInteger most = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        run(7, -1, part -> most.accumulateAndGet(made.get() - taken.getAndIncrement(), Math::max));
        assertTrue(most.get() <= 7 * 4 + 1, "held " + most);
    }

    @Test
    void aFailingSinkEndsTheWork() {
        IOException full = new IOException("full");
        for (int threads : new int[]{1, 2, 7}) {
            made.set(0);
            ExecutionException e = assertThrows(ExecutionException.class, () -> run(threads, -1, part -> {
                throw full;
            }));
            assertSame(full, rootOf(e));
            assertTrue(made.get() < 100, made + " parts for nobody");
        }
    }

    @Test
    void aFailingPartEndsTheWork() {
        for (int threads : new int[]{1, 2, 7}) {
            List<Integer> taken = new ArrayList<>();
            ExecutionException e = assertThrows(ExecutionException.class, () -> run(threads, 50, taken::add));
            assertEquals("part 50", rootOf(e).getMessage());
            assertTrue(taken.size() <= 50);
        }
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }
}
