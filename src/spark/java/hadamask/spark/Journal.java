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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The lines of what was done, in a folder beside the results: a file for each portion while a run goes on, and one for all when it is over;
/// and one for each archive.
///
/// With it a later run knows what need not be done again, without asking the store for each result. So a result that was removed by
/// hand is not missed.
final class Journal implements AutoCloseable {
    /// The name of the folder.
    static final String NAME = ".hadamask-rows";
    static final String ENDING = ".jsonl";
    /// What the names of lines about archives begin with: each archive has its own, which stay when the run is over.
    static final String SHARD = "shard-";
    /// Ends the name of a mark of an archive in which an image failed for what may be otherwise another time.
    static final String AGAIN = ".again";

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
            return stores.names(order.rows()).stream().filter(name -> name.endsWith(ENDING) && !name.startsWith(SHARD))
                    .toList();
        } catch (IOException e) {
            throw Stores.unreachable(order.rows().words(), e);
        }
    }

    /// Begins anew: what earlier runs did is forgotten, but what they did of archives, which [#archives(List, boolean)] forgets one by one.
    void clear() {
        try {
            for (String name : stores.names(order.rows())) {
                if (!name.startsWith(SHARD)) {
                    stores.remove(order.rows().resolve(name));
                }
            }
        } catch (IOException e) {
            throw Stores.unreachable(order.rows().words(), e);
        }
    }

    /// Which archives earlier runs did: one look at the folder, whatever the number of images. What is known of others of these archives, or
    /// of a state that they no longer have, is forgotten.
    ///
    /// @param resume whether what is known counts; otherwise all of it is forgotten
    /// @return the names of the lines of those that need not be done again
    Set<String> archives(List<Shard> shards, boolean resume) {
        Set<String> done = new HashSet<>();
        Map<String, String> wanted = new HashMap<>();
        shards.forEach(shard -> wanted.put(shard.archive().prefix(), shard.rows()));
        try {
            Set<String> names = new HashSet<>(shards.isEmpty() ? List.of() : stores.names(order.rows()));
            for (String name : names) {
                String rows = name.startsWith(SHARD) ? wanted.get(prefix(name)) : null;
                if (rows == null) {
                    continue; // of archives that this run has nothing to do with
                }
                if (resume && name.equals(rows + ENDING) && !names.contains(rows + AGAIN)) {
                    done.add(rows);
                } else {
                    stores.remove(order.rows().resolve(name));
                }
            }
        } catch (IOException e) {
            throw Stores.unreachable(order.rows().words(), e);
        }
        return done;
    }

    /// What the names of all lines of an archive begin with.
    private static String prefix(String name) {
        return name.substring(0, name.indexOf('-', SHARD.length()) + 1);
    }

    /// Takes the lines of an archive, in its order.
    void archive(Shard shard, Consumer<OutcomeLine> taker) {
        lines(order.rows().resolve(shard.rows() + ENDING), taker);
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
