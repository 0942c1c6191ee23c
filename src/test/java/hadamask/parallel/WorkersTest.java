package hadamask.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
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
    @ValueSource(ints = {1, 3})
    void resultsAreTakenInOrder(int threads) {
        int[] taken = new int[100];
        AtomicInteger count = new AtomicInteger();
        try (Workers workers = new Workers(threads)) {
            workers.<Integer, RuntimeException>inOrder(100, part -> part,
                    part -> taken[count.getAndIncrement()] = part);
        }
        assertArrayEquals(IntStream.range(0, 100).toArray(), taken);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
