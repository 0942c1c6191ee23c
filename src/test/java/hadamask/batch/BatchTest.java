package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.parallel.RowBands;
import hadamask.parallel.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BatchTest {
    private static final int IMAGES = 200;

    private static final List<Job> JOBS = IntStream.rangeClosed(1, IMAGES)
            .mapToObj(index -> new Job(new Source(Path.of("image" + index), null, index), Map.of())).toList();

    private final List<Integer> finished = new ArrayList<>();
    private final List<Integer> inOrder = new ArrayList<>();
    private final AtomicInteger telling = new AtomicInteger();
    private @Nullable RuntimeException refusal;

    private final Observer observer = new Observer() {
        @Override
        public void finished(Outcome outcome) {
            tell(outcome, finished);
        }

        @Override
        public void inOrder(Outcome outcome) {
            tell(outcome, inOrder);
            if (refusal != null && inOrder.size() == 20) {
                throw refusal;
            }
        }

        private void tell(Outcome outcome, List<Integer> places) {
            assertEquals(1, telling.incrementAndGet());
            places.add(outcome.job().source().index());
            telling.decrementAndGet();
        }
    };

    private static Outcome done(Job job) {
        for (int i = 0; job.source().index() % 3 == 0 && i < 1000; i++) {
            Thread.onSpinWait();
        }
        return new Outcome.Done(job, null, Map.of(), null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void observersAreToldOfAllOneAtATimeAndInOrder(int threads) {
        new Batch(threads, List.of(observer)).run(JOBS, BatchTest::done);
        List<Integer> all = IntStream.rangeClosed(1, IMAGES).boxed().toList();
        assertEquals(all, inOrder);
        assertEquals(all, finished.stream().sorted().toList());
    }

    /// While the first image is at work, all others are done: nobody waits for its turn to be told of.
    @Test
    void aSlowImageHoldsNoOtherUp() {
        CountDownLatch others = new CountDownLatch(IMAGES - 1);
        new Batch(2, List.of(observer)).run(JOBS, job -> {
            if (job.source().index() == 1) {
                await(others);
            } else {
                others.countDown();
            }
            return done(job);
        });
        assertEquals(IMAGES, inOrder.size());
        // The last of the others may be told of a moment after it has let the first go on.
        assertTrue(finished.indexOf(1) >= IMAGES - 2, finished::toString);
    }

    @Test
    void theLoopsInAnImageAreDoneByTheThreadsOfTheBatch() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        new Batch(3, List.of(observer)).run(JOBS, job -> {
            assertEquals(3, Workers.current().threads());
            RowBands.forEachRow(100, 10, row -> seen.add(Thread.currentThread()));
            // As a library does it.
            IntStream.range(0, 100).parallel().forEach(number -> seen.add(Thread.currentThread()));
            return done(job);
        });
        assertTrue(seen.size() <= 3, seen::toString);
        assertFalse(seen.contains(Thread.currentThread()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void whatTheWorkThrowsEndsTheBatch(int threads) {
        AtomicInteger begun = new AtomicInteger();
        var thrown = assertThrows(IllegalStateException.class,
                () -> new Batch(threads, List.of(observer)).run(JOBS, job -> {
                    begun.incrementAndGet();
                    if (job.source().index() >= 50) {
                        throw new IllegalStateException("image " + job.source().index());
                    }
                    return done(job);
                }));
        assertEquals("image 50", thrown.getMessage());
        assertTrue(begun.get() < 50 + threads, () -> begun + " begun");
        assertEquals(IntStream.rangeClosed(1, inOrder.size()).boxed().toList(), inOrder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void whatAnObserverThrowsEndsTheBatchAndNobodyIsToldAnyMore(int threads) {
        refusal = new IllegalArgumentException("full");
        assertSame(refusal, assertThrows(IllegalArgumentException.class,
                () -> new Batch(threads, List.of(observer)).run(JOBS, BatchTest::done)));
        assertEquals(20, inOrder.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aBatchThatIsStoppedBeginsNoImageAndTellsNobody(int threads) {
        Batch batch = new Batch(threads, List.of(observer));
        AtomicInteger begun = new AtomicInteger();
        batch.run(JOBS, job -> {
            if (begun.incrementAndGet() >= 10) {
                batch.stop();
            }
            return done(job);
        });
        assertTrue(begun.get() < 10 + threads, () -> begun + " begun");
        assertTrue(finished.size() < 10, finished::toString);
    }

    @Test
    void aSingleImageIsDoneOnTheThreadOfItsCaller() {
        Thread caller = Thread.currentThread();
        new Batch(1, List.of(observer)).runHere(JOBS.subList(0, 1), job -> {
            assertSame(caller, Thread.currentThread());
            return done(job);
        });
        assertEquals(List.of(1), inOrder);
        assertNull(refusal);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
