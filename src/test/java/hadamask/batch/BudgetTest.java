package hadamask.batch;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final int LIMIT = 100;

    private final Budget budget = new Budget(LIMIT);
    private final AtomicLong taken = new AtomicLong();
    private final AtomicInteger holders = new AtomicInteger();
    private final AtomicInteger exceeded = new AtomicInteger();

    /// Takes a little for the file, then all for the picture, as an image does.
    private void use(int file, int picture) {
        try (Budget.Share share = budget.share()) {
            share.growTo(file);
            share.growTo(file + picture);
            int many = holders.incrementAndGet();
            if (taken.addAndGet(file + picture) > LIMIT && many > 1) {
                exceeded.incrementAndGet();
            }
            Thread.onSpinWait();
            taken.addAndGet(-file - picture);
            holders.decrementAndGet();
        }
    }

    @Test
    void sharesNeverExceedTheLimitUnlessOneIsAloneAndAllComeToTheirEnd() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
                List<Future<?>> all = new ArrayList<>();
                Random random = new Random(1);
                for (int i = 0; i < 5000; i++) {
                    int file = 1 + random.nextInt(60);
                    int picture = random.nextInt(10) == 0 ? 300 : random.nextInt(60);
                    all.add(pool.submit(() -> use(file, picture)));
                }
                for (Future<?> one : all) {
                    one.get();
                }
            }
        });
        assertTrue(exceeded.get() == 0, () -> exceeded + " times");
    }

    @Test
    void aShareThatShrinksChangesNothing() {
        try (Budget.Share share = budget.share()) {
            share.growTo(LIMIT);
            share.growTo(1);
            share.growTo(0);
        }
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> use(1, LIMIT - 1));
    }
}
