package hadamask.spark;

import hadamask.batch.OutcomeLine;
import hadamask.file.InputException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The lines of what was done, in a folder beside the results: a file for each portion while a run goes on, and one for all when it is over.
///
/// With it a later run knows what need not be done again, without asking the store for each result. So a result that was removed by
/// hand is not missed.
final class Journal implements AutoCloseable {
    /// The name of the folder.
    static final String NAME = ".hadamask-rows";
    private static final String ENDING = ".jsonl";

    private final Stores stores;
    private final Order order;
    private @Nullable Writer all;

    Journal(Stores stores, Order order) {
        this.stores = stores;
        this.order = order;
    }

    /// What earlier runs did, by the result or else the image: the last line about it counts. About 1 KB for each image.
    Map<String, OutcomeLine> earlier() {
        Map<String, OutcomeLine> known = new HashMap<>();
        for (String name : files()) {
            lines(order.rows().resolve(name), line -> {
                if (line.failure() == null) {
                    known.put(key(line), line);
                }
            });
        }
        return known;
    }

    static String key(OutcomeLine line) {
        String output = line.output();
        return output == null ? line.input() : output;
    }

    private List<String> files() {
        try {
            return stores.names(order.rows()).stream().filter(name -> name.endsWith(ENDING)).toList();
        } catch (IOException e) {
            throw Stores.unreachable(order.rows().words(), e);
        }
    }

    /// Begins anew: what earlier runs did is forgotten.
    void clear() {
        try {
            stores.remove(order.rows());
        } catch (IOException e) {
            throw Stores.unreachable(order.rows().words(), e);
        }
    }

    /// The lines of a portion, in its order.
    List<OutcomeLine> portion(int number) {
        List<OutcomeLine> lines = new ArrayList<>();
        lines(order.rows(number), lines::add);
        return lines;
    }

    private void lines(Address file, Consumer<OutcomeLine> taker) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stores.open(file), StandardCharsets.UTF_8))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                OutcomeLine line = OutcomeLine.of(text);
                if (line != null) {
                    taker.accept(line);
                }
            }
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Stores.reason(e), e).at(file.words());
        }
    }

    /// Adds a line to the file of the whole run.
    void add(OutcomeLine line) {
        try {
            Writer out = all;
            if (out == null) {
                out = new BufferedWriter(new OutputStreamWriter(stores.create(whole()), StandardCharsets.UTF_8));
                all = out;
            }
            out.write(line.text());
            out.write('\n');
        } catch (IOException e) {
            throw new InputException("cannot be written: " + Stores.reason(e), e).at(order.rows().words());
        }
    }

    private Address whole() {
        return order.attempt(order.rows(0), -1, 0);
    }

    /// Gives the file of the whole run its name, and removes those that it stands for.
    void finish() {
        List<String> before = files();
        try {
            if (all != null) {
                all.close();
                stores.makeFolder(order.rows());
                stores.rename(whole(), order.rows().resolve("run-" + order.run() + ENDING));
            }
            for (String name : before) {
                stores.remove(order.rows().resolve(name));
            }
        } catch (IOException e) {
            throw new InputException("cannot be written: " + Stores.reason(e), e).at(order.rows().words());
        }
    }

    @Override
    public void close() {
        try {
            if (all != null) {
                all.close();
            }
        } catch (IOException e) {
            // It has no name yet, and is removed with the attempts.
        }
    }
}
