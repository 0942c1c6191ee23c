package hadamask.table.write;

import hadamask.parallel.ObjectPool;
import hadamask.parallel.Workers;
import hadamask.table.number.Text;
import java.io.IOException;
import java.io.OutputStream;

/// Formats parts of an output on all workers and writes them in order; the buffers are reused.
final class TextParts {
    /// Numbers per part: enough to make the hand-over negligible, few enough for the text to stay in the cache.
    static final int NUMBERS = 1 << 14;

    private final OutputStream out;
    private final Workers workers;
    private final ObjectPool<Text> texts;

    TextParts(OutputStream out, Precision precision, Workers workers) {
        this.out = out;
        this.workers = workers;
        texts = new ObjectPool<>(() -> new Text(precision.significant()));
    }

    /// Formats one part.
    @FunctionalInterface
    interface Formatter {
        void format(int part, Text text);
    }

    void write(int parts, Formatter formatter) throws IOException {
        workers.<Text, IOException>inOrder(parts, part -> {
            Text text = texts.take();
            text.clear();
            formatter.format(part, text);
            return text;
        }, text -> {
            out.write(text.bytes(), 0, text.length());
            texts.giveBack(text);
        });
    }
}
