package hadamask.spark;

import hadamask.file.InputException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;

/// Waits for the work of a cluster.
final class Waiting {
    private Waiting() {
    }

    /// Returns when all is done.
    ///
    /// @param meanwhile run several times a second
    /// @throws InputException if the cluster has given the work up
    static void forAll(JavaFutureAction<Void> action, Runnable meanwhile) {
        try {
            boolean over = false;
            while (!over) {
                try {
                    action.get(200, TimeUnit.MILLISECONDS);
                    over = true;
                } catch (TimeoutException e) {
                    meanwhile.run();
                }
            }
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            throw new InputException("the cluster gave the work up: " + said,
                    "run it again; of segment, --resume does the rest");
        } catch (InterruptedException e) {
            action.cancel(true);
            Thread.currentThread().interrupt();
            throw new InputException("the work was interrupted", "run it again; of segment, --resume does the rest");
        }
    }
}
