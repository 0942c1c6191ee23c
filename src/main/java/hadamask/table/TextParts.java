package hadamask.table;

import hadamask.parallel.Workers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Formats parts of an output on all workers and writes them in order; the buffers are reused.
final class TextParts {
    /// Numbers per part: enough to make the hand-over negligible, few enough for the text to stay in the cache.
    static final int NUMBERS = 1 << 14;

    private final OutputStream out;
    private final Precision precision;
    private final Workers workers;
    private final Queue<Text> free = new ConcurrentLinkedQueue<>();

    TextParts(OutputStream out, Precision precision, Workers workers) {
        this.out = out;
        this.precision = precision;
        this.workers = workers;
    }

    /// Formats one part.
    @FunctionalInterface
    interface Formatter {
        void format(int part, Text text);
    }

    void write(int parts, Formatter formatter) throws IOException {
        workers.<Text, IOException>inOrder(parts, part -> {
            Text reused = free.poll();
            Text text = reused == null ? new Text(precision) : reused;
            text.clear();
            formatter.format(part, text);
            return text;
        }, text -> {
            out.write(text.bytes(), 0, text.length());
            free.add(text);
        });
    }
}
