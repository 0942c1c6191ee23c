package hadamask.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Finds the image at which processes end, as by a fault of native code or of the system's memory, so that it costs a row and not the job.
///
/// From its second attempt on, a portion leaves a mark of the image that it begins. An image at which two attempts have ended is not
/// begun a third time. A machine that is lost takes with it one attempt: that is no proof.
final class Suspects {
    private static final int PROOF = 2;

    private final Order order;
    private final Stores stores;
    private final int portion;
    private final int attempt;
    /// How many attempts have ended at an image, by its place.
    private final Map<Integer, Integer> ends = new HashMap<>();

    /// @param attempt of the portion, from 0
    Suspects(Order order, Stores stores, int portion, int attempt) {
        this.order = order;
        this.stores = stores;
        this.portion = portion;
        this.attempt = attempt;
        for (int before = 1; before < attempt; before++) {
            try {
                Address mark = mark(before);
                if (stores.exists(mark)) {
                    ends.merge(Integer.parseInt(new String(stores.bytes(mark), StandardCharsets.UTF_8)), 1,
                            Integer::sum);
                }
            } catch (IOException | NumberFormatException e) {
                // Cut off: no proof.
            }
        }
    }

    /// Whether an image is not to be begun; otherwise it is marked.
    ///
    /// @param place of the image in the work, the same in each attempt
    boolean isDeadly(int place) {
        if (attempt == 0) {
            return false;
        }
        if (ends.getOrDefault(place, 0) >= PROOF) {
            return true;
        }
        try {
            stores.write(mark(attempt), order.attempt(order.rows(portion), -1L - attempt, portion),
                    Integer.toString(place).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("no mark can be written", e);
        }
        return false;
    }

    private Address mark(int number) {
        return order.attempt(order.rows(portion), number, portion).folder()
                .resolve("portion-" + portion + "-attempt-" + number);
    }
}
