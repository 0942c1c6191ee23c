package hadamask.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The laws of all that is parallel. A test that waits for ever is ended: the machine may give no more threads than one.
@Timeout(60)
class WorkersTest {
    /// Workers to whom the system gives `given` threads.
    private static Workers few(int threads, int given) {
        AtomicInteger left = new AtomicInteger(given);
        return new Workers(new Crew(threads, (pool, crew) -> {
            if (left.getAndDecrement() <= 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Worker(pool, crew);
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void eachNumberIsInOneRange(int threads) {
        AtomicIntegerArray met = new AtomicIntegerArray(1000);
        try (Workers workers = new Workers(threads)) {
            workers.inRanges(met.length(), 64, (from, to) -> {
                assertTrue(to - from <= 64);
                for (int k = from; k < to; k++) {
                    met.incrementAndGet(k);
                }
            });
            workers.inRanges(0, 64, (from, to) -> {
                throw new AssertionError();
            });
        }
        for (int k = 0; k < met.length(); k++) {
            assertEquals(1, met.get(k));
        }
    }

    /// Part 6 fails while part 5, begun before it, is still at work, and fails later.
    @Test
    void theFailureIsThatOfTheFirstPartWhoeverFailsFirst() {
        CountDownLatch sixFailed = new CountDownLatch(1);
        AtomicInteger last = new AtomicInteger();
        try (Workers workers = new Workers(2)) {
            var failure = assertThrows(IllegalStateException.class, () -> workers.inAnyOrder(1000, part -> {
                last.accumulateAndGet(part, Math::max);
                if (part == 6) {
                    sixFailed.countDown();
                    throw new IllegalArgumentException("6");
                }
                if (part == 5) {
                    await(sixFailed);
                    throw new IllegalStateException("5");
                }
            }));
            assertEquals("5", failure.getMessage());
            assertEquals("6", failure.getSuppressed()[0].getMessage());
        }
        assertTrue(last.get() < 20, () -> "begun after the failure: " + last);
    }

    @Test
    void errorsGetThroughToo() {
        try (Workers workers = new Workers(3)) {
            assertThrows(OutOfMemoryError.class, () -> workers.inAnyOrder(5, part -> {
                throw new OutOfMemoryError("no more");
            }));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void resultsAreTakenInOrderInTheCallersThread(int threads) {
        List<Integer> taken = new ArrayList<>();
        Thread caller = Thread.currentThread();
        try (Workers workers = new Workers(threads)) {
            workers.<Integer, RuntimeException>inOrder(500, part -> {
                for (int i = 0; part % 2 == 0 && i < 1000; i++) {
                    Thread.onSpinWait();
                }
                return part;
            }, part -> {
                assertSame(caller, Thread.currentThread());
                taken.add(part);
            });
        }
        assertEquals(IntStream.range(0, 500).boxed().toList(), taken);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void allBeforeAFailingPartAreTakenAndNoneBehindIt(int threads) {
        List<Integer> taken = new ArrayList<>();
        try (Workers workers = new Workers(threads)) {
            var failure = assertThrows(IllegalStateException.class,
                    () -> workers.<Integer, RuntimeException>inOrder(500, part -> {
                        if (part >= 50) {
                            throw new IllegalStateException("part " + part);
                        }
                        return part;
                    }, taken::add));
            assertEquals("part 50", failure.getMessage());
        }
        assertEquals(IntStream.range(0, 50).boxed().toList(), taken);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aFailingTakerEndsTheWork(int threads) {
        IOException full = new IOException("full");
        AtomicInteger made = new AtomicInteger();
        try (Workers workers = new Workers(threads)) {
            assertSame(full, assertThrows(IOException.class, () -> workers.inOrder(500, part -> made.incrementAndGet(),
                    part -> {
                        throw full;
                    })));
        }
        assertTrue(made.get() <= 2 * threads, made + " parts for nobody");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void nobodyRunsFarAheadOfTheTaker(int threads) {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        try (Workers workers = new Workers(threads)) {
            workers.<Integer, RuntimeException>inOrder(500, part -> made.incrementAndGet(), part -> {
                int ahead = made.get() - taken.getAndIncrement();
                assertTrue(ahead <= 2 * threads, () -> "held " + ahead);
            });
        }
    }

    /// A number that depends on the tree of loops alone; ordered sums would differ in another order.
    private static long tree(Workers workers, long seed, int depth) {
        SplittableRandom random = new SplittableRandom(seed);
        int parts = random.nextInt(6);
        long[] seeds = random.longs(parts).toArray();
        if (depth == 0) {
            return seed;
        }
        if (random.nextBoolean()) {
            long[] sum = {seed};
            workers.<Long, RuntimeException>inOrder(parts, part -> tree(workers, seeds[part], depth - 1),
                    // The taker works in parallel, too, as one who formats does.
                    part -> sum[0] = 31 * sum[0] + tree(workers, part, depth / 2 - 1 < 0 ? 0 : depth / 2 - 1));
            return sum[0];
        }
        long[] results = new long[parts];
        workers.inAnyOrder(parts, part -> results[part] = tree(workers, seeds[part], depth - 1));
        long sum = seed;
        for (long result : results) {
            sum = 37 * sum + result;
        }
        return sum;
    }

    @Test
    void loopsInLoopsGiveWhatOneThreadGives() {
        for (int seed = 0; seed < 40; seed++) {
            long one;
            try (Workers workers = new Workers(1)) {
                one = tree(workers, seed, 6);
            }
            for (int threads : new int[]{2, 5}) {
                for (int given : new int[]{0, 1, 5}) {
                    try (Workers workers = few(threads, given)) {
                        assertEquals(one, tree(workers, seed, 6), seed + ": " + threads + ", " + given + " given");
                        long[] within = new long[1];
                        int last = seed;
                        workers.within(() -> within[0] = tree(Workers.current(), last, 6));
                        assertEquals(one, within[0]);
                    }
                }
            }
            assertEquals(one, tree(Workers.current(), seed, 6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void noMoreThreadsAreAtWorkThanWereAskedFor(int threads) {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        Runnable leaf = () -> {
            seen.add(Thread.currentThread());
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            working.decrementAndGet();
        };
        try (Workers workers = new Workers(threads)) {
            workers.inAnyOrder(20, part -> workers.inAnyOrder(20, inner -> leaf.run()));
            workers.within(() -> workers.inAnyOrder(20, part -> RowBands.forEachRow(40, 2, row -> leaf.run())));
        }
        assertTrue(most.get() <= threads, () -> "at once: " + most);
        assertTrue(seen.size() <= threads + 1, () -> "caller and workers: " + seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anInterruptOfTheCallerEndsTheWork(int threads) {
        try (Workers workers = new Workers(threads)) {
            Thread caller = Thread.currentThread();
            AtomicInteger begun = new AtomicInteger();
            AtomicInteger working = new AtomicInteger();
            assertThrows(CancellationException.class, () -> workers.inAnyOrder(100_000, part -> {
                working.incrementAndGet();
                if (begun.incrementAndGet() == 10) {
                    caller.interrupt();
                }
                Thread.onSpinWait();
                working.decrementAndGet();
            }));
            assertEquals(0, working.get());
            assertTrue(begun.get() < 100_000);
            assertTrue(Thread.interrupted(), "the mark stays");
            List<Integer> taken = new ArrayList<>();
            assertThrows(CancellationException.class,
                    () -> workers.<Integer, RuntimeException>inOrder(100_000, part -> part,
                            part -> {
                                taken.add(part);
                                if (part == 10) {
                                    caller.interrupt();
                                }
                            }));
            assertEquals(IntStream.rangeClosed(0, 10).boxed().toList(), taken);
            assertTrue(Thread.interrupted());
            workers.inAnyOrder(100, part -> {}); // who was interrupted can go on
        }
    }

    @Test
    void anInterruptReachesWhatIsDoneWithinWorkers() {
        try (Workers workers = new Workers(2)) {
            Thread caller = Thread.currentThread();
            assertThrows(CancellationException.class,
                    () -> workers.within(() -> workers.inAnyOrder(Integer.MAX_VALUE, part -> {
                        if (part == 10) {
                            caller.interrupt();
                        }
                    })));
            assertTrue(Thread.interrupted());
            workers.within(() -> assertFalse(Thread.currentThread().isInterrupted()));
        }
    }

    @Test
    void withinWorkersAllIsDoneByThemAndFailuresComeOut() {
        try (Workers workers = new Workers(3)) {
            Set<Thread> seen = ConcurrentHashMap.newKeySet();
            workers.within(() -> {
                assertEquals(3, Workers.current().threads());
                RowBands.forEachRow(1000, 10, row -> seen.add(Thread.currentThread()));
                IntStream.range(0, 1000).parallel().forEach(number -> seen.add(Thread.currentThread()));
                workers.within(() -> seen.add(Thread.currentThread()));
            });
            assertTrue(seen.stream().allMatch(thread -> thread.getName().equals("worker") && thread.isDaemon()),
                    seen::toString);
            assertTrue(seen.size() <= 3);
            IllegalStateException thrown = new IllegalStateException();
            assertSame(thrown, assertThrows(IllegalStateException.class, () -> workers.within(() -> {
                throw thrown;
            })));
        }
    }

    @Test
    void noThreadIsLeftBehind() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Workers workers = new Workers(5);
        workers.inAnyOrder(100, part -> Thread.onSpinWait());
        workers.within(() -> {});
        workers.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().equals("worker")) {
                assertTrue(thread.join(Duration.ofSeconds(10)), thread::toString); // it may be on its last step
            }
        }
        assertThrows(IllegalStateException.class, () -> workers.inAnyOrder(3, part -> {}));
        workers.close();
    }

    @Test
    void workersCannotWaitForTheirOwnEnd() {
        try (Workers workers = new Workers(2)) {
            assertThrows(IllegalStateException.class, () -> workers.within(workers::close));
        }
    }

    /// A library's user may have a pool.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void inAForkJoinPoolItsThreadsWorkAndNothingStaysInItsQueues(int threads) throws Exception {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            pool.submit(() -> {
                assertEquals(threads, Workers.current().threads());
                int[] taken = new int[300];
                Workers.current().inOrder(300, part -> {
                    assertSame(pool, ((java.util.concurrent.ForkJoinWorkerThread) Thread.currentThread()).getPool());
                    return part;
                }, part -> taken[part] = part);
                assertArrayEquals(IntStream.range(0, 300).toArray(), taken);
                for (int i = 0; i < 1000; i++) {
                    RowBands.forEach(10, 5, (from, to) -> {});
                }
                return true;
            }).get();
            assertTrue(pool.getQueuedTaskCount() <= threads, () -> pool.getQueuedTaskCount() + " tasks");
        }
    }

    @Test
    void aPoolThatIsClosedMeanwhileLeavesTheWorkToItsCaller() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        try (ForkJoinPool pool = new ForkJoinPool(2)) {
            var work = pool.submit(() -> {
                await(closed);
                Workers.current().inAnyOrder(100, part -> done.incrementAndGet());
                return true;
            });
            pool.shutdown();
            closed.countDown();
            work.get();
        }
        assertEquals(100, done.get());
    }

    @Test
    void rowsAreCutIntoEqualBandsOfWhichTheNumberIsEven() {
        for (int rows = 1; rows < 200; rows++) {
            List<Integer> heights = java.util.Collections.synchronizedList(new ArrayList<>());
            AtomicIntegerArray met = new AtomicIntegerArray(rows);
            RowBands.forEach(rows, 16, (from, to) -> {
                heights.add(to - from);
                IntStream.range(from, to).forEach(met::incrementAndGet);
            });
            assertTrue(heights.stream().allMatch(height -> height >= 1 && height <= 16));
            assertTrue(rows <= 16 ? heights.size() == 1 : heights.size() >= rows / 16);
            assertEquals(rows, IntStream.range(0, rows).map(met::get).sum());
            assertNotEquals(0, met.get(rows - 1));
        }
    }

    @Test
    void noWorkersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Workers(0));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
