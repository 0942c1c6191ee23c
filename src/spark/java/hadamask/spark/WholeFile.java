package hadamask.spark;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataOutputStream;

/// A file that is written piece by piece and gets its name when it is whole; closed before that, there is none.
final class WholeFile implements AutoCloseable {
    private final Stores stores;
    private final Address target;
    private final Address attempt;
    private final boolean object;
    private final OutputStream out;
    private boolean over;

    /// @param attempt a name that nobody else writes to, in the same store
    WholeFile(Stores stores, Address target, Address attempt) throws IOException {
        this.stores = stores;
        this.target = target;
        this.attempt = attempt;
        object = Stores.isObject(target);
        out = stores.create(object ? target : attempt);
    }

    /// Takes the content; what is written to it may close it.
    OutputStream out() {
        return out;
    }

    /// Gives the file its name.
    void finish() throws IOException {
        out.close();
        over = true;
        if (!object) {
            stores.makeFolder(target.folder());
            stores.rename(attempt, target);
        }
    }

    /// Gives it up, where it is not finished.
    @Override
    public void close() {
        if (over) {
            return;
        }
        over = true;
        try {
            if (object && out instanceof FSDataOutputStream put) {
                put.abort();
            } else {
                out.close();
            }
        } catch (IOException | UnsupportedOperationException e) {
            // What is left lies among the attempts.
        }
    }
}
