package hadamask.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ObjectPoolTest {
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    private Object make() {
        made.incrementAndGet();
        return new Object();
    }

    @Test
    void noThingIsUsedTwiceAtOnceAndAllAreEnded() {
        try (Workers workers = new Workers(4);
                ObjectPool<AtomicInteger> pool = new ObjectPool<>(() -> {
                    made.incrementAndGet();
                    return new AtomicInteger();
                }, thing -> ended.incrementAndGet())) {
            workers.inAnyOrder(1000, part -> {
                AtomicInteger users = pool.take();
                assertEquals(1, users.incrementAndGet());
                Thread.onSpinWait();
                users.decrementAndGet();
                pool.giveBack(users);
            });
            assertTrue(made.get() <= 4, () -> made + " made");
        }
        assertEquals(made.get(), ended.get());
    }

    @Test
    void workersKeepAReusableThingUntilTheyEnd() {
        Reusable<Object> kind = new Reusable<>(this::make, thing -> ended.incrementAndGet());
        try (Workers workers = new Workers(2)) {
            Object[] used = new Object[1];
            workers.within(() -> {
                used[0] = kind.take();
                kind.giveBack(used[0]);
            });
            workers.within(() -> {
                Object again = kind.take();
                assertSame(used[0], again);
                kind.giveBack(again);
            });
            assertEquals(0, ended.get());
        }
        assertEquals(1, made.get());
        assertEquals(1, ended.get());
    }

    @Test
    void withoutWorkersNothingIsKept() {
        Reusable<Object> kind = new Reusable<>(this::make, thing -> ended.incrementAndGet());
        Object used = kind.take();
        kind.giveBack(used);
        assertEquals(1, ended.get());
        assertNotSame(used, kind.take());
    }
}
